import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../../src/domain/history/timeline.js';
import { given, instant, negotiation } from '../../support/given.js';

describe('a member that an unsigned agreement binds through its group', () => {
  const eu = negotiation('in-us');
  const events = [
    eu.NegotiationLaunched('2015-01-01', { parties: ['EU', 'JP'], timeZone: 'UTC' }),
    eu.RatificationStepTaken('2018-05-01', {
      party: 'GB',
      body: 'Parliament',
      step: 'approved',
      agreement: 'epa',
    }),
    eu.AgreementEnteredIntoForce('2019-02-01', {
      agreement: 'epa',
      mode: 'DEFINITIVE',
      parties: ['EU', 'JP'],
    }),
  ];

  it('is bound no more in the timeline from when it leaves, by the clock alone', async () => {
    const view = await (await given(...events)).negotiation('2022-01-01');
    const points = timelineOf(view, instant('2020-01-01T00:00:00Z'), view.at);
    const changes = points.flatMap(({ at, changes }) =>
      changes
        .filter(({ path }) => /\.byParty\.GB\.bound$/.test(path))
        .map(({ before, after, causedBy }) => [
          new Date(at).toISOString(),
          before,
          after,
          causedBy.length > 0,
        ]),
    );
    expect(changes).toEqual([['2020-12-31T23:00:00.000Z', 'DEFINITIVELY', 'NOT', true]]);
  });
});
