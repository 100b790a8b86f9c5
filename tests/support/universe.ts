/**
 * The values from which `logs.ts` makes random logs. They are few, so that events often concern the
 * same things: two negotiations, six measures, a rulebook, a group, a dozen days, every date form.
 */
import type { AnyEvent, EventType } from '../../events/catalogue.js';
import { DAYS, type Row, from, instantOf, occurred, sources } from './drawnRow.js';
import { measureData } from './dutyOracle/universe.js';

export const NEGOTIATIONS = ['negotiation/a', 'negotiation/b'] as const;

export const TALKS: readonly EventType[] = [
  'NegotiationLaunched',
  'TermsOfReferenceAgreed',
  'RoundHeld',
  'RoundHeld',
  'RoundHeld',
  'RoundScheduled',
  'RoundPostponed',
  'TrackOpened',
  'RoundsReported',
  'TalksPaused',
  'TalksResumed',
  'TalksTerminated',
  'TargetSet',
  'TargetSet',
  'TargetMet',
  'TargetMissed',
  'FrameworkAgreed',
  'AgreementSigned',
  'RatificationStepTaken',
  'AgreementEnteredIntoForce',
  'AgreementTerminated',
  'StatementMade',
];
/** Events about parties and agreements. */
export const TREATIES: readonly EventType[] = [
  'NegotiationLaunched',
  'NegotiationRenamed',
  'PartyJoined',
  'PartyLeft',
  'RoundHeld',
  'TalksResumed',
  'FrameworkAgreed',
  'AgreementConcluded',
  'AgreementSigned',
  'AgreementSigned',
  'RatificationStepTaken',
  'RatificationStepTaken',
  'AgreementEnteredIntoForce',
  'AgreementEnteredIntoForce',
  'AgreementExtended',
  'AgreementSuspended',
  'AgreementResumed',
  'PartyWithdrew',
  'AgreementTerminated',
];
export const ABOUT: readonly EventType[] = ['EventCorrected', 'EventRetracted', 'SourceAdded'];

export const PARTIES = ['IN', 'US', 'EU', 'x-union', 'DE'] as const;

export const TRACKS = ['goods', 'services'] as const;
const onTrack = (row: Row): { track?: string } => row.maybe(() => ({ track: row.pick(TRACKS) }));

/** What a round is known by, as far as it is told. */
function identity(row: Row): { round?: number; part?: number; track?: string } {
  const numbered =
    row.below(3) > 0 ? { round: row.below(3), ...row.maybe(() => ({ part: 2 })) } : {};
  return { ...numbered, ...onTrack(row) };
}

/** The agreement that an event is about, at times. */
const named = (row: Row): { agreement?: string } =>
  row.below(3) > 0 ? {} : { agreement: row.pick(['alpha', 'first', 'second']) };

