/** Entering events by hand: each type has its mutation, and what is left out is filled in. */
import { type GraphQLInputObjectType, type GraphQLUnionType, isNonNullType } from 'graphql';
import { beforeEach, describe, expect, it } from 'vitest';
import { definition, EVENT_TYPES } from '../../events/catalogue.js';
import type { Parley } from '../../src/app/parley.js';
import { schema } from '../../src/graphql/schema.js';
import { emptyRecord } from '../support/graphql.js';
import { idOf } from '../support/given.js';
import { entryClient, type Enter, sources } from '../support/entryMutations.js';

/** Early in the morning in London: still the day before in New York, already noon in Seoul. */
const NIGHT = '2025-06-11T03:00:00Z';

let parley: Parley;
let enter: Enter;
beforeEach(async () => {
  parley = await emptyRecord(NIGHT);
  enter = entryClient(parley);
});

const launch = (more = {}) =>
  enter('launchNegotiation', {
    ...{ negotiation: 'in-us', title: 'IN-US', parties: ['IN', 'US'], sources },
    ...more,
  });
const impose = (more = {}) =>
  enter('imposeMeasure', {
    ...{ measure: 'm', title: 'M', imposedBy: 'US', affects: ['IN'], kind: 'OTHER', rate: 10 },
    ...{ effectiveFrom: '2025-05-01', sources },
    ...more,
  });
const CONFLICTING: unknown = expect.stringMatching(/^CONFLICTING_/);
const position = async () => (await parley.head()).position;

describe.each(EVENT_TYPES)('%s', (type) => {
  const { mutation, stream, describe: description } = definition(type);
  const mayLack = (key: string): boolean =>
    definition(type).data.shape[key]!.safeParse(undefined).success;
  const field = schema.getMutationType()?.getFields()[mutation];
  const Name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;

  it('has a mutation whose input has the fields of its data', () => {
    const [input] = field?.args ?? [];
    expect(field?.args.map(({ name }) => name)).toEqual(['input']);
    expect(String(input?.type)).toBe(`${Name}Input!`);
    const fields = (schema.getType(`${Name}Input`) as GraphQLInputObjectType).getFields();
    for (const key of Object.keys(definition(type).data.shape))
      expect([key, isNonNullType(fields[key]?.type)]).toEqual([key, !mayLack(key)]);
    const subject = stream === 'any' ? 'event' : typeof stream === 'string' ? stream : 'stream';
    expect(isNonNullType(fields[subject]?.type)).toBe(true);
    for (const key of ['expectedRevision', 'idempotencyKey', 'dryRun', 'sources', 'occurred'])
      expect(fields).toHaveProperty(key);
  });

  it('returns its own success type or any of the errors', () => {
    const result = schema.getType(`${Name}Result`) as GraphQLUnionType;
    expect(String(field?.type)).toBe(`${Name}Result!`);
    expect(result.getTypes().map(String).toSorted()).toEqual(
      [
        ...['ForbiddenError', 'IdempotencyConflictError', 'NotFoundError', `${Name}Success`],
        ...['RevisionConflictError', 'ValidationError'],
      ].toSorted(),
    );
    expect(field?.description).toContain(description.slice(1));
  });
});

describe('an event without a date', () => {
  it('occurs today in the zone of its negotiation', async () => {
    await launch({ occurred: '2025-02-13', timeZone: 'America/New_York' });
    const meet = (more = {}) =>
      enter('recordMeeting', { negotiation: 'in-us', level: 'LEADERS', sources, ...more });
    expect(await meet()).toMatchObject({ events: [{ occurred: '2025-06-10' }] });
    expect(await meet({ timeZone: 'Asia/Kolkata' })).toMatchObject({
      events: [{ occurred: '2025-06-11' }],
    });
  });

  it('that begins its stream occurs today in its own zone', async () => {
    expect(await launch({ timeZone: 'America/New_York' })).toMatchObject({
      events: [{ occurred: '2025-06-10', data: { timeZone: 'America/New_York' } }],
    });
    expect(await launch({ negotiation: 'other' })).toMatchObject({
      events: [{ occurred: '2025-06-11' }],
    });
  });

  it('of a measure occurs today in the zone of the imposing authority', async () => {
    expect(await impose()).toMatchObject({ events: [{ occurred: '2025-06-10' }] });
    expect(await impose({ measure: 'n', imposedBy: 'IN', affects: ['US'] })).toMatchObject({
      events: [{ occurred: '2025-06-11' }],
    });
    const suspended = await enter('suspendMeasure', {
      ...{ measure: 'm', effectiveFrom: '2025-06-15', sources },
    });
    expect(suspended).toMatchObject({ events: [{ stream: 'measure/m', occurred: '2025-06-10' }] });
    const order = await enter('setPrecedence', {
      ...{ rulebook: 'US', order: [['m'], ['n']], effectiveFrom: '2025-07-01', sources },
    });
    expect(order).toMatchObject({ events: [{ stream: 'rulebook/US', occurred: '2025-06-10' }] });
  });
});

describe('the certainty of an event', () => {
  it('is REPORTED by default, and INFERRED for a correction without sources', async () => {
    const launched = await launch();
    expect(launched.events[0].certainty).toBe('REPORTED');
    const about = { event: launched.events[0].id, reason: 'A slip.' };
    const inferred = await enter('correctEvent', { ...about, occurred: '2025-02-13' });
    expect(inferred.events[0]).toMatchObject({ certainty: 'INFERRED', sources: [] });
    const cited = await enter('correctEvent', { ...about, occurred: '2025-03', citing: sources });
    expect(cited.events[0]).toMatchObject({ certainty: 'REPORTED', sources });
    const added = await enter('addSources', { event: about.event, sources });
    expect(added.events[0]).toMatchObject({ certainty: 'REPORTED', sources });
    const retracted = await enter('retractEvent', about);
    expect(retracted.events[0]).toMatchObject({ certainty: 'INFERRED', sources: [] });
  });
});

