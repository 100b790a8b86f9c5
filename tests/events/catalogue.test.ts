import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  catalogue,
  definition,
  EVENT_TYPES,
  type EventType,
  isEventType,
  summarize,
} from '../../events/catalogue.js';
import { SPAN_TYPES } from '../../events/spans.js';
import { targetEventId } from '../../events/links.js';
import { envelope, source } from '../../events/envelope.js';
import { sampleOf } from '../support/golden.js';

/** As the contract lists them: stream kind, whether an interval is a duration, required and optional data. */
const CONTRACT: Record<string, readonly [stream: string, required: string, optional: string]> = {
  NegotiationLaunched: ['negotiation', 'title parties', 'actors agreement mandate timeZone'],
  NegotiationRenamed: ['negotiation', 'title', ''],
  PartyJoined: ['negotiation', 'party', 'name kind effectiveFrom'],
  PartyLeft: ['negotiation', 'party', 'effectiveFrom reason'],
  TermsOfReferenceAgreed: ['negotiation', '', 'chapters document'],
  TrackOpened: ['negotiation', 'track title', 'scope'],
  RoundScheduled: ['negotiation', 'dates', 'round part place mode track'],
  RoundPostponed: ['negotiation', 'was', 'round part to reason track'],
  RoundHeld: ['negotiation span', '', 'round part formal place mode leads topics track'],
  MeetingHeld: ['negotiation span', 'level', 'kind participants place topics track'],
  RoundsReported: ['negotiation', 'count', 'by scope rule track'],
  TalksPaused: ['negotiation', 'scope', 'reason expectedResume track'],
  TalksResumed: ['negotiation', '', 'scope reason reopens track'],
  TalksTerminated: ['negotiation', '', 'by reason'],
  TargetSet: ['negotiation', 'target what due kind', 'readings value unit track'],
  TargetMet: ['negotiation', 'target', ''],
  TargetMissed: ['negotiation', 'target', ''],
  StatementMade: ['negotiation', 'speaker summary', 'role onBehalfOf venue quote stance about'],
  ClaimDisputed: ['negotiation', 'by', 'event claim summary'],
  FrameworkAgreed: ['negotiation', 'title', 'agreement terms'],
  AgreementConcluded: ['negotiation', 'title', 'agreement'],
  AgreementSigned: ['negotiation', 'title', 'agreement place signatories'],
  RatificationStepTaken: ['negotiation', 'party body step', 'agreement vote outcome'],
  AgreementEnteredIntoForce: [
    'negotiation',
    'mode',
    'agreement parties effectiveFrom exceptParts until',
  ],
  AgreementExtended: ['negotiation', 'until', 'agreement'],
  AgreementSuspended: ['negotiation', 'effectiveFrom', 'agreement until parts by'],
  AgreementResumed: ['negotiation', 'effectiveFrom', 'agreement until parts by'],
  PartyWithdrew: ['negotiation', 'party effectiveFrom', 'agreement'],
  AgreementTerminated: ['negotiation', 'by', 'agreement effectiveFrom reason'],
  MeasureThreatened: ['measure', '', 'title imposedBy affects exceptFor rate form goods summary'],
  MeasureAnnounced: [
    'measure',
    '',
    'title imposedBy affects exceptFor rate form goods effectiveFrom summary',
  ],
  MeasureAdopted: [
    'measure',
    'title imposedBy affects kind',
    'rate duty lines charge form role effectiveFrom legalBasis instrument until goods exceptFor replaces excludedBy capTotalAt valueShare collection inTransit transshipmentRate timeZone',
  ],
  MeasureAmended: [
    'measure',
    'effectiveFrom',
    'rate duty lines charge until goods exceptFor replaces excludedBy capTotalAt valueShare collection inTransit transshipmentRate affects removes revertsAt instrument',
  ],
  MeasureSuspended: ['measure', 'effectiveFrom', 'until'],
  MeasureResumed: ['measure', 'effectiveFrom', ''],
  MeasureCommenced: ['measure', 'effectiveFrom', ''],
  MeasureReinstated: ['measure', 'effectiveFrom', 'until reason'],
  ExemptionGranted: [
    'measure',
    'goods effectiveFrom',
    'until rate duty relief affects exceptFor valueAtMost quota refunds',
  ],
  ExemptionEnded: ['measure', 'relief effectiveFrom', 'affects'],
  QuotaReported: ['measure', 'relief status from', 'used'],
  MeasureEnded: ['measure', 'how effectiveFrom', 'legalEffectFrom snapback'],
  RetaliationNotified: ['measure', 'by against', 'forum document dutyEquivalent'],
  InvestigationStepTaken: ['measure', 'legalBasis topic step', 'proposedRate'],
  PrecedenceSet: ['rulebook', 'order effectiveFrom', 'instrument'],
  CoverageDeclared: ['rulebook', 'from complete note', 'on goods until'],
  AreaDefined: ['area', 'name kind', ''],
  MemberJoined: ['area', 'member effectiveFrom', ''],
  MemberLeft: ['area', 'member effectiveFrom', ''],
  SourcesChecked: ['negotiation,measure,rulebook', 'through', ''],
  EventCorrected: ['any', 'event reason', 'occurred data certainty sources'],
  EventRetracted: ['any', 'event reason', ''],
  SourceAdded: ['any', 'event sources', ''],
};

