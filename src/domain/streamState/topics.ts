/**
 * Where each event type is filed: the topics of the dossier it adds a fact to. A type that is
 * missing here is a type error.
 */
import type { EventType } from '../../../events/catalogue.js';

export type Topic =
  /** Who negotiates what, and in which zone. */
  | 'identity'
  /** What it is called from some time on. */
  | 'titles'
  /** Who joins and who leaves the negotiation. */
  | 'parties'
  /** What may move the phase. */
  | 'process'
  /** Any sign that the talks are alive, paused or over. */
  | 'activity'
  | 'rounds'
  | 'counts'
  | 'meetings'
  | 'tracks'
  | 'targets'
  | 'statements'
  | 'disputes'
  | 'agreements'
  /** What the terms of a measure are and whether it stands. */
  | 'decisions'
  | 'announcements'
  | 'exemptions'
  /** Answers to a measure, and inquiries that may lead to one. */
  | 'proceedings'
  | 'precedence'
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
  ExemptionGranted: ['exemptions'],
  MeasureEnded: ['decisions'],
  RetaliationNotified: ['proceedings'],
  InvestigationStepTaken: ['proceedings'],
  PrecedenceSet: ['precedence'],
  AreaDefined: ['membership'],
  MemberJoined: ['membership'],
  MemberLeft: ['membership'],
  SourcesChecked: ['checks'],
  EventCorrected: ['about'],
  EventRetracted: ['about'],
  SourceAdded: ['about'],
} as const satisfies Record<EventType, readonly Topic[]>;

export type TopicsByType = typeof topicsByType;
