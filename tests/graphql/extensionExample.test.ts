import { beforeAll, describe, expect, it } from 'vitest';
import tariffWatch from '../../examples/extension/parley.config.js';
import type { Parley } from '../../src/app/parley.js';
import { indiaUsRecord } from '../support/record.js';
import { answer, respond } from './extensionClient.js';

let parley: Parley;
beforeAll(async () => {
  parley = await indiaUsRecord();
});

describe('the example of an extension', () => {
  it('counts the days since the last round at the view', async () => {
    const { before, after } = await answer(
      parley,
      tariffWatch,
      `{
        before: negotiation(slug: "in-us-bta", asOf: { at: "2025-03-05" }) { daysSinceLastRound }
        after: negotiation(slug: "in-us-bta", asOf: { at: "2025-04-30" }) { daysSinceLastRound rounds { dates status } }
      }`,
    );
    expect(before).toEqual({ daysSinceLastRound: null });
    expect(after.rounds).toContainEqual({ dates: '2025-04-23/2025-04-25', status: 'HELD' });
    expect(after.daysSinceLastRound).toBe(5);
  });

  it('lists the measures on a country, with every field of a measure', async () => {
    const watch = (code: string) =>
      respond(
        parley,
        tariffWatch,
        `{ tariffWatch(code: "${code}") { nextChange measure { id slug status } } }`,
      );
    const { data } = await watch('IN');
    const slugs = (data?.['tariffWatch'] as { measure: { slug: string } }[]).map(
      ({ measure }) => measure.slug,
    );
    expect(slugs).toContain('us-232-metals');
    expect((await watch('in')).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});