const words = (text: string): string[] => text.split(' ').filter(Boolean).sort();

/** Every object schema within a schema, with the path to it. */
function* objects(schema: z.core.$ZodType, at: string): Generator<[string, z.ZodObject]> {
  const { def } = schema as z.ZodType & {
    def: { innerType?: z.core.$ZodType; element?: z.core.$ZodType; shape?: z.ZodRawShape };
  };
  if (def.shape) {
    yield [at, schema as z.ZodObject];
    for (const [key, inner] of Object.entries(def.shape)) yield* objects(inner, `${at}.${key}`);
  }
  if (def.innerType) yield* objects(def.innerType, at);
  if (def.element) yield* objects(def.element, `${at}[]`);
}

/** `describe` makes a new schema of a named one; the name stays with what it was made from. */
function nameOf(schema: z.ZodType): string | undefined {
  return schema.meta()?.id ?? (schema._zod.parent && nameOf(schema._zod.parent as z.ZodType));
}

/** An optional field is described within. */
function said(field: z.ZodType): string {
  const { innerType } = field.def as { innerType?: z.ZodType };
  return field.description ?? (innerType ? said(innerType) : '');
}

describe('the catalogue', () => {
  it('holds the types of the contract, no more and no fewer', () => {
    expect([...EVENT_TYPES].sort()).toEqual(Object.keys(CONTRACT).sort());
  });

  it('names the types whose date is a duration', () => {
    const spans = EVENT_TYPES.filter((type) => definition(type).span);
    expect(new Set(spans)).toEqual(SPAN_TYPES);
  });

  it.each(Object.entries(CONTRACT))(
    '%s is as the contract says',
    (type, [stream, needs, takes]) => {
      expect(isEventType(type)).toBe(true);
      const defined = definition(type as EventType);
      const streams = [defined.stream].flat().join(',');
      expect(`${streams}${defined.span ? ' span' : ''}`).toBe(stream);
      const fields: [string, z.ZodType][] = Object.entries(defined.data.shape);
      const optional = fields.filter(([, field]) => field.safeParse(undefined).success);
      const required = fields.filter(([, field]) => !field.safeParse(undefined).success);
      expect(required.map(([key]) => key).sort()).toEqual(words(needs));
      expect(optional.map(([key]) => key).sort()).toEqual(words(takes));
    },
  );

  it.each(EVENT_TYPES)('%s says what it means, and so does each of its fields', (type) => {
    expect(definition(type).describe).toMatch(/^[A-Z].*\.$/);
    for (const [at, object] of objects(catalogue[type].data, type))
      for (const [key, field] of Object.entries(object.shape))
        expect(`${at}.${key}: ${said(field as z.ZodType)}`).toMatch(/: .+\.$/);
  });

  it('describes every field of the envelope and of a source', () => {
    for (const object of [envelope, source])
      for (const [key, field] of Object.entries(object.shape))
        expect(`${key}: ${said(field as z.ZodType)}`).toMatch(/: .+\.$/);
  });

  it('gives every object within one a name, and one shape to a name', () => {
    const shapes = new Map<string, string>();
    for (const type of EVENT_TYPES)
      for (const [at, object] of objects(definition(type).data, type)) {
        if (at === type) continue;
        const name = nameOf(object);
        expect(`${at} is a ${name}`).toMatch(/ is a [A-Z][A-Za-z]+$/);
        const shape = Object.keys(object.shape).sort().join(' ');
        expect(`${name} ${shapes.get(name!) ?? shape}`).toBe(`${name} ${shape}`);
        shapes.set(name!, shape);
      }
    expect([...shapes.keys()].sort()).toEqual([
      'Actor',
      'Amount',
      'DutyComponent',
      'DutyExpression',
      'GoodsCriteria',
      'GoodsScope',
      'InTransit',
      'Lead',
      'QuotaTerms',
      'Source',
      'TargetReading',
      'TariffLine',
      'UnitQuantity',
      'ValueLimit',
      'ValueShare',
    ]);
  });

  it.each(['constructor', '__proto__', 'toString', 'roundHeld', ''])(
    'does not hold "%s"',
    (name) => {
      expect(isEventType(name)).toBe(false);
    },
  );
});

