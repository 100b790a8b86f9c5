import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, desk, lastingDesk, PATIENCE, RECORD } from './running.js';

let at: Desk;

beforeAll(async () => {
  at = lastingDesk();
  await at.parley('import', ...RECORD);
}, PATIENCE.timeout);

afterAll(() => at.remove());

const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('parley show of a whole tariff', PATIENCE, () => {
  it('shows the beginning of its list, and all of it as JSON', async () => {
    const tariff = desk();
    const codes = Array.from({ length: 6190 }, (_, index) => String(10_000_000 + 7 * index));
    const event = {
      stream: 'measure/list',
      type: 'MeasureAdopted',
      occurred: '2025-01-01',
      certainty: 'INFERRED',
      data: {
        ...{ title: 'List', imposedBy: 'US', affects: ['IN'], kind: 'OTHER', rate: 25 },
        ...{ effectiveFrom: '2025-01-01', goods: { hs: codes } },
      },
    };
    writeFileSync(tariff.path('list.jsonl'), `${JSON.stringify(event)}\n`);
    await tariff.parley('import', 'list.jsonl');
    const { stdout } = await tariff.parley('show', '1');
    expect(stdout).toContain('effectiveFrom 2025-01-01\n');
    expect(stdout).toContain('(68,098 characters: all with --json)');
    expect(stdout.length).toBeLessThan(3000);
    const { data } = JSON.parse((await tariff.parley('show', '1', '--json')).stdout);
    expect(data.goods.hs).toEqual(codes);
  });
});

