import { beforeEach, describe, expect, it } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import { emptyRecord, query, respond } from '../support/graphql.js';

const APPEND = `
  mutation Append($input: AppendEventsInput!) {
    appendEvents(input: $input) {
      __typename
      ... on Error { code message }
      ... on ValidationError { problems { path code message } }
      ... on RevisionConflictError { stream expected actual }
      ... on AppendEventsSuccess {
        repeated
        events { __typename id stream position revision recordedBy certainty ... on RoundHeld { round place } }
        negotiation { slug phase { value } revision }
        findings { code events { id } }
      }
    }
  }`;

const sources = [{ kind: 'PRESS', url: 'https://example.org/a', published: '2025-03-05' }];
const launch = {
  stream: 'negotiation/x-y',
  occurred: '2025-03-04',
  sources,
  data: { negotiationLaunched: { title: 'X-Y', parties: ['IN', 'US'] } },
};
const round = (number: number | null, more = {}) => ({
  stream: 'negotiation/x-y',
  occurred: '2025-04-23/2025-04-25',
  sources,
  data: { roundHeld: { round: number, place: 'Delhi', mode: null } },
  ...more,
});
const rate = (value: number) => ({
  stream: 'measure/m',
  occurred: '2025-04-02',
  sources,
  data: {
    measureAdopted: {
      title: 'M',
      imposedBy: 'US',
      affects: ['IN'],
      kind: 'RECIPROCAL',
      rate: value,
      effectiveFrom: '2025-04-05',
    },
  },
});

let parley: Parley;
beforeEach(async () => {
  parley = await emptyRecord();
});

const append = async (input: object, around = {}) =>
  (await query(parley, APPEND, { input }, around)).appendEvents;

