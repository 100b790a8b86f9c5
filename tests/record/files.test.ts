/** The files of the shipped record: what they promise as files. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/log/core/canonicalJson.js';

const LOGS = new URL('../../events/logs/', import.meta.url);

interface Line {
  readonly id: string;
  readonly recordedAt: string;
  readonly certainty: string;
  readonly sources: readonly { publisher?: string; url?: string; via?: string }[];
}

const files = readdirSync(LOGS)
  .filter((name) => name.endsWith('.jsonl'))
  .map((name) => {
    const lines = readFileSync(new URL(name, LOGS), 'utf8').trimEnd().split('\n');
    return { name, lines, events: lines.map((line) => JSON.parse(line) as Line) };
  });

describe.each(files)('$name', ({ lines, events }) => {
  it('is canonical JSON, one event a line', () => {
    expect(lines).toEqual(events.map((event) => canonical(event)));
  });

  it('was recorded in the order of its lines', () => {
    const instants = events.map(({ recordedAt }) => Date.parse(recordedAt));
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
  });

  it('names who says so of every event that is not inferred', () => {
    const unnamed = events.filter(
      ({ certainty, sources }) =>
        certainty !== 'INFERRED' && !sources.some(({ publisher, url }) => publisher ?? url),
    );
    expect(unnamed).toEqual([]);
  });

  it('gives the address of every source, or the page it is known through, or why there is none', () => {
    const without = events
      .flatMap(({ sources }) => sources)
      .filter(({ url, via }) => url === undefined && !/^(https?:|no address: )/.test(via ?? ''));
    expect(without).toEqual([]);
  });
});

describe('the files together', () => {
  it('can be restored one after the other: their times do not interleave', () => {
    const spans = files
      .map(({ name, events }) => ({
        name,
        from: Date.parse(events[0]!.recordedAt),
        to: Date.parse(events.at(-1)!.recordedAt),
      }))
      .sort((a, b) => a.from - b.from);
    for (const [i, { from }] of spans.entries())
      expect(from).toBeGreaterThan(spans[i - 1]?.to ?? 0);
  });

  it('use no id twice', () => {
    const ids = files.flatMap(({ events }) => events.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
