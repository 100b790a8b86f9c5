/** Parley.append: idempotency keys, expected revisions and dry runs. */
import { describe, expect, it } from 'vitest';
import { given, idOf, type Scenario, negotiation, emptyRecord, talks } from '../support/given.js';

const LAUNCH = talks.NegotiationLaunched('2025-02-13');
const round = (n: number) => talks.RoundHeld('2025-05-19/2025-05-22', { round: n });
const position = async (scenario: Scenario) => (await scenario.parley.head()).position;
const keyed = { idempotencyKey: 'desk-1' };

describe('an append that repeats an idempotency key with the same events', () => {
  it('returns the first result and writes nothing', async () => {
    const scenario = await given(LAUNCH);
    const { id: _, ...event } = round(1);
    const first = await scenario.append([event], keyed);
    const again = await scenario.append([event], keyed);
    expect(first.repeated).toBe(false);
    expect(again.repeated).toBe(true);
    expect(again.events).toEqual(first.events);
    expect(await again.findings()).toEqual([]);
    expect(await position(scenario)).toBe(2);
  });

  it('returns it whatever the order of the JSON keys', async () => {
    const scenario = await given(LAUNCH);
    const event = round(1);
    await scenario.append([event], keyed);
    const turned = Object.fromEntries(Object.entries(event).reverse());
    expect((await scenario.append([turned], keyed)).repeated).toBe(true);
  });

  it('returns it after the stream has grown', async () => {
    const scenario = await given(LAUNCH);
    const event = round(1);
    const request = {
      ...keyed,
      expectedRevisions: [{ stream: 'negotiation/in-us', revision: 1 }],
    };
    const first = await scenario.append([event], request);
    await scenario.append([round(2)]);
    const again = await scenario.append([event], request);
    expect(again.events.map(({ id }) => id)).toEqual(first.events.map(({ id }) => id));
  });

  it('returns it for a retraction, which cannot be recorded twice', async () => {
    const event = round(1);
    const scenario = await given(LAUNCH, event);
    const gone = talks.EventRetracted('2025-06-01', { event: event.id, reason: 'a mistake' });
    await scenario.append([gone], keyed);
    expect((await scenario.append([gone], keyed)).repeated).toBe(true);
    await expect(scenario.append([gone], { idempotencyKey: 'other' })).rejects.toMatchObject({
      code: 'REFUSED',
      problems: [{ path: 'events[0].data.event', code: 'RETRACTED_EVENT' }],
    });
  });

  it('returns it when both appends run concurrently', async () => {
    const scenario = await given(LAUNCH);
    const { id: _, ...event } = round(1);
    const results = await Promise.all([1, 2, 3].map(() => scenario.append([event], keyed)));
    expect(results.filter(({ repeated }) => repeated)).toHaveLength(2);
    expect(await position(scenario)).toBe(2);
  });
});

describe('an append that repeats an idempotency key with other events', () => {
  it('is refused, and nothing is written', async () => {
    const scenario = await given(LAUNCH);
    await scenario.append([round(1)], keyed);
    await expect(scenario.append([round(2)], keyed)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
      key: 'desk-1',
    });
    expect(await position(scenario)).toBe(2);
  });

  it('is refused for one more event, or the same events in another order', async () => {
    const scenario = await given(LAUNCH);
    const [one, two] = [round(1), round(2)];
    await scenario.append([one, two], keyed);
    for (const events of [[one], [two, one], [one, two, round(3)]])
      await expect(scenario.append(events, keyed)).rejects.toMatchObject({
        code: 'IDEMPOTENCY_CONFLICT',
      });
  });
});

describe('an append with an expected revision', () => {
  const expecting = (revision: number, stream = 'negotiation/in-us') => ({
    expectedRevisions: [{ stream, revision }],
  });

  it('is recorded when the revision is current', async () => {
    const scenario = await given(LAUNCH);
    expect((await scenario.append([round(1)], expecting(1))).events[0]!.revision).toBe(2);
    expect(
      (await scenario.append([round(2)], expecting(0, 'negotiation/new'))).events,
    ).toHaveLength(1);
  });

  it('is refused whole when it is not, and names the actual revision', async () => {
    const scenario = await given(LAUNCH);
    for (const revision of [0, 2])
      await expect(scenario.append([round(1)], expecting(revision))).rejects.toMatchObject({
        code: 'REVISION_CONFLICT',
        stream: 'negotiation/in-us',
        expected: revision,
        actual: 1,
      });
    expect(await position(scenario)).toBe(1);
  });

  it('succeeds for exactly one of two concurrent writers', async () => {
    const scenario = await given(LAUNCH);
    const results = await Promise.allSettled(
      [round(1), round(2)].map((event) => scenario.append([event], expecting(1))),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await position(scenario)).toBe(2);
  });

  it('is recorded though another stream has a new event that also appears in this one', async () => {
    const scenario = await given(LAUNCH);
    const shared = negotiation('in-eu').StatementMade(
      '2025-03-01',
      { speaker: 'Goyal', summary: 'both' },
      { also: ['negotiation/in-us'] },
    );
    await scenario.append([shared]);
    expect((await scenario.append([round(1)], expecting(1))).events).toHaveLength(1);
  });
});

describe('an event ID', () => {
  it('is refused when the log has it', async () => {
    const scenario = await given(LAUNCH);
    await expect(scenario.append([{ ...round(1), id: LAUNCH.id }])).rejects.toMatchObject({
      code: 'DUPLICATE_EVENT',
      id: LAUNCH.id,
    });
  });

  it('is refused when it occurs twice in one append', async () => {
    const scenario = await emptyRecord();
    const events = [round(1), round(2)].map((event) => ({ ...event, id: idOf(77) }));
    await expect(scenario.append(events)).rejects.toMatchObject({ code: 'DUPLICATE_EVENT' });
    expect(await position(scenario)).toBe(0);
  });
});

describe('a dry run', () => {
  it('returns what would be recorded and writes nothing', async () => {
    const scenario = await given(LAUNCH);
    const event = round(1);
    const before = await scenario.parley.head();
    const dry = await scenario.append([event], { ...keyed, dryRun: true });
    expect(dry.events).toMatchObject([{ id: event.id, position: 2, revision: 2 }]);
    expect(await scenario.parley.head()).toEqual(before);
    expect(await scenario.parley.event(event.id)).toBeUndefined();
    expect((await scenario.negotiation('2025-12-01')).rounds).toEqual([]);
    expect((await scenario.append([event], keyed)).repeated).toBe(false);
  });

  it('is refused when the append would be', async () => {
    const scenario = await given(LAUNCH);
    const gone = talks.EventRetracted('2025-06-01', { event: idOf(999_999), reason: 'x' });
    await expect(scenario.append([gone], { dryRun: true })).rejects.toMatchObject({
      code: 'REFUSED',
    });
    const stale = {
      dryRun: true,
      expectedRevisions: [{ stream: 'negotiation/in-us', revision: 9 }],
    };
    await expect(scenario.append([round(1)], stale)).rejects.toMatchObject({
      code: 'REVISION_CONFLICT',
    });
  });
});

describe('two concurrent retractions of one event', () => {
  it('record one retraction and refuse the other', async () => {
    const event = round(1);
    const scenario = await given(LAUNCH, event);
    const results = await Promise.allSettled(
      [1, 2].map(() =>
        scenario.append([talks.EventRetracted('2025-06-01', { event: event.id, reason: 'x' })]),
      ),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await position(scenario)).toBe(3);
  });
});
