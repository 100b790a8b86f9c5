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
    [['tokens', 'create', 'desk', '--tokens', 't.json', '--streams', '*']],
    [['tokens', 'create', 'desk', '--tokens', 't.json', '--expires', '2020-01-01']],
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
    expect(listed.stdout).toMatch(/^desk +analyst +no use on record +sha256 [0-9a-f]{12}…\n$/);
    const again = await at.parley('tokens', 'create', 'desk', '--tokens', 't.json');
    expect([again.status, again.stdout]).toEqual([1, '']);
  });

  it('limits a token to streams and to a time, and takes it out of the file', async () => {
    const at = desk();
    const file = ['--tokens', 't.json'];
    const limits = ['--streams', 'measure/in-*', '--streams', 'negotiation/a-b'];
    await at.parley('tokens', 'create', 'desk', '--role', 'admin', ...file);
    await at.parley('tokens', 'create', 'intern', ...limits, '--expires', '2999-12-31', ...file);
    expect((await at.parley('tokens', 'list', ...file)).stdout.split('\n')).toEqual([
      expect.stringMatching(/^desk {4}admin  no use/),
      expect.stringMatching(
        /^intern  analyst for measure\/in-\*, negotiation\/a-b until 3000-01-01T00:00:00.000Z  no use/,
      ),
      '',
    ]);
    expect((await at.parley('tokens', 'revoke', 'intern', ...file)).status).toBe(0);
    expect((await at.parley('tokens', 'list', ...file)).stdout).not.toContain('intern');
    const unknown = await at.parley('tokens', 'revoke', 'intern', ...file);
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toContain('t.json holds no token for intern');
  });

  it('revokes while a server runs, and lists when a token was last used there', async () => {
    const at = desk();
    const file = ['--tokens', 't.json'];
    const token = async (name: string) =>
      (await at.parley('tokens', 'create', name, ...file)).stdout;
    const [kept, revoked] = [await token('desk'), await token('intern')];
    const { url, kill, status } = await at.serve('--log', 'memory:', ...file);
    const ask = async (secret: string) => {
      const headers = { authorization: `Bearer ${secret.trim()}` };
      return (await fetch(`${url}/graphql?query={__typename}`, { headers })).status;
    };
    expect(await ask(revoked)).toBe(200);
    await at.parley('tokens', 'revoke', 'intern', ...file);
    kill('SIGHUP');
    await expect.poll(() => ask(revoked)).toBe(401);
    expect(await ask(kept)).toBe(200);
    kill('SIGTERM');
    expect(await status).toBe(0);
    expect((await at.parley('tokens', 'list', ...file)).stdout).toMatch(
      /^desk +analyst +last used \d{4}-\d\d-\d\dT\d\d:\d\dZ/,
    );
  });
});