describe('appendEvents', () => {
  it("records events and returns the negotiation's new state", async () => {
    const result = await append(
      { events: [launch, round(1)] },
      { principal: { name: 'desk', mayWrite: true } },
    );
    expect(result).toMatchObject({
      __typename: 'AppendEventsSuccess',
      repeated: false,
      events: [
        { __typename: 'NegotiationLaunched', position: 1, revision: 1, recordedBy: 'desk' },
        { __typename: 'RoundHeld', position: 2, round: 1, place: 'Delhi', certainty: 'REPORTED' },
      ],
      negotiation: { slug: 'x-y', phase: { value: 'NEGOTIATING' }, revision: 2 },
      findings: [],
    });
    const stored = await parley.event(result.events[1].id);
    expect(stored?.data).toEqual({ round: 1, place: 'Delhi' });
  });

  it('returns the findings that the events cause', async () => {
    await append({ events: [launch] });
    const again = { ...launch, occurred: '2025-09-01' };
    const { findings, events } = await append({ events: [again] });
    expect(findings).toMatchObject([{ code: 'LAUNCHED_BEFORE' }, { code: 'CONFLICTING_DATES' }]);
    expect(findings[0].events).toContainEqual({ id: events[0].id });
  });

  it('names every problem with its path and writes nothing', async () => {
    const bad = {
      ...rate(-1),
      occurred: 'yesterday',
      data: {
        measureAdopted: {
          ...rate(-1).data.measureAdopted,
          imposedBy: 'ZZ',
          goods: { hs: ['720'] },
          timeZone: 'Mars/Olympus',
        },
      },
    };
    const result = await append({ events: [launch, bad, { ...round(1), sources: [] }] });
    expect(result).toMatchObject({ __typename: 'ValidationError', code: 'VALIDATION_FAILED' });
    expect(result.problems.map(({ path }: { path: string }) => path).toSorted()).toEqual([
      'events[1].data.goods.hs[0]',
      'events[1].data.imposedBy',
      'events[1].data.rate',
      'events[1].data.timeZone',
      'events[1].occurred',
      'events[2].sources',
    ]);
    expect((await parley.head()).position).toBe(0);
  });

  it('refuses an unknown target, an empty list and a repeated ID', async () => {
    const { events } = await append({ events: [launch] });
    const about = (event: string) => ({
      stream: 'negotiation/x-y',
      occurred: '2025-05',
      certainty: 'INFERRED',
      data: { eventRetracted: { event, reason: 'x' } },
    });
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect((await append({ events: [about(unknown)] })).problems).toMatchObject([
      { path: 'events[0].data.event', code: 'UNKNOWN_EVENT' },
    ]);
    expect((await append({ events: [] })).problems).toMatchObject([
      { path: 'events', code: 'MISSING' },
    ]);
    const twice = { ...round(1), id: events[0].id };
    expect((await append({ events: [twice] })).problems).toMatchObject([
      { path: 'events[0].id', code: 'DUPLICATE_EVENT' },
    ]);
    expect((await append({ events: [about(events[0].id)] })).__typename).toBe(
      'AppendEventsSuccess',
    );
  });

  it('corrects the data of an event, with JSON fields taken as they are', async () => {
    const { events } = await append({ events: [launch, round(2)] });
    const correction = (data: object) => ({
      stream: 'negotiation/x-y',
      occurred: '2025-05',
      sources,
      data: { eventCorrected: { event: events[1].id, reason: 'It was the third.', data } },
    });
    const refused = await append({ events: [correction({ round: null })] });
    expect(refused.problems).toMatchObject([{ path: 'events[0].data.data.round' }]);
    expect((await append({ events: [correction({ round: 3 })] })).__typename).toBe(
      'AppendEventsSuccess',
    );
    const { negotiation } = await query(
      parley,
      '{ negotiation(slug: "x-y") { rounds { number } } }',
    );
    expect(negotiation.rounds).toEqual([{ number: 3 }]);
  });

  it('accepts literals as well as variables', async () => {
    const result = await query(
      parley,
      `mutation { appendEvents(input: { events: [{
         stream: "rulebook/US", occurred: "2025-04-29", certainty: INFERRED,
         data: { precedenceSet: { order: [["a", "b-*"], ["c"]], effectiveFrom: "2025-03-04" } } }] }) {
         ... on AppendEventsSuccess { events { data ... on PrecedenceSet { order } } negotiation { id } } } }`,
    );
    expect(result.appendEvents).toMatchObject({
      events: [{ data: { order: [['a', 'b-*'], ['c']] }, order: [['a', 'b-*'], ['c']] }],
      negotiation: null,
    });
  });

  it('requires exactly one key of data', async () => {
    const events = [{ ...launch, data: { ...launch.data, ...round(1).data } }];
    const { errors } = await respond(parley, APPEND, { input: { events } });
    expect(errors?.[0]?.message).toContain('Exactly one key');
  });

  it('writes nothing in a dry run, and returns what it would write and find', async () => {
    await append({ events: [launch] });
    const dry = await append({ events: [{ ...launch, occurred: '2025-09' }], dryRun: true });
    expect(dry).toMatchObject({
      __typename: 'AppendEventsSuccess',
      events: [{ position: 2 }],
      negotiation: null,
      findings: [{ code: 'LAUNCHED_BEFORE' }, { code: 'CONFLICTING_DATES' }],
    });
    expect((await parley.head()).position).toBe(1);
    expect((await append({ events: [rate(-1)], dryRun: true })).__typename).toBe('ValidationError');
  });

  it('describes the events of a dry run by the names on record', async () => {
    const describing = async (name: string, data: object, dryRun: boolean) => {
      const event = {
        stream: 'area/PACT',
        occurred: '2025-02-01',
        sources,
        data: { [name]: data },
      };
      const { appendEvents } = await query(
        parley,
        `mutation ($input: AppendEventsInput!) {
           appendEvents(input: $input) { ... on AppendEventsSuccess { events { summary timeZone } } }
         }`,
        { input: { events: [event], dryRun } },
      );
      return appendEvents.events[0].summary as string;
    };
    const join = (member: string, dryRun: boolean) =>
      describing('memberJoined', { member, effectiveFrom: '2025-01-01' }, dryRun);
    await describing('areaDefined', { name: 'The Pact', kind: 'FREE_TRADE_AREA' }, false);
    for (const member of ['JP', 'KR', 'AU']) {
      const dry = await join(member, true);
      expect(dry).toContain('The Pact');
      expect(await join(member, false)).toBe(dry);
    }
  });

  it('refuses an outdated expected revision', async () => {
    await append({ events: [launch] });
    const expecting = (revision: number) => ({
      events: [round(1)],
      expectedRevisions: [{ stream: 'negotiation/x-y', revision }],
    });
    expect(await append(expecting(0))).toMatchObject({
      __typename: 'RevisionConflictError',
      code: 'REVISION_CONFLICT',
      stream: 'negotiation/x-y',
      expected: 0,
      actual: 1,
    });
    expect((await append(expecting(1))).__typename).toBe('AppendEventsSuccess');
  });

  it('returns the first result for the same key, and refuses other events under it', async () => {
    const once = await append({ events: [launch], idempotencyKey: 'k' });
    const again = await append({ events: [launch], idempotencyKey: 'k' });
    expect(again).toMatchObject({ repeated: true, events: once.events, findings: [] });
    expect(await append({ events: [round(1)], idempotencyKey: 'k' })).toMatchObject({
      __typename: 'IdempotencyConflictError',
      code: 'IDEMPOTENCY_CONFLICT',
    });
    expect((await parley.head()).position).toBe(1);
  });

  it('is refused to a caller who may only read', async () => {
    const principal = { name: 'reader', mayWrite: false };
    expect(await append({ events: [launch] }, { principal })).toMatchObject({
      __typename: 'ForbiddenError',
      code: 'FORBIDDEN',
    });
    expect((await parley.head()).position).toBe(0);
  });
});
