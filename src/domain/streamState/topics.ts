/** The topics of each event type: the groups of facts it belongs to. A missing type is a type error. */
import type { EventType } from '../../../events/catalogue.js';

export type Topic =
  /** Title, parties and time zone of a negotiation. */
  | 'identity'
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
  | 'exemptions'
  /** Retaliation, and investigations that may lead to a measure. */
  | 'proceedings'
  | 'precedence'
  /** Corrections, retractions, added sources. */
  | 'about';

export const topicsByType = {
  NegotiationLaunched: ['identity', 'process', 'activity'],
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
  AgreementTerminated: ['process', 'agreements', 'activity'],
  MeasureThreatened: ['announcements'],
  MeasureAnnounced: ['announcements'],
  MeasureAdopted: ['decisions'],
  MeasureAmended: ['decisions'],
  MeasureSuspended: ['decisions'],
  MeasureResumed: ['decisions'],
  ExemptionGranted: ['exemptions'],
  MeasureEnded: ['decisions'],
  RetaliationNotified: ['proceedings'],
  InvestigationStepTaken: ['proceedings'],
  PrecedenceSet: ['precedence'],
  EventCorrected: ['about'],
  EventRetracted: ['about'],
  SourceAdded: ['about'],
} as const satisfies Record<EventType, readonly Topic[]>;

export type TopicsByType = typeof topicsByType;
