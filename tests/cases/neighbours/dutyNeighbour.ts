/**
 * Neighbours of the public cases about measures, in their manner: a rule, events, questions with
 * the right answers. Asked over GraphQL; only the keys that an answer names are asked and compared.
 */
import { expect, it } from 'vitest';
import type { EventData } from '../../../events/catalogue.js';
import {
  type EnvelopeOverrides,
  eventBuilders,
  given,
  type InterchangeEvent,
  rulebook,
} from '../../support/given.js';
import { respond } from '../../support/graphql.js';
import { refusal } from '../../support/refusal.js';

/** What is asked: the field of `Query`, its arguments, and the answer. */
export type Asked = readonly [field: string, vars: object, answer: object];

export interface DutyNeighbour {
  readonly title: string;
  readonly events: readonly InterchangeEvent[];
  readonly asked?: readonly Asked[];
  /** An event that is refused after those, the path and a word that the message names. */
  readonly refused?: readonly [InterchangeEvent, path: string, word: string];
}

/** Of the United States on goods of India, unless `more` says otherwise. */
export const duty = (at: string | object, answer: object, more: object = {}): Asked => [
  'duty',
  { imposedBy: 'US', on: 'IN', asOf: typeof at === 'string' ? { at } : at, ...more },
  answer,
];

export const seen = (slug: string, at: string | object, answer: object): Asked => [
  'measure',
  { slug, asOf: typeof at === 'string' ? { at } : at },
  answer,
];

/** `slug: REASON`, with `-` before a layer that does not apply. */
export const layers = (...lines: readonly string[]) => ({
  layers: lines.map((line) => {
    const [, minus, slug = '', reason] = /^(-?)([^:]*): (\w+)$/.exec(line) ?? [];
    return { measure: slug === '' ? null : { slug }, reason, applies: minus === '' };
  }),
});

export const on = (slug: string) => eventBuilders(`measure/${slug}`);
export const us = rulebook('US');

/** Adopted on 1 January 2025, by the United States on India. */
export const adopted = (
  slug: string,
  data: Partial<EventData<'MeasureAdopted'>>,
  day = '2025-01-01',
  more: EnvelopeOverrides = {},
) =>
  on(slug).MeasureAdopted(
    day,
    {
      ...{ title: slug, imposedBy: 'US', affects: ['IN'], kind: 'OTHER' as const },
      ...{ effectiveFrom: day, ...data },
    },
    more,
  );

/** Decided on the day on which it takes effect, unless the data say otherwise. */
export const amended = (
  slug: string,
  day: string,
  data: Partial<EventData<'MeasureAmended'>>,
  more: EnvelopeOverrides = {},
) => on(slug).MeasureAmended(day, { effectiveFrom: day, ...data }, more);

export const granted = (
  slug: string,
  day: string,
  data: Partial<EventData<'ExemptionGranted'>>,
  more: EnvelopeOverrides = {},
) => on(slug).ExemptionGranted(day, { goods: {}, effectiveFrom: day, ...data }, more);

/** Fields with fields of their own, for answers that are null. */
const SELECTIONS: Readonly<Record<string, string>> = {
  amount: '{amount currency}',
  range: '{min max}',
  measure: '{slug}',
  quota: '{status}',
  setBy: '{type}',
};

const selectionOf = (answer: unknown): string => {
  if (Array.isArray(answer)) return answer.length === 0 ? '' : selectionOf(answer[0]);
  if (typeof answer !== 'object' || answer === null) return '';
  const fields = Object.entries(answer).map(([key, value]) => {
    const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
    const own = isEmpty ? (SELECTIONS[key] ?? EMPTY[key] ?? '') : selectionOf(value);
    return `${key}${own}`;
  });
  return `{${fields.join(' ')}}`;
};

const EMPTY: Readonly<Record<string, string>> = {
  layers: '{reason}',
  pending: '{at}',
  reliefs: '{slug}',
  measures: '{slug}',
};

/** A value as it is written in a query; text after `~` is the name of an enum's value. */
const literal = (value: unknown): string => {
  if (typeof value === 'string' && value.startsWith('~')) return value.slice(1);
  if (Array.isArray(value)) return `[${value.map(literal).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, each]) => `${key}:${literal(each)}`)
    .join(',')}}`;
};

/** One test for each neighbour. */
export function dutyNeighbours(all: readonly DutyNeighbour[]): void {
  it.each(all)('$title', async ({ events, asked = [], refused }) => {
    const scenario = await given(...events);
    for (const [field, vars, answer] of asked) {
      const query = `{r:${field}${literal(vars).replace(/^\{/, '(').replace(/\}$/, ')')}${selectionOf(answer)}}`;
      const { data, errors } = JSON.parse(
        JSON.stringify(await respond(scenario.parley, query)),
      ) as { data?: { r: unknown }; errors?: unknown };
      expect([query, errors]).toEqual([query, undefined]);
      expect({ query, answer: data?.r }).toMatchObject({ query, answer });
    }
    if (!refused) return;
    const [event, path, word] = refused;
    expect(await refusal(scenario, event)).toEqual([expect.stringContaining(`events[0].${path} `)]);
    await expect(scenario.append([event])).rejects.toMatchObject({
      problems: [{ message: expect.stringContaining(word) as string }],
    });
  });
}
