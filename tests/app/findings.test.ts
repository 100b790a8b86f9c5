/** An append returns the findings that it causes; its dry run returns the same. */
import { describe, expect, it, vi } from 'vitest';
import {
  given,
  type Scenario,
  measure,
  negotiation,
  type InterchangeEvent,
  talks,
} from '../support/given.js';

const LAUNCH = talks.NegotiationLaunched('2025-02-13');
const keep = talks.StatementMade('2026-12-20', { speaker: 'Goyal', summary: 'soon' });

/** The codes of what these events make worth a second look: dry, then in earnest. */
async function both(
  scenario: Scenario,
  ...events: readonly InterchangeEvent[]
): Promise<readonly string[]> {
  const dry = await (await scenario.append(events, { dryRun: true })).findings();
  const real = await (await scenario.append(events)).findings();
  const codes = real.map(({ code }) => code);
  expect(dry.map(({ code }) => code)).toEqual(codes);
  expect(dry.map(({ message }) => message)).toEqual(real.map(({ message }) => message));
  return codes;
}

describe('an append', () => {
  it('without anything unusual has no findings', async () => {
    expect(
      await both(await given(LAUNCH, keep), talks.RoundHeld('2025-05-19', { round: 1 })),
    ).toEqual([]);
  });

  it('reports an unexpected transition', async () => {
    const scenario = await given(LAUNCH, keep);
    expect(await both(scenario, talks.AgreementSigned('2025-09-01', { title: 'BTA' }))).toEqual([
      'UNEXPECTED_TRANSITION',
    ]);
  });

  it('reports a possible duplicate, with both events', async () => {
    const first = talks.RoundHeld('2025-05-19', { round: 1 });
    const second = talks.RoundHeld('2025-05-19', { round: 2 });
    const scenario = await given(LAUNCH, keep, first);
    const { findings } = await scenario.append([second]);
    expect(
      (await findings()).map(({ code, events }) => [code, ...events.map((f) => f.event.id)]),
    ).toEqual([['POSSIBLE_DUPLICATE', first.id, second.id]]);
  });

  it('does not repeat findings that existed before', async () => {
    const scenario = await given(
      LAUNCH,
      keep,
      talks.AgreementSigned('2025-09-01', { title: 'BTA' }),
    );
    expect(await scenario.codes('2026-12-31')).toEqual(['UNEXPECTED_TRANSITION']);
    expect(await both(scenario, talks.TargetMet('2025-10-01', { target: 'x' }))).toEqual([
      'TARGET_UNKNOWN',
    ]);
  });

  it('that settles a finding has none', async () => {
    const scenario = await given(LAUNCH, keep, talks.TargetMet('2025-10-01', { target: 'x' }));
    const set = talks.TargetSet('2025-03-01', {
      target: 'x',
      what: 'x',
      due: '2025-09',
      kind: 'TARGET',
    });
    expect(await both(scenario, set)).toEqual([]);
    expect(await scenario.codes('2026-12-31')).toEqual([]);
  });

  it('of a correction or retraction reports the findings that it causes', async () => {
    const round = talks.RoundHeld('2025-05-19', { round: 1 });
    const done = talks.AgreementConcluded('2025-08-01', { title: 'BTA' });
    const scenario = await given(LAUNCH, keep, round, done);
    const gone = talks.EventRetracted('2025-09-01', { event: round.id, reason: 'a meeting' });
    expect(await both(scenario, gone)).toEqual(['UNEXPECTED_TRANSITION']);
  });

  it('reports the findings of every negotiation that it concerns', async () => {
    const eu = negotiation('in-eu');
    const scenario = await given(
      LAUNCH,
      keep,
      eu.NegotiationLaunched('2025-01-10', { parties: ['IN', 'EU'] }),
    );
    const events = [talks, eu].map((each) => each.AgreementSigned('2025-09-01', { title: 'X' }));
    expect(await both(scenario, ...events)).toEqual([
      'UNEXPECTED_TRANSITION',
      'UNEXPECTED_TRANSITION',
    ]);
  });
});

describe('a launch of a negotiation that was launched before', () => {
  it('is pointed out with the launch on record, dry and in earnest', async () => {
    const scenario = await given(LAUNCH, keep);
    const again = talks.NegotiationLaunched('2025-09-01', { title: 'Another deal' });
    const { findings } = await scenario.append([again], { dryRun: true });
    expect(
      (await findings()).map(({ code, events }) => [code, ...events.map((f) => f.event.id)]),
    ).toEqual([
      ['LAUNCHED_BEFORE', again.id, LAUNCH.id],
      ['CONFLICTING_DATES', LAUNCH.id, again.id],
    ]);
    expect(await both(scenario, again)).toEqual(['LAUNCHED_BEFORE', 'CONFLICTING_DATES']);
  });

  it('is not pointed out again for what is entered afterwards', async () => {
    const again = talks.NegotiationLaunched('2025-09-01', { title: 'Another deal' });
    const scenario = await given(LAUNCH, again, keep);
    expect(await both(scenario, talks.RoundHeld('2025-10-19', { round: 1 }))).toEqual([]);
  });
});

