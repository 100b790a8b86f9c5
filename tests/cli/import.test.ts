import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Desk, desk, PATIENCE, RECORD } from './running.js';

const statement = (n: number, more: object = {}) => ({
  stream: 'negotiation/a-b',
  type: 'StatementMade',
  occurred: '2025-03-01',
  certainty: 'INFERRED',
  data: { speaker: 'Someone', summary: `Statement ${n}.` },
  ...more,
});

function write(at: Desk, name: string, lines: readonly unknown[]): string {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  writeFileSync(at.path(name), `${text.join('\n')}\n`);
  return name;
}

const count = async (at: Desk) => {
  const { stdout } = await at.parley('export');
  return stdout === '' ? 0 : stdout.trimEnd().split('\n').length;
};

describe('the shipped record', PATIENCE, () => {
  it('comes out of a log as it went in, byte for byte, and in order', async () => {
    const at = desk();
    const imported = await at.parley('import', ...RECORD);
    expect(imported).toMatchObject({ status: 0, stdout: '' });
    expect(imported.stderr).toMatch(/^Imported 104 events .*recordedAt was kept/m);
    const verified = await at.parley('verify');
    expect(verified).toMatchObject({ status: 0 });
    expect(verified.stdout).toMatch(/^104 records in order[^]*104:[0-9a-f]{64}\n/);
    const { stdout } = await at.parley('export');
    expect(stdout).toBe(RECORD.map((file) => readFileSync(file, 'utf8')).join(''));
    const head = /104:[0-9a-f]{64}/.exec(verified.stdout)?.[0] ?? '';
    expect((await at.parley('verify', '--head', head)).status).toBe(0);
    const other = `104:${'0'.repeat(64)}`;
    expect(await at.parley('verify', '--head', other)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('position 104'),
    });
  });

  it('goes from one log to another through a pipe', async () => {
    const at = desk();
    await at.parley('import', ...RECORD);
    const { stdout } = await at.parley('export', '--output', 'out.jsonl');
    expect(stdout).toBe('');
    const lines = readFileSync(at.path('out.jsonl'), 'utf8');
    const args = ['import', '-', '--log', 'sqlite:second.db'];
    expect((await at.spawn(args, { stdin: lines })).status).toBe(0);
    expect((await at.parley('export', '--log', 'sqlite:second.db')).stdout).toBe(lines);
  });

  it('is exported by stream', async () => {
    const at = desk();
    await at.parley('import', ...RECORD);
    const { stdout } = await at.parley('export', '--stream', 'measure/us-russia-oil-in');
    const streams = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { stream: string }).stream);
    expect(streams.length).toBeGreaterThan(1);
    expect(new Set(streams)).toEqual(new Set(['measure/us-russia-oil-in']));
    const unknown = await at.parley('export', '--stream', 'measure/nothing');
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toContain('  measure/us-recip-in\n');
  });
});

describe('several files', PATIENCE, () => {
  const recorded = (n: number, day: string) =>
    statement(n, { recordedAt: `2025-03-${day}T00:00:00.000Z` });
  const summaries = async (at: Desk) =>
    [...(await at.parley('export')).stdout.matchAll(/"summary":"([^"]*)"/g)].map(
      ([, text]) => text,
    );

  it('are restored in the order in which they were recorded, those that do not say it last', async () => {
    const at = desk();
    write(at, 'a.jsonl', [statement(5)]);
    write(at, 'b.jsonl', [recorded(3, '04'), recorded(4, '05')]);
    write(at, 'c.jsonl', [recorded(1, '02'), recorded(2, '03')]);
    write(at, 'd.jsonl', [statement(6)]);
    const { status, stderr } = await at.parley(
      'import',
      'a.jsonl',
      'b.jsonl',
      'c.jsonl',
      'd.jsonl',
    );
    expect([status, stderr]).toEqual([0, expect.stringContaining('Imported 6 events')]);
    expect(await summaries(at)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `Statement ${n}.`));
  });

  it('are refused, with the line and the remedy, when their times interleave', async () => {
    const at = desk();
    write(at, 'a.jsonl', [recorded(1, '02'), recorded(2, '05')]);
    write(at, 'b.jsonl', [recorded(3, '03')]);
    const { status, stderr } = await at.parley('import', 'b.jsonl', 'a.jsonl');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^b\.jsonl:1: recordedAt: 2025-03-03T00:00:00\.000Z lies before/m);
    expect(stderr).toContain('sort the lines, those of several files together');
  });
});

