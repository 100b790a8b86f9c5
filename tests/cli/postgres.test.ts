/** The command line with a log in PostgreSQL: moving there and back, and letting a server in. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changed, newSchema, type Schema, sql } from '../support/postgres.js';
import { type Desk, desk, PATIENCE, type Ran, RECORD } from './running.js';

let at: Desk;
let schema: Schema;
const outputs: Ran[] = [];

/** Runs a command that succeeds; what it prints. */
async function parley(...args: readonly string[]): Promise<string> {
  const ran = await at.parley(...args);
  outputs.push(ran);
  expect(ran).toMatchObject({ status: 0 });
  return ran.stdout;
}

async function refused(...args: readonly string[]): Promise<string> {
  const ran = await at.parley(...args);
  outputs.push(ran);
  expect(ran).toMatchObject({ status: 1, stdout: '' });
  return ran.stderr;
}

const headIn = (printed: string) => /^head +(\d+:[0-9a-f]{64})$/m.exec(printed)?.[1] ?? '';

beforeEach(async () => {
  at = desk();
  schema = await newSchema();
  outputs.length = 0;
});
afterEach(async () => {
  await schema.remove();
  for (const { stdout, stderr } of outputs)
    expect(stdout + stderr).not.toContain(new URL(schema.url).password);
});

describe('a log copied from SQLite to PostgreSQL and back', PATIENCE, () => {
  it('keeps positions, recorded instants and hashes, as verify proves', async () => {
    await parley('import', ...RECORD);
    const head = headIn(await parley('verify'));
    expect(head).toMatch(/^104:/);

    expect(headIn(await parley('import', 'sqlite:parley.db', '--log', schema.url))).toBe(head);
    expect(headIn(await parley('verify', '--log', schema.url, '--head', head))).toBe(head);
    expect(headIn(await parley('import', schema.url, '--log', 'sqlite:back.db'))).toBe(head);
    expect(headIn(await parley('verify', '--log', 'sqlite:back.db', '--head', head))).toBe(head);

    const lines = await parley('export');
    expect(await parley('export', '--log', schema.url)).toBe(lines);
    expect(await parley('export', '--log', 'sqlite:back.db')).toBe(lines);
  });

  it('goes on where it was interrupted, and never into a log that holds something else', async () => {
    await parley('import', RECORD[0]!, '--log', 'sqlite:first.db');
    await parley('import', RECORD[1]!, '--log', 'sqlite:other.db');
    await parley('import', 'sqlite:first.db', '--log', schema.url);
    expect(await refused('import', 'sqlite:other.db', '--log', schema.url)).toMatch(
      /holds 78 events that are not the first of sqlite:other\.db/,
    );
    await parley('import', RECORD[1]!, '--log', 'sqlite:first.db');
    await parley('import', 'sqlite:first.db', '--log', schema.url);
    expect(outputs.at(-1)?.stderr).toMatch(/^Copied 26 events .* 78 events were there already/m);
    const head = headIn(await parley('verify', '--log', 'sqlite:first.db'));
    await parley('verify', '--log', schema.url, '--head', head);
  });

  it('is tried without writing, even where there is no log yet', async () => {
    await parley('import', RECORD[0]!);
    await parley('import', 'sqlite:parley.db', '--log', schema.url, '--dry-run');
    expect(outputs.at(-1)?.stderr).toMatch(/^78 events would be copied\. Nothing was written\.$/m);
    expect(await refused('verify', '--log', schema.url)).toMatch(/There is no log at postgres/);
    await parley('import', RECORD[0]!, '--log', schema.url, '--dry-run');
    expect(await refused('state', '--log', schema.url)).toMatch(/There is no log at postgres/);
  });

  it('is copied alone and as it is', async () => {
    await parley('import', RECORD[0]!);
    for (const more of [[RECORD[1]!], ['--recorded-by', 'desk']])
      expect(await refused('import', 'sqlite:parley.db', '--log', schema.url, ...more)).toMatch(
        /copied alone/,
      );
  });
});

describe('parley migrate', PATIENCE, () => {
  it('makes a log that a role without further rights can serve', async () => {
    const role = `test_${randomBytes(6).toString('hex')}`;
    await sql(schema.url, `CREATE ROLE ${role} LOGIN PASSWORD 'server-secret'`);
    const url = changed(schema.url, (there) => {
      there.username = role;
      there.password = 'server-secret';
    });
    try {
      expect(await refused('import', RECORD[0]!, '--log', url)).toMatch(/parley migrate/);
      await parley('migrate', '--log', schema.url, '--grant', role);
      await parley('import', RECORD[0]!, '--log', url);
      expect(headIn(await parley('verify', '--log', url))).toMatch(/^78:/);
      const service = await at.serve('--log', url);
      expect(service.lines.join('\n')).toMatch(/78 events/);
      expect(service.lines.join('\n')).not.toContain('server-secret');
      service.kill('SIGTERM');
      expect(await service.status).toBe(0);
    } finally {
      await sql(schema.url, `DROP OWNED BY ${role}; DROP ROLE ${role}`);
    }
  });

  it('makes a log in a file, which knows no roles', async () => {
    await parley('migrate', '--log', 'sqlite:new.db');
    expect(outputs.at(-1)?.stderr).toBe('sqlite:new.db is ready: 0 events.\n');
    expect(await refused('migrate', '--log', 'sqlite:new.db', '--grant', 'someone')).toMatch(
      /Only a log in PostgreSQL has roles/,
    );
  });
});
