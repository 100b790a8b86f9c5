import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { definition, EVENT_TYPES } from '../../events/catalogue.js';
import { envelope, source } from '../../events/envelope.js';
import { parseEvent } from '../../events/parse.js';
import { type Stored, upcast } from '../../events/upcast.js';
import { sampleOf, samples } from '../support/golden.js';

type Json = Record<string, unknown>;
type Def = { innerType?: z.ZodType; element?: z.ZodType; shape?: Record<string, z.ZodType> };

/** The paths of keys that a schema knows and `value` does not fill anywhere. */
function unfilled(schema: z.ZodType, value: unknown, at: string): string[] {
  const { innerType, element, shape } = schema.def as Def;
  if (innerType) return unfilled(innerType, value, at);
  if (value === undefined) return [at];
  if (element) {
    const each = (value as unknown[]).map((entry) => unfilled(element, entry, `${at}[]`));
    return (each[0] ?? [`${at}[]`]).filter((path) => each.every((paths) => paths.includes(path)));
  }
  return Object.entries(shape ?? {}).flatMap(([key, inner]) =>
    unfilled(inner, (value as Json)[key], `${at}.${key}`),
  );
}

describe('the stored samples', () => {
  it('are at least one for each type, numbered from 1', () => {
    expect([...new Set(samples.map(({ type }) => type))].sort()).toEqual([...EVENT_TYPES].sort());
    for (const { file, type, version } of samples) {
      expect(file).toBe(`${type}.${version}.json`);
      const versions = samples.filter((sample) => sample.type === type).map((s) => s.version);
      expect(versions).toEqual(versions.map((_, index) => index + 1));
    }
  });

  it.each(samples)('$file is read, upcast, and taken', ({ event }) => {
    const stored = event() as Json & Stored;
    const result = parseEvent(upcast(stored));
    expect(result).toMatchObject({ ok: true });
  });

  it.each(EVENT_TYPES)(
    'the newest %s is in the present shape, and comes back as it was',
    (type) => {
      const stored = sampleOf(type) as Json & Stored;
      expect(stored.type).toBe(type);
      expect(upcast(stored)).toBe(stored);
      expect(parseEvent(stored)).toEqual({ ok: true, event: stored });
    },
  );

  it.each(EVENT_TYPES)('those of %s fill, between them, every key of its data', (type) => {
    const { data } = definition(type);
    const each = samples
      .filter((sample) => sample.type === type)
      .map((sample) => unfilled(data, sample.event()['data'], type));
    expect(each[0]?.filter((path) => each.every((paths) => paths.includes(path)))).toEqual([]);
  });

  it('fill, among them, every key of the envelope and of a source', () => {
    const events = EVENT_TYPES.map((type) => sampleOf(type));
    const keys = (objects: readonly object[]) => new Set(objects.flatMap((o) => Object.keys(o)));
    const sources = events.flatMap((event) => event['sources'] as object[]);
    expect([...keys(events)].sort()).toEqual(
      [...Object.keys(envelope.shape), 'type', 'data'].sort(),
    );
    expect([...keys(sources)].sort()).toEqual(Object.keys(source.shape).sort());
  });

  it('have ids of their own, and point at events among them', () => {
    const events = EVENT_TYPES.map((type) => sampleOf(type));
    const ids = events.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = events.map(({ data }) => (data as Json)['event']).filter(Boolean);
    expect(ids).toEqual(expect.arrayContaining(targets));
  });
});

describe('an old shape becomes the present one where the log is read', () => {
  /** Rounds once had a `number`; before that they were meetings with a `no`. */
  const renamed = ({ data }: Stored) => ({
    type: 'RoundHeld',
    data: { number: (data as Json)['no'] },
  });
  const renumbered = ({ type, data }: Stored) => {
    const { number, ...rest } = data as Json;
    return { type, data: number === undefined ? rest : { ...rest, round: number } };
  };
  const table = {
    RoundMet: [renamed, renumbered],
    RoundHeld: [renumbered],
    TrackOpened: [
      ({ type, data }: Stored) => ({ type, data: { ...(data as Json), steps: ['first'] } }),
      ({ type, data }: Stored) => ({
        type,
        data: { ...(data as Json), steps: [...((data as Json)['steps'] as string[]), 'second'] },
      }),
    ],
  };
  const stored = (type: string, data: Json) =>
    Object.freeze({ id: '1', occurred: '2025', type, data: Object.freeze(data) });

  it('data is renamed, and the rest of the event is left as it was', () => {
    expect(upcast(stored('RoundHeld', { number: 3, place: 'Bern' }), table)).toEqual({
      id: '1',
      occurred: '2025',
      type: 'RoundHeld',
      data: { round: 3, place: 'Bern' },
    });
  });

  it('a shape that is present already stays', () => {
    const { data } = upcast(stored('RoundHeld', { round: 3 }), table);
    expect(data).toEqual({ round: 3 });
  });

  it('several steps are taken in order', () => {
    const { data } = upcast(stored('TrackOpened', {}), table);
    expect(data).toEqual({ steps: ['first', 'second'] });
  });

  it('a type that was renamed takes its present name', () => {
    expect(upcast(stored('RoundMet', { no: 3 }), table)).toMatchObject({
      type: 'RoundHeld',
      data: { round: 3 },
    });
  });

  it.each(['TargetMet', 'constructor', '__proto__'])('a type without steps (%s) stays', (type) => {
    const event = stored(type, { target: 'x' });
    expect(upcast(event, table)).toBe(event);
  });
});