describe('files with something wrong in their shape', PATIENCE, () => {
  it('are refused line by line before anything is written', async () => {
    const at = desk();
    write(at, 'good.jsonl', [statement(1), '', statement(2)]);
    write(at, 'bad.jsonl', [
      '',
      statement(1, { occurred: '2025-13', data: { speaker: 'Someone' } }),
      '{"stream":',
      statement(2, { sauces: [] }),
    ]);
    writeFileSync(at.path('latin.jsonl'), Buffer.from([0x7b, 0xff, 0x7d, 0x0a]));
    const { status, stdout, stderr } = await at.parley(
      'import',
      'good.jsonl',
      'bad.jsonl',
      'latin.jsonl',
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^bad\.jsonl:2: occurred: .*13/m);
    expect(stderr).toMatch(/^bad\.jsonl:2: data\.summary: is missing$/m);
    expect(stderr).toMatch(/^bad\.jsonl:3: is not JSON/m);
    expect(stderr).toMatch(/^bad\.jsonl:4: sauces: /m);
    expect(stderr).toMatch(/^latin\.jsonl:1: is not UTF-8/m);
    expect(stderr).toMatch(/^parley: Nothing was written: 5 problems in 6 events\.$/m);
    expect(existsSync(at.path('parley.db'))).toBe(false);
  });

  it('are told of twenty times, and the rest counted', async () => {
    const at = desk();
    write(
      at,
      'bad.jsonl',
      Array.from({ length: 1_500 }, () => '{}'.slice(1)),
    );
    const { stderr } = await at.parley('import', 'bad.jsonl');
    expect(stderr.trimEnd().split('\n')).toHaveLength(22);
    expect(stderr).toContain('… and 1,480 more');
  });

  it('are named when they cannot be read', async () => {
    const at = desk();
    expect(await at.parley('import', 'nothing.jsonl')).toMatchObject({
      status: 1,
      stderr: 'parley: nothing.jsonl cannot be read: there is no such file.\n',
    });
  });
});

describe('an import into a log that holds events', PATIENCE, () => {
  it('stamps them anew and says so', async () => {
    const at = desk();
    write(at, 'one.jsonl', [statement(1, { recordedAt: '2025-03-02T00:00:00.000Z' })]);
    write(at, 'two.jsonl', [statement(2, { recordedAt: '2025-03-03T00:00:00.000Z' })]);
    await at.parley('import', 'one.jsonl');
    const { status, stderr } = await at.parley('import', 'two.jsonl');
    expect([status, stderr]).toEqual([0, expect.stringContaining('stamped anew')]);
    const { stdout } = await at.parley('export');
    const [first, second] = stdout
      .split('\n')
      .map((line) => /"recordedAt":"([^"]*)"/.exec(line)?.[1]);
    expect(first).toBe('2025-03-02T00:00:00.000Z');
    expect(second).not.toBe('2025-03-03T00:00:00.000Z');
  });

  it('refuses what it holds already, and names the line', async () => {
    const at = desk();
    await at.parley('import', RECORD[0]!);
    const { status, stderr } = await at.parley('import', RECORD[0]!);
    expect(status).toBe(1);
    expect(stderr).toMatch(/in-us-bta\.jsonl:1: id: [0-9a-f-]{36} is in the log already/);
    expect(await count(at)).toBe(78);
  });
});

