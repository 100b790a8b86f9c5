/** The commands of docs/verifying.md do what the page says. */
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { keyCommand } from '../../src/cli/commands/operator/key.js';
import { witnessCommand } from '../../src/cli/commands/operator/witness.js';
import { serveCommand } from '../../src/cli/commands/serve.js';
import { PARLEY } from '../support/builtServer.js';
import { type Desk, desk, PATIENCE } from '../cli/running.js';

const page = readFileSync(
  fileURLToPath(new URL('../../docs/verifying.md', import.meta.url)),
  'utf8',
);
const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) => text);
const [MAKE_KEY = '', CHECK_PROOF = '', CHECK_ANSWER = '', WITNESS = ''] = blocks;

/** Runs a block as a shell does, with `parley` on its path. */
async function run(at: Desk, block: string): Promise<string> {
  mkdirSync(at.path('bin'), { recursive: true });
  writeFileSync(at.path('bin/parley'), `#!/bin/sh\nexec "${process.execPath}" "${PARLEY}" "$@"\n`);
  chmodSync(at.path('bin/parley'), 0o755);
  const PATH = `${path.resolve(at.path('bin'))}:${process.env['PATH']}`;
  const options = { cwd: at.directory, env: { ...process.env, PATH } };
  const { stdout } = await promisify(execFile)('sh', ['-e', '-c', block], options);
  return stdout;
}

describe('the commands of the page', () => {
  it('make a key, and check proofs that a server with it gave', PATIENCE, async () => {
    const at = desk();
    const [key = '', again] = (await run(at, MAKE_KEY)).trim().split('\n');
    expect(again).toBe(key);
    const { url } = await at.serve('--log', 'sqlite:parley.db', '--record', '--log-key', 'log.key');
    const check = (block: string) => {
      expect(block).toContain('example.org/parley+…');
      const here = block.replace('http://localhost:4000', url).replace('example.org/parley+…', key);
      return run(at, here.replace('curl ', 'curl --silent --fail '));
    };
    const stdout = await check(CHECK_PROOF);
    expect(stdout).toContain('The record at position 104 of example.org/parley says:');
    expect(stdout).toMatch(/^signed {4}\d+ records, by example\.org\/parley$/m);
    const answered = await check(CHECK_ANSWER);
    expect(answered).toContain('By the first 105 records of example.org/parley the question');
    expect(answered).toContain('"slug": "in-us-bta"');
    for (const [query, status, code] of [
      ['at=2025-09-10&proof', 400, 'VIEW_NOT_PINNED'],
      ['at=2025-09-10&knownAt=2026-11-24&proof=no', 400, 'BAD_USER_INPUT'],
    ]) {
      const response = await fetch(`${url}/api/negotiations/in-us-bta?${query}`);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ code });
    }
  });

  it('name options that the commands have', () => {
    const commands = [...keyCommand().commands, witnessCommand(), serveCommand()];
    const known = new Set(commands.flatMap(({ options }) => options.map(({ long }) => long)));
    const named = WITNESS.match(/--[a-z-]+/g) ?? [];
    expect(named).toHaveLength(7);
    expect(named.filter((option) => !known.has(option))).toEqual([]);
  });
});