describe('parley log', PATIENCE, () => {
  it('prints the last recorded event first, as many as asked for', async () => {
    const events = JSON.parse((await at.parley('log', '--first', '3', '--json')).stdout);
    expect(events.map(({ position }: { position: number }) => position)).toEqual([104, 103, 102]);
    const { stdout } = await at.parley('log', '--first', '3');
    expect(stdout.split('\n')[0]).toBe('104 2026-07-24 measure ended, measure/us-s122');
  });

  it('takes the name of a negotiation or of a measure, and types of events', async () => {
    const named = async (...args: string[]) =>
      JSON.parse((await at.parley('log', ...args, '--json')).stdout) as {
        stream: string;
        also: string[];
      }[];
    const talks = await named('in-us-bta');
    expect(talks).toHaveLength(20);
    for (const { stream, also } of talks)
      expect([stream, ...also]).toContain('negotiation/in-us-bta');
    const adopted = await named('us-recip-in', '--type', 'MeasureAdopted');
    expect(adopted.map(({ stream }) => stream)).toEqual([
      'measure/us-recip-in',
      'measure/us-recip-in',
    ]);
  });

  it.each([
    [['log', 'nope'], 'There is no stream "nope" in the log'],
    [['log', '--type', 'RoundsHeld'], 'There is no event type "RoundsHeld"'],
    [['show', '999'], 'There is no event at position 999: the log has 1 to 104.'],
    [['show', 'nope'], 'There is no event "nope"'],
    [['explain', 'in-us-bta', 'phas'], 'did you mean "phase"?'],
    [['explain', 'in-us', 'phase'], 'It holds in-us-bta'],
    [['diff', 'in-us-bta', '--at', '2024-01-01'], 'had not begun at this view'],
  ])('parley %j is refused, with the reason', async (args, reason) => {
    const { status, stdout, stderr } = await at.parley(...args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(reason);
  });
});

describe('parley show', PATIENCE, () => {
  it('prints one event by position or ID, in words and as JSON', async () => {
    const { stdout } = await at.parley('show', '12');
    expect(flat(stdout)).toContain('Round 3 held in Washington, D.C.');
    expect(flat(stdout)).toContain('Type round held (RoundHeld). A round of talks was held.');
    expect(flat(stdout)).toContain('Source Inke Inspires, press, 2025-05-14~');
    const event = JSON.parse((await at.parley('show', '12', '--json')).stdout);
    expect(event).toMatchObject({ position: 12, type: 'RoundHeld', retracted: false });
    expect((await at.parley('show', event.id)).stdout).toBe(stdout);
  });

  it('says what corrected or retracted it later', async () => {
    const desk = lastingDesk();
    try {
      const held = {
        id: '00000000-0000-4000-8000-000000000001',
        stream: 'negotiation/a-b',
        type: 'NegotiationLaunched',
        occurred: '2025-01-01',
        data: { title: 'Talks', parties: ['IN', 'US'] },
        sources: [{ kind: 'PRESS', publisher: 'The Courier' }],
      };
      const retracted = {
        ...held,
        id: '00000000-0000-4000-8000-000000000002',
        type: 'EventRetracted',
        data: { event: held.id, reason: 'There were no talks' },
      };
      const { writeFileSync } = await import('node:fs');
      writeFileSync(
        desk.path('a.jsonl'),
        `${JSON.stringify(held)}\n${JSON.stringify(retracted)}\n`,
      );
      await desk.parley('import', 'a.jsonl');
      const { stdout } = await desk.parley('show', '1');
      expect(stdout).toContain('Retracted: it counts no longer.');
      expect(flat(stdout)).toMatch(/Later \S+ event retracted: .*There were no talks/);
    } finally {
      desk.remove();
    }
  });
});

describe('parley explain', PATIENCE, () => {
  it('prints every value a path has had, the current one marked, with who says so', async () => {
    const { stdout } = await at.parley('explain', 'in-us-bta', 'phase', '--at', '2025-11-05');
    expect(stdout).toMatch(/^ {2}LAUNCHED\n/);
    expect(flat(stdout)).toContain('> NEGOTIATING 2025-03-26/2025-03-29 Round 1 held');
    const args = ['explain', 'in-us-bta', 'phase', '--at', '2025-11-05', '--json'];
    const values = JSON.parse((await at.parley(...args)).stdout);
    expect(values.at(-1)).toMatchObject({
      value: 'NEGOTIATING',
      current: true,
      setBy: { type: 'RoundHeld' },
    });
  });
});

describe('parley duty', PATIENCE, () => {
  it('prints the sum, its lines, and what does not apply and why', async () => {
    const { stdout } = await at.parley('duty', 'US', 'IN', '--at', '2025-10-15');
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('United States of America on goods of India: 50 %');
    expect(lines.filter((line) => line.startsWith('  + '))).toEqual([
      '  + 25 %: Reciprocal tariff on India, in force',
      '  + 25 %: Additional duty on India over purchases of Russian oil, in force',
    ]);
    expect(flat(stdout)).toContain(
      '10 %: Reciprocal tariff, baseline for all countries, another stands in its place',
    );
  });

  it('says what is not on record, and never 0', async () => {
    const { stdout } = await at.parley('duty', 'IN', 'US', '--at', '2025-10-15');
    expect(stdout).toMatch(/^India on goods of United States of America: not on record\n/);
    const args = ['duty', 'IN', 'US', '--at', '2025-10-15', '--json'];
    expect(JSON.parse((await at.parley(...args)).stdout)).toMatchObject({
      total: null,
      expression: 'not on record',
      coverage: { status: 'NONE' },
    });
  });

  it('takes the code of a good with dots, and works out money of its value', async () => {
    const args = ['duty', 'US', 'IN', '--at', '2025-10-15', '--hs', '72.08', '--value', '1000 USD'];
    expect((await at.parley(...args)).stdout).toMatch(
      /^United States of America on goods of India: 50 %, 500 USD\n/,
    );
  });

  it('asks for goods under way and for another entry, of which a date is the close there', async () => {
    const of = async (...args: string[]) =>
      (await at.parley('duty', 'US', 'IN', ...args)).stdout.split('\n').slice(0, 2);
    const [name, day] = ['United States of America on goods of India', '2025-09-10'];
    expect(await of('--at', day)).toEqual([
      `${name}: 50 %`,
      `Entered ${day} 23:59 (America/New_York)`,
    ]);
    expect((await of('--at', day, '--loaded', '2025-08-26'))[0]).toBe(`${name}: 25 %`);
    expect((await of('--at', day, '--loaded', '2025-08-27'))[0]).toBe(`${name}: 50 %`);
    expect(await of('--at', '2025-08-20', '--entered', day)).toEqual([
      `${name}: 50 %`,
      `Entered ${day} 23:59 (America/New_York)`,
    ]);
  });

  it('prints the duty over time, from the beginning of one day to the close of another', async () => {
    const args = ['duty', 'US', 'IN', '--from', '2025-07-31', '--to', '2025-08-27'];
    expect((await at.parley(...args)).stdout).toBe(
      `United States of America on goods of India, by the day of entry (America/New_York)
  from 2025-07-31 00:00  10 %
  from 2025-08-07 00:01  25 %
  from 2025-08-27 00:01  50 %
`,
    );
    const [first] = JSON.parse((await at.parley(...args, '--json')).stdout);
    expect(first).toEqual({
      from: '2025-07-31T04:00:00.000Z',
      until: '2025-08-07T04:01:00.000Z',
      total: 10,
    });
  });

  it('is refused a schedule that ends before it begins, or has one end only', async () => {
    const of = (...args: string[]) => at.parley('duty', 'US', 'IN', ...args);
    expect(await of('--from', '2025-08-01', '--to', '2025-07-31')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('which is earlier: swap them.') as string,
    });
    expect(await of('--from', '2025-08-01')).toMatchObject({ status: 2, stdout: '' });
  });

  it.each([
    [['USA', 'IN'], 'did you mean US?\n'],
    [['US', 'IN', '--hs', '7'], 'is not an HS code'],
    [['US', 'IN', '--value', '5'], 'is not a number and what it is of'],
    [['US', 'IN', '--value', '5 dollars'], 'is not an ISO 4217 currency code'],
    [['US', 'IN', '--quantity', '5 kilo'], 'is not a unit'],
    [['US', 'IN', '--mfn', 'x'], 'is not a rate in percent'],
    [['US', 'IN', '--hs-edition', '2020'], 'is not an edition of the HS: 1988'],
    [['US', 'IN', '--content', '0.7 steel', '--content', '0.4 tin'], 'brings the contents to 1.1'],
    [['US', 'IN', '--loaded', '2025-02-30'], 'Write a date'],
    [['US'], "missing required argument 'on'"],
  ])('of %j is refused, with the remedy', async (args, reason) => {
    const { status, stdout, stderr } = await at.parley('duty', ...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
  });
});

describe('parley diff', PATIENCE, () => {
  it('prints what differs between two dates, and the events that caused it', async () => {
    const between = ['--at', '2025-07-31', '--to-at', '2025-08-31'];
    const { stdout } = await at.parley('diff', 'in-us-bta', ...between);
    expect(flat(stdout)).toContain('duties.US-IN.total 10 → 50');
    const compared = JSON.parse(
      (await at.parley('diff', 'in-us-bta', ...between, '--json')).stdout,
    );
    expect(compared.changes).toContainEqual(
      expect.objectContaining({ path: 'duties.US-IN.total', before: 10, after: 50 }),
    );
  });

  it('is refused without any date: it would compare now with now', async () => {
    expect(await at.parley('diff', 'in-us-bta')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('give a date to one of them') as string,
    });
  });

  it('says so when nothing differs', async () => {
    const same = ['--at', '2025-07-31', '--to-at', '2025-07-31'];
    expect(await at.parley('diff', 'in-us-bta', ...same)).toEqual({
      status: 0,
      stdout: '',
      stderr: 'The two views do not differ.\n',
    });
  });
});