describe('an append about a measure', () => {
  const tariff = measure('us-a');
  const adopted = tariff.MeasureAdopted('2025-03-01', { rate: 10, effectiveFrom: '2025-03-02' });
  const ended = tariff.MeasureEnded('2025-05-01', { how: 'LIFTED', effectiveFrom: '2025-05-02' });
  const late = tariff.MeasureAmended('2025-06-01', { rate: 12, effectiveFrom: '2025-06-02' });

  it('that had ended is reported for the negotiations that it concerns', async () => {
    const other = negotiation('in-eu').NegotiationLaunched('2025-01-10', { parties: ['IN', 'EU'] });
    const scenario = await given(LAUNCH, keep, other, adopted, ended);
    expect(await both(scenario, late)).toEqual(['MEASURE_CHANGED_AFTER_END']);
  });

  it('that is new in the record is checked as well', async () => {
    const scenario = await given(LAUNCH, keep);
    expect(await scenario.parley.measures()).toEqual([]);
    const announced = tariff.MeasureAnnounced('2025-03-01', { rate: 10 });
    expect(await both(scenario, announced)).toEqual(['ANNOUNCED_WITHOUT_INSTRUMENT']);
  });
});

describe('an append that begins a negotiation or a measure', () => {
  const launched = (slug: string) =>
    negotiation(slug).NegotiationLaunched('2025-03-01', { parties: ['IN', 'US'] });
  const adopted = (slug: string) =>
    measure(slug).MeasureAdopted('2025-03-01', { rate: 10, effectiveFrom: '2025-03-02' });

  it('reports a name like one on record, with the event that begins it', async () => {
    const scenario = await given(launched('in-us-deal'), adopted('us-steel'));
    const [talks_, duty] = [launched('us-in-deal'), adopted('us-stel')];
    const { findings } = await scenario.append([talks_, duty], { dryRun: true });
    const similar = (await findings()).filter(({ code }) => code === 'SIMILAR_SLUG');
    expect(similar.map(({ message, events }) => [message, events.map((f) => f.event.id)])).toEqual([
      [
        '"us-in-deal" is a new negotiation, named like "in-us-deal". Enter the event there if that is meant, or leave both if they differ.',
        [talks_.id],
      ],
      [
        '"us-stel" is a new measure, named like "us-steel". Enter the event there if that is meant, or leave both if they differ.',
        [duty.id],
      ],
    ]);
    expect(await both(scenario, talks_, duty)).toEqual(['SIMILAR_SLUG', 'SIMILAR_SLUG']);
  });

  it('reports two such names of one append once', async () => {
    const scenario = await given(LAUNCH, keep);
    expect(await both(scenario, adopted('us-steel'), adopted('us-stel'))).toEqual(['SIMILAR_SLUG']);
  });

  it('does not repeat it for what is entered there afterwards', async () => {
    const scenario = await given(launched('in-us-deal'), launched('us-in-deal'));
    const held = negotiation('us-in-deal').RoundHeld('2025-03-09', { round: 1 });
    expect(await both(scenario, held)).toEqual([]);
  });
});

describe('the findings of an append', () => {
  /** The streams read while the findings of an event are looked for. */
  async function readFor(scenario: Scenario, event: InterchangeEvent): Promise<readonly string[]> {
    const { findings } = await scenario.append([event], { dryRun: true });
    const read = vi.spyOn(scenario.parley.log, 'read');
    await findings();
    const streams = read.mock.calls.flatMap(([selection]) => selection?.streams ?? []);
    read.mockRestore();
    return streams.sort();
  }

  it('are looked for between the parties, and in the negotiations of an imposer', async () => {
    const adopted = (slug: string, imposedBy: string, on: string) =>
      measure(slug).MeasureAdopted('2025-03-01', {
        ...{ imposedBy, affects: [on], rate: 10, effectiveFrom: '2025-03-02' },
      });
    const parties = (slug: string, ...codes: readonly string[]) =>
      negotiation(slug).NegotiationLaunched('2025-01-10', { parties: [...codes] });
    const record = () =>
      given(
        ...[LAUNCH, parties('br-jp', 'BR', 'JP'), parties('eu-us', 'EU', 'US')],
        ...[adopted('us-a', 'US', 'IN'), adopted('br-b', 'BR', 'JP'), adopted('jp-c', 'JP', 'BR')],
      );
    expect(await readFor(await record(), talks.RoundHeld('2025-05-19', { round: 1 }))).toEqual([
      'measure/us-a',
      'negotiation/in-us',
    ]);
    const term = measure('jp-c').MeasureAmended('2025-06-01', {
      ...{ rate: 20, effectiveFrom: '2025-06-02' },
    });
    const read = await readFor(await record(), term);
    expect(read).toContain('negotiation/br-jp');
    expect(read).toContain('measure/br-b');
    expect(read.filter((stream) => /us/.test(stream))).toEqual([]);
    // A member of the European Union imposes: so may the Union.
    const german = await readFor(await record(), adopted('de-d', 'DE', 'US'));
    expect(german).toContain('negotiation/eu-us');
    expect(german).not.toContain('negotiation/br-jp');
  });
});
