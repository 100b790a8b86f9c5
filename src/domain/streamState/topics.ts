/** The topics of each event type: the groups of facts it belongs to. A missing type is a type error. */
import type { EventType } from '../../../events/catalogue.js';

export type Topic =
  /** Title, parties and time zone of a negotiation. */
  | 'identity'
  /** The title of a negotiation, from some date on. */
  | 'titles'
  /** Who joins and who leaves the negotiation. */
  | 'parties'
  /** Events that may change the phase. */
  | 'process'
  /** Events that show talks going on, paused or over. */
  | 'activity'
  | 'rounds'
  | 'counts'
  | 'meetings'
  | 'tracks'
  | 'targets'
  | 'statements'
  | 'disputes'
  | 'agreements'
  /** Legal acts that set the terms or status of a measure. */
  | 'decisions'
  | 'announcements'
  /** Reliefs from a measure: granted, ended, the state of their quotas. */
  | 'reliefs'
  /** Retaliation, and investigations that may lead to a measure. */
  | 'proceedings'
  | 'precedence'
  /** What the record claims to cover of an authority's measures. */
  | 'coverage'
  /** What a group of areas is, and who belongs to it when. */
  | 'membership'
  /** Up to when someone looked for news and found none. */
  | 'checks'
  /** Corrections, retractions, added sources. */
  | 'about';

export const topicsByType = {
  NegotiationLaunched: ['identity', 'process', 'activity'],
  NegotiationRenamed: ['titles', 'activity'],
  PartyJoined: ['parties', 'activity'],
  PartyLeft: ['parties', 'activity'],
  TermsOfReferenceAgreed: ['process', 'activity'],
  TrackOpened: ['tracks', 'activity'],
  RoundScheduled: ['rounds', 'activity'],
  RoundPostponed: ['rounds', 'activity'],
  RoundHeld: ['rounds', 'process', 'activity'],
  MeetingHeld: ['meetings', 'activity'],
  RoundsReported: ['counts', 'activity'],
  TalksPaused: ['activity'],
  TalksResumed: ['process', 'activity'],
  TalksTerminated: ['activity'],
  TargetSet: ['targets', 'activity'],
  TargetMet: ['targets', 'activity'],
  TargetMissed: ['targets', 'activity'],
  StatementMade: ['statements', 'activity'],
  ClaimDisputed: ['disputes', 'activity'],
  FrameworkAgreed: ['process', 'agreements', 'activity'],
  AgreementConcluded: ['process', 'agreements', 'activity'],
  AgreementSigned: ['process', 'agreements', 'activity'],
  RatificationStepTaken: ['process', 'agreements', 'activity'],
  AgreementEnteredIntoForce: ['process', 'agreements', 'activity'],
  AgreementExtended: ['process', 'agreements', 'activity'],
  AgreementSuspended: ['process', 'agreements', 'activity'],
  AgreementResumed: ['process', 'agreements', 'activity'],
  PartyWithdrew: ['process', 'agreements', 'activity'],
  AgreementTerminated: ['process', 'agreements', 'activity'],
  MeasureThreatened: ['announcements'],
  MeasureAnnounced: ['announcements'],
  MeasureAdopted: ['decisions'],
  MeasureAmended: ['decisions'],
  MeasureSuspended: ['decisions'],
  MeasureResumed: ['decisions'],
  MeasureCommenced: ['decisions'],
  MeasureEnded: ['decisions'],
  MeasureReinstated: ['decisions'],
  ExemptionGranted: ['reliefs'],
  ExemptionEnded: ['reliefs'],
  QuotaReported: ['reliefs'],
  RetaliationNotified: ['proceedings'],
  InvestigationStepTaken: ['proceedings'],
  PrecedenceSet: ['precedence'],
  CoverageDeclared: ['coverage'],
  AreaDefined: ['membership'],
  MemberJoined: ['membership'],
  MemberLeft: ['membership'],
  SourcesChecked: ['checks'],
  EventCorrected: ['about'],
  EventRetracted: ['about'],
  SourceAdded: ['about'],
} as const satisfies Record<EventType, readonly Topic[]>;

export type TopicsByType = typeof topicsByType;

/** Every topic. */
export const TOPICS: readonly Topic[] = [...new Set(Object.values(topicsByType).flat())];