/** Data for an event type. `target` is the target event of an annotation. */
export function data(
  type: EventType,
  row: Row,
  stream: string,
  target: AnyEvent | undefined,
): object {
  const event = target?.id;
  switch (type) {
    case 'NegotiationLaunched':
      return {
        ...row.pick([
          { title: 't', parties: ['IN', 'US'] },
          { title: 't', parties: ['IN', 'US'] },
          { title: 'u', parties: ['IN', 'US'] },
          { title: 't', parties: ['US', 'EU', 'x-union'] },
        ]),
        ...row.maybe(() => ({ timeZone: row.pick(['America/New_York', 'Asia/Kolkata'] as const) })),
      };
    case 'TrackOpened':
      return { track: row.pick(TRACKS), title: 't' };
    case 'RoundScheduled':
      return { ...identity(row), dates: occurred(row) };
    case 'RoundPostponed':
      return { ...identity(row), was: occurred(row), ...row.maybe(() => ({ to: occurred(row) })) };
    case 'RoundHeld':
      return {
        ...identity(row),
        ...row.maybe(() => ({ formal: row.pick(['YES', 'NO', 'UNDETERMINED']) })),
      };
    case 'RoundsReported':
      return { count: row.below(4), ...onTrack(row) };
    case 'TalksPaused':
      return { scope: row.pick(['ALL', 'FORMAL_ROUNDS', 'IN_PERSON']), ...onTrack(row) };
    case 'TalksResumed':
      return {
        ...row.maybe(() => ({ scope: row.pick(['ALL', 'FORMAL_ROUNDS', 'IN_PERSON']) })),
        ...row.maybe(() => ({ reopens: row.below(2) === 0 })),
        ...onTrack(row),
      };
    case 'TargetSet':
      return {
        target: row.pick(['one', 'two']),
        what: 'w',
        due: occurred(row),
        kind: 'TARGET',
        ...row.maybe(() => ({ readings: [{ due: occurred(row), by: 'x' }] })),
      };
    case 'TargetMet':
    case 'TargetMissed':
      return { target: row.pick(['one', 'two']) };
    case 'NegotiationRenamed':
      return { title: row.pick(['t', 'v']) };
    case 'PartyJoined':
    case 'PartyLeft':
      return {
        party: row.pick(PARTIES),
        ...row.maybe(() => ({ effectiveFrom: occurred(row) })),
      };
    case 'FrameworkAgreed':
    case 'AgreementConcluded':
    case 'AgreementSigned':
      return row.pick([
        { title: 'Alpha' },
        { title: 'Alpha', agreement: 'alpha' },
        { title: 'Alpha', agreement: 'first' },
        { title: 'Beta' },
        { title: 'Beta', agreement: 'second' },
      ]);
    case 'RatificationStepTaken':
      return {
        ...named(row),
        party: row.pick(PARTIES),
        ...{ body: 'b', step: 's' },
        ...row.maybe(() => ({
          outcome: row.pick(['ADVANCED', 'COMPLETED', 'REJECTED', 'WITHDRAWN']),
        })),
      };
    case 'AgreementEnteredIntoForce':
      return {
        ...named(row),
        mode: row.pick(['DEFINITIVE', 'PROVISIONAL']),
        ...row.maybe(() => ({ parties: row.pick([['IN'], ['US', 'IN'], ['EU'], ['DE']]) })),
        ...row.maybe(() => ({ exceptParts: row.pick([['I'], ['II'], ['I', 'II']]) })),
        ...row.maybe(() => {
          const { effectiveFrom, until } = from(row);
          return row.pick([
            { effectiveFrom: occurred(row) },
            { effectiveFrom },
            { effectiveFrom, ...(until !== undefined && { until }) },
          ]);
        }),
      };
    case 'AgreementExtended':
      return { ...named(row), until: instantOf(row, row.pick(DAYS.slice(-4))) };
    case 'AgreementSuspended':
      return {
        ...named(row),
        ...from(row),
        ...row.maybe(() => ({ parts: [row.pick(['I', 'II'])] })),
      };
    case 'AgreementResumed':
      return {
        ...named(row),
        effectiveFrom: from(row).effectiveFrom,
        ...row.maybe(() => ({ parts: [row.pick(['I', 'II'])] })),
      };
    case 'PartyWithdrew':
      return {
        ...named(row),
        party: row.pick(PARTIES),
        effectiveFrom: from(row).effectiveFrom,
      };
    case 'AgreementTerminated':
      return {
        ...named(row),
        by: 'x',
        ...row.maybe(() => ({ effectiveFrom: occurred(row) })),
      };
    case 'StatementMade':
      return { speaker: 's', summary: 's' };
    case 'EventRetracted':
      return { event, reason: 'r' };
    case 'SourceAdded':
      return { event, sources: sources(row) };
    case 'EventCorrected': {
      const parts = {
        ...row.maybe(() => ({ occurred: occurred(row) })),
        ...row.maybe(() => ({ certainty: row.pick(['DISPUTED', 'CONFIRMED']) })),
        ...row.maybe(() => ({ sources: sources(row) })),
      };
      return { event, reason: 'r', ...parts };
    }
    default:
      return measureData(type, row, stream);
  }
}
