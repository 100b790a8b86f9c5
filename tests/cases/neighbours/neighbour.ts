/**
 * Neighbours of the public cases, in their manner: a rule, events, questions with the right
 * answers. Asked over GraphQL; only the keys that an answer names are compared.
 */
import { expect, it } from 'vitest';
import { given, type InterchangeEvent, talks } from '../../support/given.js';
import { refusal } from '../../support/refusal.js';
import { respond } from '../../support/graphql.js';

export interface Neighbour {
  readonly title: string;
  readonly events: readonly InterchangeEvent[];
  /** At when, what is asked of the negotiation, and the answer to it. */
  readonly asked?: readonly (readonly [at: string | object, fields: string, answer: object])[];
  /** An event that is refused after those: path, code and a word that the message names. */
  readonly refused?: readonly [InterchangeEvent, path: string, code: string, word: string];
}

/** The launch that each begins with, unless it says otherwise. */
export const launch = (data: object = {}, day = '2025-01-01') =>
  talks.NegotiationLaunched(day, { title: 'N', timeZone: 'UTC', ...data });

const literal = (asOf: object): string =>
  `{${Object.entries(asOf)
    .map(([key, value]) => `${key}:${JSON.stringify(value)}`)
    .join(',')}}`;

/** One test for each neighbour. */
export function neighbours(all: readonly Neighbour[]): void {
  it.each(all)('$title', async ({ events, asked = [], refused }) => {
    const scenario = await given(...events);
    for (const [at, fields, answer] of asked) {
      const asOf = literal(typeof at === 'string' ? { at } : at);
      const { data, errors } = JSON.parse(
        JSON.stringify(
          await respond(scenario.parley, `{r:negotiation(slug:"in-us",asOf:${asOf}){${fields}}}`),
        ),
      ) as { data: { r: unknown }; errors?: unknown };
      expect([asOf, errors, data.r]).toEqual([asOf, undefined, expect.objectContaining(answer)]);
    }
    if (!refused) return;
    const [event, path, code, word] = refused;
    expect(await refusal(scenario, event)).toEqual([`events[0].${path} ${code}`]);
    await expect(scenario.append([event])).rejects.toMatchObject({
      problems: [{ message: expect.stringContaining(word) as string }],
    });
  });
}