describe('a dry run', () => {
  const again = { occurred: '2025-05-01', negotiation: 'in-us' };

  it('returns the findings of the append, and writes nothing', async () => {
    await launch({ occurred: '2025-02-13' });
    const dry = await launch({ ...again, dryRun: true });
    expect(dry.findings).toMatchObject([{ code: 'LAUNCHED_BEFORE' }, { code: CONFLICTING }]);
    expect([dry.negotiation, await position()]).toEqual([null, 1]);
    const real = await launch(again);
    expect(real.findings.map(({ code }: { code: string }) => code)).toEqual([
      'LAUNCHED_BEFORE',
      CONFLICTING,
    ]);
    expect(real.negotiation).toMatchObject({ slug: 'in-us', revision: 2 });
    expect(await position()).toBe(2);
  });

  it('is refused when the append would be', async () => {
    expect(await impose({ rate: -1, dryRun: true })).toMatchObject({
      problems: [{ path: 'rate' }],
    });
    expect(await position()).toBe(0);
  });
});

describe('a refused entry mutation', () => {
  it.each([
    ['pauseTalks', { negotiation: 'in-us', scope: 'ALL' }, ['sources']],
    ['pauseTalks', { negotiation: 'In US', scope: 'ALL', sources }, ['negotiation']],
    [
      'recordRound',
      {
        ...{ negotiation: 'in-us', round: -1, occurred: '2025-13', timeZone: 'Mars/Base' },
        sources: [{ kind: 'PRESS', published: 'autumn' }],
      },
      ['occurred', 'round', 'sources[0].published', 'timeZone'],
    ],
    ['suspendMeasure', { measure: 'm', effectiveFrom: '2025-01-01', sources }, ['measure']],
    [
      'setPrecedence',
      { rulebook: 'XX', order: [['m']], effectiveFrom: '2025', sources },
      ['effectiveFrom', 'rulebook'],
    ],
    [
      'endMeasure',
      { measure: 'm', how: 'LIFTED', effectiveFrom: '2025-01-01', sources },
      ['measure'],
    ],
  ])('%s names problems by the keys of its own input', async (mutation, input, paths) => {
    const { problems } = await enter(mutation, input);
    expect(problems.map(({ path }: { path: string }) => path).toSorted()).toEqual(paths);
    expect(await position()).toBe(0);
  });

  it('about another event names problems by the keys of its own input', async () => {
    const { events } = await impose();
    const about = { event: events[0].id, reason: 'A slip.' };
    const bad = [{ kind: 'PRESS', published: 'autumn' }];
    const paths = async (mutation: string, input: object) =>
      (await enter(mutation, { ...about, ...input })).problems.map((p: { path: string }) => p.path);
    const data = { ...events[0].data, rate: -1 };
    expect(await paths('correctEvent', { data })).toEqual(['data.rate']);
    expect(await paths('correctEvent', { sources: bad })).toEqual(['sources[0].published']);
    expect(await paths('correctEvent', { occurred: '2025', citing: bad })).toEqual([
      'citing[0].published',
    ]);
    expect(await paths('retractEvent', { sources: bad })).toEqual(['sources[0].published']);
    expect(await paths('retractEvent', { certainty: 'REPORTED' })).toEqual(['sources']);
    const added = await enter('addSources', { event: about.event, sources: bad });
    expect(added.problems).toMatchObject([{ path: 'sources[0].published' }]);
    expect(await position()).toBe(1);
  });

  it('returns NotFoundError for an event that is not recorded', async () => {
    for (const [mutation, more] of [
      ['correctEvent', { reason: 'r', occurred: '2025' }],
      ['retractEvent', { reason: 'r' }],
      ['addSources', { sources }],
    ] as const)
      expect(await enter(mutation, { event: idOf(7), ...more })).toMatchObject({
        __typename: 'NotFoundError',
        code: 'EVENT_NOT_FOUND',
        message: expect.stringContaining(idOf(7)),
      });
  });

  it('returns ForbiddenError to a caller who may only read', async () => {
    const reader = entryClient(parley, { principal: { mayWrite: false } });
    expect(
      await reader('recordMeeting', { negotiation: 'in-us', level: 'LEADERS', sources }),
    ).toMatchObject({ __typename: 'ForbiddenError', code: 'FORBIDDEN' });
    expect(await position()).toBe(0);
  });

  it('returns RevisionConflictError for an outdated revision', async () => {
    await launch({ expectedRevision: 0 });
    expect(await launch({ expectedRevision: 0 })).toMatchObject({
      __typename: 'RevisionConflictError',
      ...{ stream: 'negotiation/in-us', expected: 0, actual: 1 },
    });
    const { events } = await launch({ expectedRevision: 1 });
    const about = { event: events[0].id, reason: 'r', expectedRevision: 1 };
    expect(await enter('retractEvent', about)).toMatchObject({ expected: 1, actual: 2 });
    expect(await position()).toBe(2);
  });

  it('returns IdempotencyConflictError for another event under a used key, and the first result for the same', async () => {
    const idempotencyKey = 'desk-1';
    const first = await launch({ idempotencyKey });
    expect(await launch({ idempotencyKey })).toEqual({ ...first, repeated: true });
    expect(await launch({ idempotencyKey, title: 'Another' })).toMatchObject({
      __typename: 'IdempotencyConflictError',
      code: 'IDEMPOTENCY_CONFLICT',
    });
    expect(await position()).toBe(1);
  });
});
