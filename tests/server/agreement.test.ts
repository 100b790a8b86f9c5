/** The same question at the same view has one answer, whichever way it is asked. */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Parley } from '../../src/app/parley.js';
import { MemoryLog } from '../../src/log/memory/memoryLog.js';
import { shippedEvents } from '../support/record.js';
import { sharedServer } from './testServer.js';

const log = new MemoryLog();
const { events } = await new Parley(log).append(shippedEvents(), { restore: true });
const server = sharedServer(() => ({ log }));
const client = new Client({ name: 'test', version: '1' });

beforeAll(() => client.connect(new StreamableHTTPClientTransport(new URL(`${server().url}/mcp`))));
afterAll(() => client.close());

type Row = Readonly<Record<string, string>>;

/** CSV by RFC 4180, by its header line. */
function parseCsv(text: string): readonly Row[] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    lines.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') lines.push([]);
  }
  const [header = [], ...rows] = lines.slice(0, -1);
  return rows.map((cells) => Object.fromEntries(header.map((name, n) => [name, cells[n]!])));
}

type Asked = Readonly<Record<string, string | undefined>>;

const given = (asked: Asked): Record<string, string> =>
  Object.fromEntries(
    Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

const api = (path: string, asked: Asked) =>
  fetch(`${server().url}/api${path}?${new URLSearchParams(given(asked)).toString()}`);

async function graphql<Data>(query: string, variables: object): Promise<Data> {
  const { data, errors } = (await (await server().post({ query, variables })).json()) as {
    data: Data;
    errors?: unknown;
  };
  expect(errors).toBeUndefined();
  return data;
}

/** The structured answer of a tool; undefined where it refuses. */
async function tool<Answer>(name: string, asked: Asked): Promise<Answer | undefined> {
  const result = await client.callTool({ name, arguments: { ...given(asked), detail: 'full' } });
  return result.isError ? undefined : (result.structuredContent as Answer);
}

/** Days around which the record changes, and the instants at which it did. */
const day = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2026-11-20'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const recordedAt = fc.constantFrom(...new Set(events.map((event) => event.recordedAt)));
const clocks = fc.record({ at: day, knownAt: recordedAt, publicAt: day }, { requiredKeys: ['at'] });

const asOfOf = ({ at, knownAt, publicAt }: Asked) => ({ at, knownAt, publicAt });

interface Layer {
  readonly measure: { readonly slug: string } | null;
  readonly rate: number | null;
  readonly applies: boolean;
}

interface Duty {
  readonly total: number | null;
  readonly expression: string;
  readonly range: object | null;
  readonly certainty: string;
  readonly coverage: { readonly status: string };
  readonly layers: readonly Layer[];
}

const applying = ({ layers }: Duty) =>
  layers.filter(({ applies }) => applies).map(({ measure, rate }) => [measure?.slug ?? null, rate]);

const figure = (cell: string | undefined) => (cell === '' ? null : Number(cell));

describe('GraphQL, /api as JSON and as CSV, and the tools of assistants', () => {
  it('give one answer to any question for a duty', async () => {
    const question = fc.record(
      {
        imposedBy: fc.constantFrom('US', 'US', 'US', 'IN', 'EU'),
        on: fc.constantFrom('IN', 'IN', 'IN', 'US', 'CN', 'BR', 'DE'),
        hs: fc.constantFrom('7208', '8517', '2709', '870323', '3004', '0901', '760110'),
      },
      { requiredKeys: ['imposedBy', 'on'] },
    );
    let figures = 0;
    await fc.assert(
      fc.asyncProperty(question, clocks, async (asked, view) => {
        const all = { ...asked, ...view };
        const { duty } = await graphql<{ duty: Duty }>(
          `
            query ($imposedBy: CountryCode!, $on: CountryCode!, $goods: Goods, $asOf: AsOf) {
              duty(imposedBy: $imposedBy, on: $on, goods: $goods, asOf: $asOf) {
                total
                expression
                range {
                  min
                  max
                }
                certainty
                coverage {
                  status
                }
                layers {
                  measure {
                    slug
                  }
                  rate
                  applies
                }
              }
            }
          `,
          { ...asked, goods: { hs: asked.hs }, asOf: asOfOf(view) },
        );
        const { total, expression, range, certainty, coverage } = duty;
        if (total !== null) figures += 1;

        const json = (await (await api('/duty', all)).json()) as Duty;
        expect(json).toMatchObject({ total, expression, range, certainty });
        expect(json.coverage.status).toBe(coverage.status);
        expect(applying(json)).toEqual(applying(duty));

        const rows = parseCsv(await (await api('/duty.csv', all)).text());
        expect(rows).toHaveLength(duty.layers.length);
        for (const row of rows) {
          expect(figure(row['total_percentage_points'])).toBe(total);
          expect(row['total_expression']).toBe(expression);
          expect(row['coverage']).toBe(coverage.status);
        }
        expect(
          rows
            .filter((row) => row['applies'] === 'yes')
            .map((row) => [row['measure'] || null, figure(row['percentage_points'])]),
        ).toEqual(applying(duty));

        const answer = await tool<{
          applying: { measure: string | null; rate: number | null }[];
          coverage: { status: string };
        }>('duty', all);
        expect(answer).toMatchObject({ total, expression, range, certainty });
        expect(answer!.coverage.status).toBe(coverage.status);
        expect(answer!.applying.map(({ measure, rate }) => [measure, rate])).toEqual(
          applying(duty),
        );
      }),
      { numRuns: 60 },
    );
    expect(figures).toBeGreaterThan(5);
  }, 120_000);

  it('give one answer to where any negotiation stood', async () => {
    interface Negotiation {
      readonly title: string;
      readonly phase: {
        readonly value: string;
        readonly since: string;
        readonly certainty: string;
      };
      readonly activity: { readonly value: string };
      readonly roundsCompleted: { readonly reported: number | null; readonly counted: number };
      readonly parties: readonly { readonly code: string }[];
    }
    const slugs = new Set(
      events.map(({ stream }) => stream).filter((stream) => stream.startsWith('negotiation/')),
    );
    const slug = fc.constantFrom(...[...slugs].map((stream) => stream.split('/')[1]!), 'nothing');
    let found = 0;
    await fc.assert(
      fc.asyncProperty(slug, clocks, async (name, view) => {
        const { negotiation } = await graphql<{ negotiation: Negotiation | null }>(
          `
            query ($slug: String!, $asOf: AsOf) {
              negotiation(slug: $slug, asOf: $asOf) {
                title
                phase {
                  value
                  since
                  certainty
                }
                activity {
                  value
                }
                roundsCompleted {
                  reported
                  counted
                }
                parties {
                  code
                }
              }
            }
          `,
          { slug: name, asOf: asOfOf(view) },
        );
        const json = await api(`/negotiations/${name}`, view);
        const csv = await api(`/negotiations/${name}.csv`, view);
        const answer = await tool('where_things_stand', { negotiation: name, ...view });
        if (!negotiation) {
          expect([json.status, csv.status, answer]).toEqual([404, 404, undefined]);
          return;
        }
        found += 1;
        const { title, phase, activity, roundsCompleted, parties } = negotiation;
        expect(await json.json()).toMatchObject({ title, phase, activity, roundsCompleted });
        expect(parseCsv(await csv.text())).toEqual([
          expect.objectContaining({
            title,
            phase: phase.value,
            phase_since: phase.since,
            phase_certainty: phase.certainty,
            activity: activity.value,
            rounds_reported: String(roundsCompleted.reported ?? ''),
            rounds_counted: String(roundsCompleted.counted),
            parties: parties.map(({ code }) => code).join(' '),
          }),
        ]);
        expect(answer).toMatchObject({
          title,
          phase,
          activity: { value: activity.value },
          roundsCompleted,
        });
      }),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(10);
  }, 120_000);
});

describe('GraphQL, CSV and Parquet', () => {
  it('have the same events, whatever was known', async () => {
    await fc.assert(
      fc.asyncProperty(recordedAt, async (knownAt) => {
        const { events: listed } = await graphql<{ events: { nodes: Record<string, unknown>[] } }>(
          `
            query ($knownAt: TimePoint) {
              events(filter: { recorded: { to: $knownAt } }, first: 1000) {
                nodes {
                  position
                  stream
                  type
                  occurred
                  certainty
                  summary
                  recordedAt
                }
              }
            }
          `,
          { knownAt },
        );
        const file = await (await api('/events.parquet', { knownAt })).arrayBuffer();
        const parquet = (await parquetReadObjects({ file })) as Record<string, unknown>[];
        const csv = parseCsv(await (await api('/events.csv', { knownAt })).text());
        const known = (rows: readonly Record<string, unknown>[]) =>
          rows.map((row) => ({
            position: Number(row['position']),
            ...Object.fromEntries(
              ['stream', 'type', 'occurred', 'certainty'].map((key) => [key, row[key]]),
            ),
            recordedAt: new Date((row['recordedAt'] ?? row['recorded_at']) as string).getTime(),
          }));
        expect(listed.nodes.length).toBeGreaterThan(0);
        expect(known(csv)).toEqual(known(listed.nodes));
        expect(known(parquet)).toEqual(known(listed.nodes));
        // Of a statement, `summary` in GraphQL is what was said; the tables name the speaker before it.
        listed.nodes.forEach(({ type, summary }, n) => {
          const [ofCsv, ofParquet] = [csv[n]!['summary'], parquet[n]!['summary']];
          expect(ofParquet).toBe(ofCsv);
          expect(type === 'StatementMade' ? ofCsv?.replace(/^[^:]+: /, '') : ofCsv).toBe(summary);
        });
      }),
      { numRuns: 10 },
    );
  }, 60_000);
});
