import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/program.js';
import { desk, PATIENCE } from './running.js';

const script = async (shell: string): Promise<string> =>
  (await desk().parley('completion', shell)).stdout;

/** What bash offers for the last of these words. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const line = words.map((word) => `'${word}'`).join(' ');
  const program = `${await script('bash')}
COMP_WORDS=(parley ${line}); COMP_CWORD=${words.length}; _parley; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const output = execFileSync('bash', ['-c', program], { cwd: '/', encoding: 'utf8' });
  return output.split('\n').filter((word) => word !== '');
}

describe('parley completion', PATIENCE, () => {
  it('completes the commands in bash', async () => {
    expect(await offered('')).toEqual(expect.arrayContaining(COMMANDS.map(({ name }) => name)));
    expect(await offered('exp')).toEqual(['export', 'explain']);
  });

  it('completes the options of a command, the values of an option and subcommands in bash', async () => {
    expect(await offered('state', '--kno')).toEqual(['--known-at']);
    expect(await offered('serve', '--log-level', 'wa')).toEqual(['warn']);
    expect(await offered('completion', 'z')).toEqual(['zsh']);
    expect(await offered('tokens', 'cre')).toContain('create');
  });

  it.each(['zsh', 'fish'])('names every command and its options in %s', async (shell) => {
    const text = await script(shell);
    for (const { name } of COMMANDS) expect(text).toContain(` ${name}`);
    expect(text).toMatch(/known-at/);
    expect(text).toContain('only from what was public by then');
  });
});