describe('a summary', () => {
  const summary = (type: EventType, data: unknown) =>
    summarize({ ...sampleOf(type), type, data } as never);

  it.each(EVENT_TYPES)(
    'of %s is one line, with all of its data and with only what it must have',
    (type) => {
      const { data } = sampleOf(type) as { data: Record<string, unknown> };
      const needed = new Set(words(CONTRACT[type]![1]));
      const least = Object.fromEntries(Object.entries(data).filter(([key]) => needed.has(key)));
      for (const line of [summary(type, data), summary(type, least)]) {
        expect(line).toMatch(/^\S.*\S$/);
        expect(line).not.toMatch(/undefined|null|NaN|\[object|\n| {2}|[,:] *$/);
      }
    },
  );

  it.each([
    ['RoundHeld', { round: 2, place: 'Bern' }, 'Round 2 held in Bern'],
    ['RoundHeld', {}, 'Round held'],
    ['RoundHeld', { round: 0 }, 'Round 0 held'],
    ['RoundPostponed', { was: '2031-05' }, 'Round of May 2031 postponed, no new date'],
    ['MeetingHeld', { level: 'LEADERS', kind: 'CALL' }, 'Call of leaders'],
    ['MeetingHeld', { level: 'MINISTERIAL', place: 'Bern' }, 'Meeting of ministers in Bern'],
    ['MeetingHeld', { level: 'CHIEF_NEGOTIATOR' }, 'Meeting of chief negotiators'],
    ['MeetingHeld', { level: 'TECHNICAL' }, 'Meeting of officials'],
    ['RoundsReported', { count: 1 }, '1 round reported'],
    ['RoundsReported', { count: 0, by: 'PTI' }, '0 rounds reported by PTI'],
    ['MeasureThreatened', { rate: 0 }, 'Threatened at 0 %'],
    [
      'NegotiationLaunched',
      { title: 'X', parties: ['CH', 'NZ', 'EU'] },
      'X launched between Switzerland, New Zealand and the European Union',
    ],
    ['SourceAdded', { sources: [{ kind: 'PRESS' }] }, 'A source added'],
  ] as const)('of %s %j is "%s"', (type, data, line) => {
    expect(summary(type, data)).toBe(line);
  });
});

describe('the event an event is about', () => {
  it.each(EVENT_TYPES)('%s', (type) => {
    const { data } = sampleOf(type) as { data: { event?: string } };
    const about = ['EventCorrected', 'EventRetracted', 'SourceAdded'].includes(type);
    expect(targetEventId({ type, data })).toBe(about ? data.event : undefined);
  });
});
