/** An answer at one instant is given at others only where working it out there gives the same. */
import fc from 'fast-check';
import {
  getNamedType,
  type GraphQLObjectType,
  isAbstractType,
  isLeafType,
  isRequiredArgument,
  parse,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import type { EventDraft } from '../../../events/parse.js';
import { Parley } from '../../../src/app/parley.js';
import { schema } from '../../../src/graphql/schema.js';
import { STEADY_FIELDS, steadyQuestion } from '../../../src/graphql/steadyQuestion.js';
import { MemoryLog } from '../../../src/log/memory/memoryLog.js';
import { answerQuery, ParsedDocuments } from '../../../src/server/compute/answerQuery.js';
import { AnswerSize } from '../../../src/server/compute/answerSize.js';
import { KeptAnswers } from '../../../src/server/responses/keptAnswers.js';
import { momentOf } from '../../../src/server/responses/moment.js';
import type { Query, QueryThreads } from '../../../src/server/responses/query.js';
import { dutyHistories, histories } from '../../support/histories.js';
import { SEED } from '../../support/seed.js';
import { tradeLogs } from '../../support/tradeLogs.js';
import { NEGOTIATIONS } from '../../support/universe.js';

const BYTES = 2 ** 24;
const NOW = Date.parse('2027-06-01T00:00:00Z');

const RUNS = Number(process.env['RUNS'] ?? 12);

/** How deep the parts of a part are asked for. */
const DEPTH = 4;

/** Everything that a type tells steadily; of events which they are, for they never change. */
function selection(type: GraphQLObjectType, depth = DEPTH): string {
  const fields = Object.values(type.getFields()).flatMap(({ name, type: of, args }) => {
    const steady = STEADY_FIELDS[type.name];
    if ((steady && !steady.has(name)) || args.some(isRequiredArgument)) return [];
    const named = getNamedType(of);
    if (isLeafType(named)) return [name];
    if (isAbstractType(named)) return [`${name} { id }`];
    return depth === 0 ? [] : [`${name} ${selection(named as GraphQLObjectType, depth - 1)}`];
  });
  return `{ ${fields.join(' ')} }`;
}

const typeNamed = (name: string) => schema.getType(name) as GraphQLObjectType;

const NEGOTIATION = `query At($slug: String!, $at: TimePoint!) {
  negotiation(slug: $slug, asOf: { at: $at }) ${selection(typeNamed('Negotiation'))}
}`;
const OWN = NEGOTIATION.replace(selection(typeNamed('Measure'), DEPTH - 1), '{ slug }');
const DUTY = `query At($by: CountryCode!, $on: CountryCode!, $hs: HSCode, $asOf: AsOf) {
  duty(imposedBy: $by, on: $on, goods: { hs: $hs }, asOf: $asOf) ${selection(typeNamed('Duty'))}
}`;

type Asked = Pick<Query, 'source' | 'variables'>;

function keeping(log: MemoryLog) {
  const parley = new Parley(log, { now: () => NOW });
  const size = new AnswerSize(BYTES);
  const documents = new ParsedDocuments(BYTES);
  let worked = 0;
  const threads: QueryThreads = {
    request: () => Promise.reject(new Error('Nothing long is asked here.')),
    validate: () => Promise.resolve([]),
    answer: (query) => {
      worked += 1;
      return answerQuery(new Parley(log, { now: () => NOW }), schema, query, { size, documents });
    },
  };
  const answers = new KeptAnswers(threads, parley.readModel, BYTES);
  const queryOf = (asked: Asked): Query => ({
    ...asked,
    requestId: 'a request',
    principal: { mayWrite: false },
  });
  const who = { client: 'a client', cost: 1 };
  return {
    ask: async (asked: Asked) => (await answers.answer(queryOf(asked), who)).body,
    fresh: async (asked: Asked) => (await threads.answer(queryOf(asked), who)).body,
    worked: () => worked,
  };
}

const DAY = 86_400_000;
const FIRST = Date.UTC(2024, 11, 1);
/** Instants and days over two years, many of them near one another. */
const moments = fc.array(
  fc.tuple(fc.nat(800), fc.constantFrom(0, 1, DAY / 2, DAY - 1, undefined)).map(([day, part]) => {
    const text = new Date(FIRST + day * DAY + (part ?? 0)).toISOString();
    return part === undefined ? text.slice(0, 10) : text;
  }),
  { minLength: 12, maxLength: 12 },
);

/** Expects every answer to be as it is worked out anew, and some not to have been worked out. */
async function sameAt(log: MemoryLog, questions: readonly ((at: string) => Asked)[], at: string[]) {
  const { ask, fresh, worked } = keeping(log);
  for (const question of questions)
    for (const each of at) {
      const answer = await ask(question(each));
      expect({ at: each, answer }).toEqual({ at: each, answer: await fresh(question(each)) });
      expect(answer).not.toContain('"errors"');
    }
  return 2 * at.length * questions.length - worked();
}

async function logOf(events: readonly EventDraft[]) {
  const log = new MemoryLog();
  if (events.length > 0) await log.append({ events, restore: true });
  return log;
}

const negotiationAt = (source: string, slug: string) => (at: string) => ({
  source,
  variables: { slug, at },
});

describe('an answer at one instant is given at another', () => {
  it.each([
    ['of talks', histories.map((log) => log as unknown as readonly EventDraft[]), NEGOTIATIONS],
    [
      'of duties',
      dutyHistories.map((log) => log as unknown as readonly EventDraft[]),
      NEGOTIATIONS,
    ],
    ['of measures', tradeLogs.map(({ log }) => log), ['negotiation/a', 'negotiation/b']],
  ])(
    'only where it is the same, in logs %s',
    async (_, logs, streams) => {
      let kept = 0;
      const pairs = [
        ['US', 'IN', '7208'],
        ['EU', 'US', undefined],
        ['IN', 'DE', '72'],
      ] as const;
      await fc.assert(
        fc.asyncProperty(logs, moments, async (events, at) => {
          const questions = [
            ...streams.map((stream) => negotiationAt(NEGOTIATION, stream.split('/')[1] ?? '')),
            ...streams.map((stream) => negotiationAt(OWN, stream.split('/')[1] ?? '')),
            ...pairs.map(([by, on, hs]) => (each: string) => ({
              source: DUTY,
              variables: { by, on, hs, asOf: { at: each } },
            })),
          ];
          kept += await sameAt(await logOf(events), questions, at);
        }),
        { seed: SEED, numRuns: RUNS },
      );
      expect(kept).toBeGreaterThan(50);
    },
    120_000,
  );
});

describe('the moment of a question', () => {
  const AT = 'asOf: { at: "2026-01-01" }';
  const FIELDS = '{ title }';
  const of = (query: string, variables?: Record<string, unknown>) => {
    const moment = momentOf({ source: query, variables, principal: { mayWrite: false } });
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    return moment && steadyQuestion(schema, document, undefined, moment.place);
  };
  const own = { trade: false, whole: false };

  it.each<[string, string, Record<string, unknown> | undefined, object]>([
    ['a literal', `{ negotiation(slug: "a", ${AT}) ${FIELDS} }`, undefined, own],
    [
      'a variable',
      `query At($at: TimePoint!) { negotiation(slug: "a", asOf: { at: $at }) ${FIELDS} }`,
      { at: '2026-01-01' },
      own,
    ],
    [
      'the same variable in several questions',
      `query At($at: TimePoint!) { negotiation(slug: "a", asOf: { at: $at }) ${FIELDS} duty(imposedBy: "US", on: "IN", asOf: { at: $at }) { total } }`,
      { at: '2026-01-01' },
      own,
    ],
    [
      'all clocks in a variable',
      `query At($asOf: AsOf) { negotiation(slug: "a", asOf: $asOf) ${FIELDS} }`,
      { asOf: { at: '2026-01-01' } },
      own,
    ],
    [
      'measures between the parties',
      `{ negotiation(slug: "a", ${AT}) { measures { rate } } }`,
      undefined,
      { trade: true, whole: false },
    ],
    [
      'all layers',
      `{ duty(imposedBy: "US", on: "IN", ${AT}) { layers { rate } } }`,
      undefined,
      { trade: false, whole: true },
    ],
    [
      'the layers that apply',
      `{ duty(imposedBy: "US", on: "IN", ${AT}) { layers(applying: true) { rate } } }`,
      undefined,
      own,
    ],
  ])('is taken out where it is %s', (_, query, variables, expected) => {
    expect(of(query, variables)).toEqual(expected);
  });

  it.each<[string, string, Record<string, unknown>?]>([
    ['none is given', `{ negotiation(slug: "a") ${FIELDS} }`],
    ['the view is told', `{ negotiation(slug: "a", ${AT}) { view { at } } }`],
    ['the ID names it', `{ negotiation(slug: "a", ${AT}) { id } }`],
    [
      'a length is counted up to it',
      `{ negotiation(slug: "a", ${AT}) { pauses { days { min } } } }`,
    ],
    ['findings are asked for', `{ negotiation(slug: "a", ${AT}) { findings { code } } }`],
    [
      'a fragment tells it',
      `{ negotiation(slug: "a", ${AT}) { ...F } } fragment F on Negotiation { view { at } }`,
    ],
    [
      'two are given',
      `{ a: negotiation(slug: "a", ${AT}) ${FIELDS} b: negotiation(slug: "b", ${AT}) ${FIELDS} }`,
    ],
    [
      'one question has none',
      `query At($at: TimePoint!) { a: negotiation(slug: "a", asOf: { at: $at }) ${FIELDS} b: negotiation(slug: "a") ${FIELDS} }`,
      { at: '2026-01-01' },
    ],
    [
      'its variable is used elsewhere',
      `query At($at: TimePoint!) { negotiation(slug: "a", asOf: { at: $at, publicAt: $at }) ${FIELDS} }`,
      { at: '2026-01-01' },
    ],
    [
      'what looks like one is part of a text',
      `{ negotiation(slug: "at: ", ${AT}) { title } x: negotiation(slug: "b", asOf: { at: "2026-01-01" }) { title } }`,
    ],
    [
      'it is another clock',
      `{ negotiation(slug: "a", asOf: { publicAt: "2026-01-01" }) ${FIELDS} }`,
    ],
    ['a list is asked for', `{ negotiations(${AT}) { nodes { title } } }`],
    [
      'it is in a comment',
      `{ negotiation(slug: "a", asOf: { publicAt: "2026-01-02" }) ${FIELDS} } # at: "2026-01-01"`,
    ],
  ])('is not taken out where %s', (_, query, variables) => {
    expect(of(query, variables)).toBeUndefined();
  });
});