describe('a batch that is refused', PATIENCE, () => {
  it('writes nothing of itself, and says how far the import got', async () => {
    const at = desk();
    const lines = Array.from({ length: 2_100 }, (_, i) => statement(i));
    const retraction = {
      ...statement(0),
      type: 'EventRetracted',
      data: { event: '00000000-0000-4000-8000-000000000000', reason: 'It never was.' },
    };
    write(at, 'first.jsonl', ['', ...lines.slice(0, 600)]);
    write(at, 'second.jsonl', [...lines.slice(600, 1_700), retraction, ...lines.slice(1_700)]);
    const { status, stderr } = await at.parley('import', 'first.jsonl', 'second.jsonl');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^second\.jsonl:1101: data\.event: /m);
    expect(stderr).toContain('1,000 of 2,101 events are in the log, up to second.jsonl:400');
    expect(await count(at)).toBe(1_000);
  });

  it('is refused when recordedAt decreases in a restore', async () => {
    const at = desk();
    write(at, 'lines.jsonl', [
      statement(1, { recordedAt: '2025-03-03T00:00:00.000Z' }),
      statement(2, { recordedAt: '2025-03-02T00:00:00.000Z' }),
    ]);
    const { status, stderr } = await at.parley('import', 'lines.jsonl');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^lines\.jsonl:2: recordedAt: 2025-03-02T00:00:00\.000Z lies before/m);
  });
});

describe('a dry run', PATIENCE, () => {
  it('finds what the log would refuse, and leaves nothing', async () => {
    const at = desk();
    const launched = '01a20244-e800-7c8c-8937-61b8c0115be4';
    const lines = [
      statement(1, { id: launched }),
      { ...statement(2), type: 'EventRetracted', data: { event: launched, reason: 'Twice.' } },
      { ...statement(3), type: 'EventRetracted', data: { event: launched, reason: 'Twice.' } },
    ];
    write(at, 'good.jsonl', lines.slice(0, 2));
    write(at, 'bad.jsonl', lines);
    const good = await at.parley('import', '--dry-run', 'good.jsonl');
    expect([good.status, good.stderr]).toEqual([0, expect.stringMatching(/^2 events would be/m)]);
    const bad = await at.parley('import', '--dry-run', 'bad.jsonl');
    expect([bad.status, bad.stderr]).toEqual([
      1,
      expect.stringMatching(/^bad\.jsonl:3: data\.event/m),
    ]);
    expect(existsSync(at.path('parley.db'))).toBe(false);
  });
});

describe('what is probably a slip', PATIENCE, () => {
  const launch = {
    stream: 'negotiation/a-b',
    type: 'NegotiationLaunched',
    occurred: '2025-01-01',
    certainty: 'INFERRED',
    data: { title: 'A-B', parties: ['US', 'IN'] },
  };

  it('is printed and counted, and nothing is refused for it', async () => {
    const at = desk();
    const twice = statement(1);
    const imported = await at.parley('import', write(at, 'a.jsonl', [launch, twice, twice]));
    expect(imported).toMatchObject({ status: 0, stdout: '' });
    expect(imported.stderr).toContain('1 warning: nothing was refused for them.');
    expect(imported.stderr).toMatch(/^warning: a-b: POSSIBLE_DUPLICATE: Two StatementMade/m);
    expect(await count(at)).toBe(3);
  });

  it('is a new name like one on record, told by the dry run too', async () => {
    const at = desk();
    await at.parley('import', write(at, 'a.jsonl', [launch]));
    const again = write(at, 'b.jsonl', [{ ...launch, stream: 'negotiation/b-a' }]);
    const warning = /^warning: b-a: SIMILAR_SLUG: "b-a" is a new negotiation, named like "a-b"/m;
    expect((await at.parley('import', again, '--dry-run')).stderr).toMatch(warning);
    expect(await count(at)).toBe(1);
    expect((await at.parley('import', again)).stderr).toMatch(warning);
    expect(await count(at)).toBe(2);
  });

  it('is not told again by a later import', async () => {
    const at = desk();
    const twice = statement(1);
    await at.parley('import', write(at, 'a.jsonl', [launch, twice, twice]));
    const later = write(at, 'b.jsonl', [{ ...statement(2), occurred: '2025-04-01' }]);
    expect((await at.parley('import', later)).stderr).not.toContain('warning');
  });
});

describe('what can have no effect', PATIENCE, () => {
  it('is refused with its line, judged by the lines before it', async () => {
    const at = desk();
    const left = {
      ...statement(1),
      type: 'PartyLeft',
      occurred: '2025-02-01',
      data: { party: 'CA' },
    };
    const imported = await at.parley('import', write(at, 'a.jsonl', [statement(1), left]));
    expect(imported.status).toBe(1);
    expect(imported.stderr).toMatch(/^a\.jsonl:2: data\.party: CA is no party/m);
    expect(imported.stderr).not.toMatch(/a\.jsonl:1:/);
  });
});
