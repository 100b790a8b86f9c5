import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/program.js';
import { desk, PATIENCE, RECORD } from './running.js';

const NAMES = COMMANDS.map(({ name }) => name);

describe('the exit status', PATIENCE, () => {
  it.each(NAMES)('of parley %s --help is 0, with examples', async (command) => {
    const { status, stdout } = await desk().parley(command, '--help');
    expect(status).toBe(0);
    expect(stdout).toContain('Examples:');
    expect(stdout).toContain(`parley ${command}`);
    expect(await desk().parley('help', command)).toEqual({ status, stdout, stderr: '' });
  });

  it.each([
    [['frobnicate']],
    [[]],
    [['export', '--wat']],
    [['import']],
    [['serve', '--port', 'http']],
    [['serve', '--port', '65536']],
    [['serve', '--cors-origin', 'example.org/x']],
    [['state', 'a', 'b']],
    [['state', 'a', '--at', 'yesterday']],
    [['import', RECORD[0]!, '--log', 'mongo://secret@host/x']],
    [['tokens', 'create', 'desk']],
    [['tokens', 'create', 'desk', '--tokens', 't.json', '--role', 'king']],
    [['verify', '--head', '12']],
  ])('of parley %j is 2', async (args) => {
    const at = desk();
    const { status, stdout, stderr } = await at.parley(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
    expect(stderr).not.toContain('secret');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(at.directory)).toEqual([]);
  });

  it('of a wrong PORT is 2, and an empty one counts as absent', async () => {
    const at = desk();
    const wrong = await at.run(['serve'], { env: { PORT: 'http' } });
    expect(wrong.status).toBe(2);
    const help = await at.run(['serve', '--help'], { env: { PORT: '' } });
    expect(help.status).toBe(0);
  });
});

describe('the executable', PATIENCE, () => {
  it('ends with the exit status of its command', async () => {
    const at = desk();
    expect((await at.spawn(['--help'])).status).toBe(0);
    expect((await at.spawn(['state'])).status).toBe(1);
    expect((await at.spawn(['frobnicate'])).status).toBe(2);
  });
});

describe('the list of commands', () => {
  it('names each with the arguments that it takes', async () => {
    const { status, stdout } = await desk().parley('--help');
    expect(status).toBe(0);
    for (const { name, argument = '', load } of COMMANDS) {
      const { registeredArguments, commands } = await load();
      const taken = registeredArguments.map((each) => {
        const words = `${each.name()}${each.variadic ? '...' : ''}`;
        return each.required ? `<${words}>` : `[${words}]`;
      });
      const expected = taken.length > 0 ? taken.join(' ') : commands.length > 0 ? '[command]' : '';
      expect([name, argument]).toEqual([name, expected]);
      expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    }
  });
});

describe('a command that only reads', PATIENCE, () => {
  it.each([['state'], ['export'], ['verify'], ['log']])(
    'creates no log: %s ends with 1 and the remedy',
    async (command) => {
      const at = desk();
      const { status, stderr } = await at.parley(command);
      expect(status).toBe(1);
      expect(stderr).toMatch(/^parley: There is no log at parley\.db\. .*npm start.*parley import/);
      expect(existsSync(at.path('parley.db'))).toBe(false);
    },
  );
});

describe('parley tokens', PATIENCE, () => {
  it('shows a secret once and keeps its hash', async () => {
    const at = desk();
    const made = await at.parley('tokens', 'create', 'desk', '--tokens', 't.json');
    expect(made.status).toBe(0);
    expect(made.stdout).toMatch(/^parley_[\w-]{43}\n$/);
    const listed = await at.parley('tokens', 'list', '--tokens', 't.json');
    expect(listed.stdout).toMatch(/^desk +writer +sha256 [0-9a-f]{12}…\n$/);
    const again = await at.parley('tokens', 'create', 'desk', '--tokens', 't.json');
    expect([again.status, again.stdout]).toEqual([1, '']);
  });
});
