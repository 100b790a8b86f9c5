import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Parley } from '../../../src/app/parley.js';
import { MemoryLog } from '../../../src/log/memory/memoryLog.js';
import { MAX_BRIEF_BYTES } from '../../../src/server/mcp/tool.js';
import { TOOLS } from '../../../src/server/mcp/mcpServer.js';
import { shippedEvents } from '../../support/record.js';
import { sharedServer } from '../testServer.js';

const log = new MemoryLog();
await new Parley(log).append(shippedEvents(), { restore: true });
const server = sharedServer(() => ({ log }));
const client = new Client({ name: 'test', version: '1' });

beforeAll(() => client.connect(new StreamableHTTPClientTransport(new URL(`${server().url}/mcp`))));
afterAll(() => client.close());

interface Answer {
  readonly text: string;
  readonly structured: Record<string, never>;
  readonly isError: boolean;
}

async function call(name: string, args: Record<string, unknown> = {}): Promise<Answer> {
  const result = await client.callTool({ name, arguments: args });
  const [content] = result.content as { text: string }[];
  return {
    text: content!.text,
    structured: (result.structuredContent ?? {}) as Record<string, never>,
    isError: result.isError === true,
  };
}

const OCTOBER = { at: '2025-10-15' };

describe('an assistant at /mcp', () => {
  it('finds the tools, each told to read only but one, which proposes', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
    for (const { name, annotations, description } of tools) {
      const readOnlyHint = name !== 'propose_events';
      expect(annotations).toMatchObject({ readOnlyHint, openWorldHint: false });
      expect(description).toMatch(/\.$/);
    }
  });

  it.each([
    ['where_things_stand', {}, 'in-us-bta'],
    [
      'where_things_stand',
      { negotiation: 'in-us-bta', at: '2025-11-05' },
      'Phase: negotiating since',
    ],
    [
      'where_things_stand',
      { negotiation: 'in-us-bta', at: '2025-11-05' },
      'Rounds: 5 reported, 5 counted',
    ],
    ['where_things_stand', { negotiation: 'cptpp', at: '2019-01-01' }, 'in force since 2018-12-30'],
    ['duty', { imposedBy: 'US', on: 'IN', ...OCTOBER }, 'Duty of US on goods of IN: 50 %.'],
    ['duty', { imposedBy: 'US', on: 'IN', hs: '7208', ...OCTOBER }, 'Section 232'],
    [
      'duty',
      { imposedBy: 'IN', on: 'US', ...OCTOBER },
      'not on record. That is unknown, not zero.',
    ],
    [
      'duty',
      { imposedBy: 'US', on: 'IN', at: '2025-08-10' },
      'From 2025-08-27T04:01:00.000Z: 50 %',
    ],
    [
      'what_changed',
      { negotiation: 'in-us-bta', from: '2025-08-26', to: '2025-08-27' },
      'duties.US-IN.total: 25 -> 50',
    ],
    ['why', { negotiation: 'in-us-bta', path: 'phase', at: '2025-11-05' }, 'Holds: NEGOTIATING'],
    ['search', { text: 'Russian oil', first: 3 }, 'measure/us-russia-oil-in'],
    ['search', { text: 'no such words' }, 'No event on record contains "no such words".'],
  ])('asks %s %j and reads "%s"', async (name, args, expected) => {
    const { text, structured, isError } = await call(name, args);
    expect(isError).toBe(false);
    expect(text).toContain(expected);
    for (const part of [text, JSON.stringify(structured)])
      expect(Buffer.byteLength(part)).toBeLessThanOrEqual(MAX_BRIEF_BYTES);
  });

  it('gives the answer of GraphQL, with the act and source behind the figure', async () => {
    const { structured } = await call('duty', { imposedBy: 'US', on: 'IN', ...OCTOBER });
    const response = await server().get(
      '{ duty(imposedBy: "US", on: "IN", asOf: { at: "2025-10-15" }) { total expression range { min max } certainty } }',
    );
    const { data } = (await response.json()) as { data: { duty: object } };
    expect(structured).toMatchObject(data.duty);
    expect(structured['applying']).toEqual([
      expect.objectContaining({
        measure: 'us-recip-in',
        rate: 25,
        setBy: expect.objectContaining({
          type: 'MeasureAdopted',
          source: expect.objectContaining({ kind: 'INSTRUMENT' }),
        }),
      }),
      expect.objectContaining({ measure: 'us-russia-oil-in', rate: 25 }),
    ]);
  });

  it('is given everything, beyond the limit, when it asks for it', async () => {
    const brief = await call('what_changed', { negotiation: 'in-us-bta', from: '2025-02-01' });
    const full = await call('what_changed', {
      negotiation: 'in-us-bta',
      from: '2025-02-01',
      detail: 'full',
    });
    expect(Buffer.byteLength(brief.text)).toBeLessThanOrEqual(MAX_BRIEF_BYTES);
    expect(brief.text).toMatch(/more lines: ask again with detail "full"/);
    expect(brief.structured).toHaveProperty('omitted');
    expect(Buffer.byteLength(full.text)).toBeGreaterThan(MAX_BRIEF_BYTES);
    expect(full.structured).not.toHaveProperty('omitted');
  });

  it('is told that a hypothetical answer is one', async () => {
    const held = (await call('why', { negotiation: 'in-us-bta', path: 'phase', at: '2025-11-05' }))
      .structured as unknown as { current: { setBy: { event: string } }[] };
    const { event } = held.current[0]!.setBy;
    const { text, structured } = await call('what_if', {
      negotiation: 'in-us-bta',
      without: [event],
      at: '2025-03-30',
    });
    expect(text).toMatch(/^Hypothetical: as if this event was not on record/);
    expect(structured).toMatchObject({ hypothetical: true, phase: { value: 'LAUNCHED' } });
    expect(text).not.toContain('Link to this view');
  });

  it.each([
    ['why', { negotiation: 'in-us-bta', path: 'phas' }, 'did you mean "phase"?'],
    ['where_things_stand', { negotiation: 'a-b' }, 'Call where_things_stand without arguments'],
    ['duty', { imposedBy: 'USA', on: 'IN' }, 'did you mean US?'],
    ['duty', { imposedBy: 'US', on: 'IN', at: 'now' }, 'neither a date'],
    ['search', { text: 'x' }, 'text'],
  ])('is told what to write instead of %s %j', async (name, args, reason) => {
    const { text, isError } = await call(name, args);
    expect(isError).toBe(true);
    expect(text).toContain(reason);
  });

  it('reads negotiations and events as resources', async () => {
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toContain('parley://negotiation/in-us-bta');
    const read = async (uri: string) =>
      JSON.parse(
        ((await client.readResource({ uri })).contents[0] as { text: string }).text,
      ) as Record<string, unknown>;
    expect(await read('parley://negotiation/in-us-bta')).toMatchObject({ slug: 'in-us-bta' });
    const { id } = shippedEvents()[0]!;
    expect(await read(`parley://event/${id}`)).toMatchObject({ id, position: 1 });
  });

  it('is refused a body that is not JSON, and methods that have no meaning here', async () => {
    const url = `${server().url}/mcp`;
    expect((await fetch(url, { method: 'POST', body: 'x' })).status).toBe(415);
    expect((await fetch(url)).status).toBe(405);
    expect((await fetch(url, { method: 'PUT' })).status).toBe(404);
  });
});
