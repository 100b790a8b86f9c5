/** A summary is a sentence for people: no slug, code, enum, asterisk, date in figures or instant. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  type AnyEvent,
  catalogue,
  EVENT_TYPES,
  type EventType,
  summarize,
} from '../../events/catalogue.js';
import { NO_NAMES } from '../../events/words.js';
import { samples } from '../support/golden.js';
import { SeededRandom } from '../cluster/seededRandom.js';
import { SEED } from '../support/seed.js';

/** What no sentence for people holds. */
const NOT_WORDS: readonly (readonly [string, RegExp])[] = [
  ['an asterisk', /\*/],
  ['a constant', /\b[A-Z]{2,}_[A-Z_]+\b/],
  ['a date in figures', /\b\d{4}-\d\d\b/],
  ['an instant', /\dT\d\d:\d\d/],
  ['an interval', /\d\/\d{4}|\.\./],
  ['an uncertain date in signs', /\d[~?%](?!\s)/],
  ['the code of an actor', /\bx-[a-z]/],
];

const faultsIn = (text: string, codes: readonly string[] = []): readonly string[] => [
  ...NOT_WORDS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name),
  ...codes.filter((code) => new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(text)),
];

interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly entries?: Readonly<Record<string, string>>;
  readonly in?: z.ZodType;
}

const defOf = (schema: z.ZodType): Def => schema.def;

const DAYS = ['2031-04-01', '2028-02-29', '1999-12-31'];
const INSTANTS = ['2031-08-07T00:01:00-04:00', '2030-01-01T23:59:59Z', '2029-06-30T12:00+05:30'];
const VAGUE = [
  '2031-04',
  '203X',
  '2031-04~',
  '2031-04-01/2031-04-03',
  '2031/..',
  '/2031-05',
  '2031?',
];
const CODES = ['US', 'IN', 'CH', 'EU', 'MERCOSUR', 'XK', 'x-steel-union'];

/** Draws data of any shape of the catalogue. Texts are of words only: what they say is not ours. */
class Draw {
  readonly #random: SeededRandom;
  /** Codes and slugs drawn: none of them may be in the summary. */
  readonly codes: string[] = [];

  constructor(name: string) {
    this.#random = new SeededRandom(SEED, name);
  }

  #one<T>(items: readonly T[]): T {
    return items[this.#random.below(items.length)] as T;
  }

  #code(code: string): string {
    this.codes.push(code);
    return code;
  }

  #text(schema: z.ZodType): string {
    const { scalar } = (schema.meta() ?? {}) as { scalar?: string };
    if (scalar === 'EDTF') return this.#one([...DAYS, ...INSTANTS, ...VAGUE]);
    if (scalar === 'EffectiveTime') return this.#one([...DAYS, ...INSTANTS]);
    if (scalar === 'CountryCode') return this.#code(this.#one(CODES));
    const candidates = ['Some words', 'Asia/Kolkata', '7208', '2022', 'USD', 'KGM'];
    const slug = `zq-${this.#random.below(1e6)}-slug`;
    // A slug takes the slug and refuses words; free text takes the words.
    const fits = candidates.find((text) => schema.safeParse(text).success);
    if (fits !== undefined) return fits;
    if (schema.safeParse(slug).success) return this.#code(slug);
    // A key of the data, of those that an amendment can take away.
    if (schema.safeParse('until').success) return 'until';
    return this.#code(this.#one(CODES));
  }

  of(schema: z.ZodType): unknown {
    const { type, shape, innerType, element, entries, in: input } = defOf(schema);
    switch (type) {
      case 'object':
        return Object.fromEntries(
          Object.entries(shape ?? {}).flatMap(([key, field]) => {
            const value = this.of(field);
            return value === undefined ? [] : [[key, value]];
          }),
        );
      case 'optional':
        return this.#random.below(10) < 3 ? undefined : this.of(innerType as z.ZodType);
      case 'array':
        return Array.from({ length: this.#random.between(1, 3) }, () =>
          this.of(element as z.ZodType),
        );
      case 'enum':
        return this.#one(Object.keys(entries ?? {}));
      case 'pipe':
        return this.of(input as z.ZodType);
      case 'number':
        return this.#one([1, 2, 12]);
      case 'boolean':
        return this.#random.below(2) === 0;
      case 'string':
        return this.#text(schema);
      default:
        return {};
    }
  }
}

describe('a summary', () => {
  it.each(samples.map(({ file, event }) => [file, event] as const))(
    'of the sample %s is words for people',
    (_, event) => {
      expect(faultsIn(summarize(event() as unknown as AnyEvent))).toEqual([]);
    },
  );

  it('of every event of the shipped record is words for people', () => {
    const folder = new URL('../../events/logs/', import.meta.url);
    const lines = readdirSync(folder)
      .filter((file) => file.endsWith('.jsonl'))
      .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').trim().split('\n'));
    expect(lines.length).toBeGreaterThan(200);
    for (const line of lines) {
      const text = summarize(JSON.parse(line) as AnyEvent);
      expect(faultsIn(text), text).toEqual([]);
    }
  });

  it.each(EVENT_TYPES)(
    'of any %s names no slug, code or constant and writes no date in figures',
    (type: EventType) => {
      for (let i = 0; i < 60; i++) {
        const draw = new Draw(`${type} ${i}`);
        const data = draw.of(catalogue[type].data);
        for (const names of [NO_NAMES, { ...NO_NAMES, zone: () => 'America/New_York' }]) {
          const text = summarize({ type, data } as AnyEvent, names);
          expect(faultsIn(text, draw.codes), `${text} ${JSON.stringify(data)}`).toEqual([]);
          expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}/);
        }
      }
    },
  );

  it('names what the record has names for, and tells instants in legal time', () => {
    const names = {
      ...NO_NAMES,
      subject: () => 'Duty on tin',
      zone: () => 'America/New_York',
      party: (code: string) => (code === 'CAIRNS' ? 'Cairns Group' : undefined),
    };
    const suspended = { type: 'MeasureSuspended', data: { effectiveFrom: '2031-08-07T04:01Z' } };
    expect(summarize(suspended as AnyEvent, names)).toBe(
      'Duty on tin: suspended from 7 August 2031, 00:01 New York time',
    );
    const left = { type: 'PartyLeft', data: { party: 'CAIRNS' } };
    expect(summarize(left as AnyEvent, names)).toBe('The Cairns Group left');
  });
});
