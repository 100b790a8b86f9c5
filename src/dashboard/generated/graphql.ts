/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A proposal to accept. */
export type AcceptProposalInput = {
  /** What to record instead. */
  amendment?: ProposalAmendmentInput | null | undefined;
  /** Runs every check and writes nothing. */
  dryRun?: boolean | null | undefined;
  /** The id of the proposal. */
  id: string;
  /** The reason. */
  reason?: string | null | undefined;
};

/** Whether talks are active, paused or ended. */
export type ActivityState =
  /** They go on. */
  | 'ACTIVE'
  /** They are suspended for a time. */
  | 'PAUSED'
  /** A party or both ended them. */
  | 'TERMINATED'
  /** Nothing was reported for more than nine months before the view. */
  | 'UNKNOWN';

/** A party that is no country or group of countries. */
export type ActorInput = {
  /** Its code: x- and a slug. */
  code: string;
  /** What it is. */
  kind: ActorKind;
  /** Its name. */
  name: string;
};

/** What a party that is no country or group is. */
export type ActorKind =
  /** Armed group. */
  | 'ARMED_GROUP'
  /** Company. */
  | 'COMPANY'
  /** An employer or an association of employers. */
  | 'EMPLOYER'
  /** An international or other organisation. */
  | 'ORGANISATION'
  /** Someone else. */
  | 'OTHER'
  /** A trade union. */
  | 'UNION';

/** Adds sources to an event. */
export type AddSourcesInput = {
  /** Further streams whose history is to include it. */
  also?: Array<string> | null | undefined;
  /** How firmly it is held; REPORTED when absent. */
  certainty?: EventCertainty | null | undefined;
  /** Who says so; the desk's own word (INFERRED) when absent. */
  citing?: Array<SourceInput> | null | undefined;
  /** Runs every check, returns the warnings and writes nothing. */
  dryRun?: boolean | null | undefined;
  /** The event it is about. */
  event: string;
  /** Refuses with RevisionConflictError unless its stream is at this revision. */
  expectedRevision?: number | null | undefined;
  /** The same key with the same content returns the first result, so retries are safe. */
  idempotencyKey?: string | null | undefined;
  /** When it happened, as far as known; today in the zone of its stream when absent. */
  occurred?: string | null | undefined;
  /** The sources added. */
  sources: Array<SourceInput>;
  /** The IANA zone its dates are written in; its stream's own. */
  timeZone?: string | null | undefined;
};

/** The parties concluded negotiations on the text. */
export type AgreementConcludedInput = {
  /** The slug of the agreement; absent while the negotiation has only one. */
  agreement?: string | null | undefined;
  /** The title of the agreement. */
  title: string;
};

/** The agreement entered into force. */
export type AgreementEnteredIntoForceInput = {
  /** The slug of the agreement; absent while the negotiation has only one. */
  agreement?: string | null | undefined;
  /** When it takes effect, if not on the date it occurred. */
  effectiveFrom?: string | null | undefined;
  /** Parts that do not apply. */
  exceptParts?: Array<string> | null | undefined;
  /** Provisional or definitive. */
  mode: ForceMode;
  /** The parties it entered into force for; absent means all. */
  parties?: Array<string> | null | undefined;
  /** When it ends, exclusive. */
  until?: string | null | undefined;
};

/** The term of an agreement was extended. */
export type AgreementExtendedInput = {
  /** The slug of the agreement; absent while the negotiation has only one. */
  agreement?: string | null | undefined;
  /** When it now ends, exclusive. */
  until: string;
};

/** A suspended agreement, or parts of it, applies again. */
export type AgreementResumedInput = {
  /** The slug of the agreement; absent while the negotiation has only one. */
  agreement?: string | null | undefined;
  /** Who decided it. */
  by?: string | null | undefined;
  /** From when. */
  effectiveFrom: string;
  /** Only these parts; absent means all of it. */
  parts?: Array<string> | null | undefined;
  /** Until when, exclusive. */
  until?: string | null | undefined;
};

/** The parties signed the agreement. */
export type AgreementSignedInput = {
  /** The slug of the agreement; absent while the negotiation has only one. */
  agreement?: string | null | undefined;
  /** The place of signature. */
  place?: string | null | undefined;
  /** The signatories. */
  signatories?: Array<string> | null | undefined;
  /** The title of the agreement. */
  title: string;
};

/** How far an agreement has come. */
export type AgreementStatus =
  /** Its text is finished. */
  | 'CONCLUDED'
  /** Its outline is agreed. */
  | 'FRAMEWORK_AGREED'
  /** It binds at least one party. */
  | 'IN_FORCE'
  /** Its term ran out and nothing extended it. */
  | 'LAPSED'
  /** Some party's ratification is under way or complete, and it is not in force. */
  | 'RATIFYING'
  /** It is signed. */
  | 'SIGNED'
  /** It is in force and on hold as a whole. */
  | 'SUSPENDED'
  /** It was ended, or too few parties are left. */
  | 'TERMINATED';

/** An agreement in force, or parts of it, was suspended. */
export type AgreementSuspendedInput = {
  /** The slug of the agreement; absent while the negotiation has only one. */
  agreement?: string | null | undefined;
  /** Who decided it. */
  by?: string | null | undefined;
  /** From when. */
  effectiveFrom: string;
  /** Only these parts; absent means all of it. */
  parts?: Array<string> | null | undefined;
  /** Until when, exclusive. */
  until?: string | null | undefined;
};

/** The agreement was terminated. */
export type AgreementTerminatedInput = {
  /** The slug of the agreement; absent while the negotiation has only one. */
  agreement?: string | null | undefined;
  /** Who terminated it. */
  by: string;
  /** When it takes effect, if not on the date it occurred. */
  effectiveFrom?: string | null | undefined;
  /** The reason given. */
  reason?: string | null | undefined;
};

/** A number with its unit. */
export type AmountInput = {
  /** The unit. */
  unit: string;
  /** The amount. */
  value: number;
};

/** Whether an answer is certain, given the precision of the dates. */
export type Answer =
  /** It is so, whichever of its possible dates is right. */
  | 'CERTAIN'
  /** The instant of the view lies within the bounds of a date: it may or may not be so. */
  | 'POSSIBLE';

/** Events to be recorded together. */
export type AppendEventsInput = {
  /** Runs every check and writes nothing. */
  dryRun?: boolean | null | undefined;
  /** The events, in the order they are to be recorded. */
  events: Array<EventInput>;
  /** Refuses the append with RevisionConflictError unless every stream is at its revision. */
  expectedRevisions?: Array<ExpectedRevisionInput> | null | undefined;
  /** The same key with the same events returns the first result, so retries are safe. */
  idempotencyKey?: string | null | undefined;
};

/** A group or territory was given a name. */
export type AreaDefinedInput = {
  /** What it is. */
  kind: AreaKind;
  /** What it is called. */
  name: string;
};

/** What an area that is no country is. */
export type AreaKind =
  /** Its members act together in some matters. */
  | 'BLOC'
  /** Its members levy one tariff. */
  | 'CUSTOMS_UNION'
  /** Its members trade freely and keep their own tariffs. */
  | 'FREE_TRADE_AREA'
  /** Areas that are treated alike, such as the beneficiaries of a preference. */
  | 'LIST'
  /** A territory without a country code of its own. */
  | 'TERRITORY';

/** The view to read: its date, and which events count. An absent clock is now. */
export type AsOf = {
  /** The date or instant of the view. */
  at?: string | null | undefined;
  /** Only events recorded by then count. */
  knownAt?: string | null | undefined;
  /** Only events with a source published by then count. */
  publicAt?: string | null | undefined;
};

/** What-if: read as if these events were absent, or these were recorded. Nothing is written. */
export type Assumptions = {
  /** Events to read with, at most 1000, checked like those of an append to what the view knows, and marked as hypothetical in setBy. */
  with?: Array<EventInput> | null | undefined;
  /** Ids of events to read without, at most 1000. */
  without?: Array<string> | null | undefined;
};

/** How an agreement binds a party. */
export type BoundState =
  /** It is definitively in force. */
  | 'DEFINITIVELY'
  /** It does not. */
  | 'NOT'
  /** It applies provisionally. */
  | 'PROVISIONALLY'
  /** It is in force and suspended. */
  | 'SUSPENDED'
  /** The party withdrew. */
  | 'WITHDRAWN';

/** Someone disputed a claim. */
export type ClaimDisputedInput = {
  /** Who disputes it. */
  by: string;
  /** The claim, where no event reports it. */
  claim?: string | null | undefined;
  /** The event that reports the claim. */
  event?: string | null | undefined;
  /** What they state instead. */
  summary?: string | null | undefined;
};

/** A content of a good, as a part of its customs value. */
export type ContentInput = {
  /** The content, such as aluminium. */
  of: string;
  /** Its share of the value, from 0 to 1. */
  share: number;
};

/** Corrects an event: each part given replaces the whole of that part. */
export type CorrectEventInput = {
  /** Further streams whose history is to include it. */
  also?: Array<string> | null | undefined;
  /** The corrected certainty. */
  certainty?: EventCertainty | null | undefined;
  /** Who says so; the desk's own word (INFERRED) when absent. */
  citing?: Array<SourceInput> | null | undefined;
  /** The corrected data, in the shape of the event type. */
  data?: unknown;
  /** Runs every check, returns the warnings and writes nothing. */
  dryRun?: boolean | null | undefined;
  /** The event it is about. */
  event: string;
  /** Refuses with RevisionConflictError unless its stream is at this revision. */
  expectedRevision?: number | null | undefined;
  /** The same key with the same content returns the first result, so retries are safe. */
  idempotencyKey?: string | null | undefined;
  /** The corrected date. */
  occurred?: string | null | undefined;
  /** What is corrected, and why. */
  reason: string;
  /** The corrected sources. */
  sources?: Array<SourceInput> | null | undefined;
  /** The IANA zone its dates are written in; its stream's own. */
  timeZone?: string | null | undefined;
};

/** The desk declared what the record covers of an authority's measures. */
export type CoverageDeclaredInput = {
  /** Whether every measure is on record. */
  complete: boolean;
  /** From which date of entry on. */
  from: string;
  /** The goods it is claimed for; absent means all. */
  goods?: GoodsScopeInput | null | undefined;
  /** What is left out, in words; or on what the claim rests. */
  note: string;
  /** The countries it is claimed for; absent means all. */
  on?: Array<string> | null | undefined;
  /** Until which date of entry, exclusive. */
  until?: string | null | undefined;
};

/** How much of what is asked the record claims to cover. */
export type CoverageStatus =
  /** All of it: someone declared so. */
  | 'COMPLETE'
  /** Nobody declared anything. */
  | 'NONE'
  /** A part: what is left out is said. */
  | 'PARTIAL';

/** An event to propose. What is left out and the event must have is for the reviewer. */
export type DraftInput = {
  /** Further streams whose history is to include it. */
  also?: Array<string> | null | undefined;
  /** How firmly it is held. */
  certainty?: EventCertainty | null | undefined;
  /** The data of the event, as in the interchange format. */
  data: unknown;
  /** Fields that the text does not give. */
  needs?: Array<string> | null | undefined;
  /** When it happened. */
  occurred?: string | null | undefined;
  /** Who says so. */
  sources?: Array<SourceInput> | null | undefined;
  /** The words each field rests on. */
  spans?: Array<ProposalSpanInput> | null | undefined;
  /** The stream it belongs to, such as negotiation/<slug>. */
  stream?: string | null | undefined;
  /** The IANA zone its dates are written in. */
  timeZone?: string | null | undefined;
  /** The type of the event, such as RoundHeld. */
  type: string;
};

/** Whether a duty is paid or only secured. */
export type DutyCollection =
  /** It is paid. */
  | 'COLLECTED'
  /** Security is given for it; nothing is paid yet. */
  | 'SECURED';

/** A part of a duty: a percent of the value, or an amount of money per unit. */
export type DutyComponentInput = {
  /** An amount, instead of a percentage. */
  amount?: number | null | undefined;
  /** The currency of the amount, ISO 4217. */
  currency?: string | null | undefined;
  /** What the amount is charged on. */
  per?: UnitQuantityInput | null | undefined;
  /** Percent of the value. */
  percent?: number | null | undefined;
};

/** A duty: components that add up, with a minimum and a maximum. */
export type DutyExpressionInput = {
  /** What adds up to the duty. */
  components: Array<DutyComponentInput>;
  /** The most it comes to, added up. */
  maximum?: Array<DutyComponentInput> | null | undefined;
  /** The least it comes to, added up. */
  minimum?: Array<DutyComponentInput> | null | undefined;
};

/** How firmly the record holds an event. */
export type EventCertainty =
  /** Confirmed by a government or a legal act. */
  | 'CONFIRMED'
  /** Reports contradict each other, or the report is plainly mistaken. */
  | 'DISPUTED'
  /** Concluded from other events or data; a source is optional. */
  | 'INFERRED'
  /** Reported, and not contradicted. */
  | 'REPORTED';

/** Corrects an event: each part given replaces the whole of that part. */
export type EventCorrectedInput = {
  /** The corrected certainty. */
  certainty?: EventCertainty | null | undefined;
  /** The corrected data, in the shape of the event type. */
  data?: unknown;
  /** The event it is about. */
  event: string;
  /** The corrected date. */
  occurred?: string | null | undefined;
  /** What is corrected, and why. */
  reason: string;
  /** The corrected sources. */
  sources?: Array<SourceInput> | null | undefined;
};

/** Data of an event, under the key of its type; exactly one key. */
export type EventDataInput =
  {   /** The parties concluded negotiations on the text. */
  agreementConcluded: AgreementConcludedInput; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never;   /** The agreement entered into force. */
  agreementEnteredIntoForce: AgreementEnteredIntoForceInput; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never;   /** The term of an agreement was extended. */
  agreementExtended: AgreementExtendedInput; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never;   /** A suspended agreement, or parts of it, applies again. */
  agreementResumed: AgreementResumedInput; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never;   /** The parties signed the agreement. */
  agreementSigned: AgreementSignedInput; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never;   /** An agreement in force, or parts of it, was suspended. */
  agreementSuspended: AgreementSuspendedInput; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never;   /** The agreement was terminated. */
  agreementTerminated: AgreementTerminatedInput; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never;   /** A group or territory was given a name. */
  areaDefined: AreaDefinedInput; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never;   /** Someone disputed a claim. */
  claimDisputed: ClaimDisputedInput; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never;   /** The desk declared what the record covers of an authority's measures. */
  coverageDeclared: CoverageDeclaredInput; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never;   /** Corrects an event: each part given replaces the whole of that part. */
  eventCorrected: EventCorrectedInput; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never;   /** Retracts an event that should not have been entered. A retraction may itself be retracted. */
  eventRetracted: EventRetractedInput; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never;   /** A relief ended, for all or for some countries. */
  exemptionEnded: ExemptionEndedInput; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never;   /** Some goods were exempted, wholly or to a reduced rate. */
  exemptionGranted: ExemptionGrantedInput; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never;   /** The parties agreed the framework of an agreement. */
  frameworkAgreed: FrameworkAgreedInput; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never;   /** An investigation that may lead to a measure took a step. */
  investigationStepTaken: InvestigationStepTakenInput; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never;   /** A legal act imposed a measure, or set all its terms again. */
  measureAdopted: MeasureAdoptedInput; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never;   /** A legal act amended some of the terms. */
  measureAmended: MeasureAmendedInput; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never;   /** A measure or a rate was announced without a legal act. */
  measureAnnounced: MeasureAnnouncedInput; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never;   /** The day was set on which an adopted measure takes effect. */
  measureCommenced: MeasureCommencedInput; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never;   /** A measure ended. */
  measureEnded: MeasureEndedInput; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never;   /** An ended measure stands again, on the terms it had. */
  measureReinstated: MeasureReinstatedInput; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never;   /** A suspended measure was resumed. */
  measureResumed: MeasureResumedInput; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never;   /** A measure was suspended. It resumes by itself at the end of the suspension, if one is given. */
  measureSuspended: MeasureSuspendedInput; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never;   /** An official threatened a measure. */
  measureThreatened: MeasureThreatenedInput; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never;   /** The parties met or spoke outside a numbered round. */
  meetingHeld: MeetingHeldInput; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never;   /** An area became a member of a group. */
  memberJoined: MemberJoinedInput; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never;   /** An area ceased to be a member of a group. */
  memberLeft: MemberLeftInput; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never;   /** The parties launched negotiations, or relaunched them under new terms. */
  negotiationLaunched: NegotiationLaunchedInput; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never;   /** The negotiation was given another name. */
  negotiationRenamed: NegotiationRenamedInput; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never;   /** A further party joined the negotiation. */
  partyJoined: PartyJoinedInput; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never;   /** A party left the negotiation. */
  partyLeft: PartyLeftInput; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never;   /** A party withdrew from an agreement; it stays in force for the others. */
  partyWithdrew: PartyWithdrewInput; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never;   /** An authority ordered its measures: the first that applies excludes the later ones. */
  precedenceSet: PrecedenceSetInput; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never;   /** An authority reported the state of a quota. */
  quotaReported: QuotaReportedInput; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never;   /** A party took a step towards ratification. */
  ratificationStepTaken: RatificationStepTakenInput; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never;   /** A country notified retaliation against a measure. */
  retaliationNotified: RetaliationNotifiedInput; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never;   /** A round of talks was held. */
  roundHeld: RoundHeldInput; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never;   /** A scheduled round was postponed or cancelled. */
  roundPostponed: RoundPostponedInput; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never;   /** A round was scheduled. */
  roundScheduled: RoundScheduledInput; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never;   /** Someone reported how many rounds had been completed. */
  roundsReported: RoundsReportedInput; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never;   /** Adds sources to an event. */
  sourceAdded: SourceAddedInput; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never;   /** Someone looked through its sources and found nothing further. */
  sourcesChecked: SourcesCheckedInput; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never;   /** Someone made a statement about the negotiation. */
  statementMade: StatementMadeInput; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never;   /** Talks were paused. */
  talksPaused: TalksPausedInput; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never;   /** Talks resumed after a pause or a termination. */
  talksResumed: TalksResumedInput; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never;   /** One or both parties terminated the talks. */
  talksTerminated: TalksTerminatedInput; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never;   /** A target was met. */
  targetMet: TargetMetInput; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never;   /** A target was declared missed. */
  targetMissed: TargetMissedInput; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never;   /** A due date was set for a target, or moved. */
  targetSet: TargetSetInput; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never;   /** The parties agreed the terms of reference. */
  termsOfReferenceAgreed: TermsOfReferenceAgreedInput; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; coverageDeclared?: never; eventCorrected?: never; eventRetracted?: never; exemptionEnded?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureCommenced?: never; measureEnded?: never; measureReinstated?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; quotaReported?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never;   /** A separate track of the negotiation was opened. */
  trackOpened: TrackOpenedInput; };

/** Matches events for which every given key matches, as recorded. In a list any item may match, so an empty list matches nothing. `streams`, `types`, `certainty`, `recorded` and a `text` of three or more characters use indexes; the other keys scan the log until the page is full. */
export type EventFilter = {
  /** Any of these certainties. */
  certainty?: Array<EventCertainty> | null | undefined;
  /** The bounds of `occurred` overlap this range. Dates are read in the zone of the event's own dates. */
  occurred?: TimeRange | null | undefined;
  /** Concerning this party: in the history of a negotiation to which it is a party, of a measure that it imposes or that is on its goods (by name or as one of all), or of its rulebook, by itself or as a member of a group when the event occurred; or with its code in the data. Parties, groups and measures are taken as known now; in the events of a view, as known in it. */
  party?: string | null | undefined;
  /** With a source that may have been published in this range. As for `publicAt`, a source without a date, and an event without a source, counts from when it was recorded, and dates are read in the zone of the event's stream. */
  published?: TimeRange | null | undefined;
  /** Recorded in this range. Dates are days in UTC. */
  recorded?: TimeRange | null | undefined;
  /** With a source of one of these kinds. */
  sourceKinds?: Array<SourceKind> | null | undefined;
  /** In the history of one of these streams, such as negotiation/in-us-bta. */
  streams?: Array<string> | null | undefined;
  /** Contained in its summary, in a string of its data, or in a source's title, publisher or quote; case and accents are ignored. */
  text?: string | null | undefined;
  /** Event types, such as RoundHeld. */
  types?: Array<string> | null | undefined;
};

/** An event to be recorded. */
export type EventInput = {
  /** Further streams whose history is to include it. */
  also?: Array<string> | null | undefined;
  /** How firmly it is held; REPORTED when absent. */
  certainty?: EventCertainty | null | undefined;
  /** Data of the event. */
  data: EventDataInput;
  /** UUID; assigned by the log when absent. */
  id?: string | null | undefined;
  /** When it happened, as far as known. */
  occurred: string;
  /** Who says so: at least one, unless certainty is INFERRED. */
  sources?: Array<SourceInput> | null | undefined;
  /** Stream it belongs to: negotiation/<slug>, measure/<slug>, rulebook/<area> or area/<area>. */
  stream: string;
  /** The IANA zone its dates are written in; its stream's own when absent. */
  timeZone?: string | null | undefined;
};

/** Order of a list of events. Cursors are valid for one order only. */
export type EventOrder =
  /** By the earliest instant at which they can have occurred, then by position; unbounded dates come first. Refused when more than 20,000 events match. */
  | 'OCCURRED_ASC'
  /** OCCURRED_ASC reversed, latest first. */
  | 'OCCURRED_DESC'
  /** By position, oldest first. */
  | 'POSITION_ASC'
  /** By position, newest first. */
  | 'POSITION_DESC';

/** Retracts an event that should not have been entered. A retraction may itself be retracted. */
export type EventRetractedInput = {
  /** The event it is about. */
  event: string;
  /** The reason. */
  reason: string;
};

/** A relief ended, for all or for some countries. */
export type ExemptionEndedInput = {
  /** The countries for which it ends; absent means all. */
  affects?: Array<string> | null | undefined;
  /** When it ends. */
  effectiveFrom: string;
  /** The relief, as it was granted. */
  relief: string;
};

/** Some goods were exempted, wholly or to a reduced rate. */
export type ExemptionGrantedInput = {
  /** The countries it is for; absent means all. */
  affects?: Array<string> | null | undefined;
  /** The reduced duty, where it is no plain percentage. */
  duty?: DutyExpressionInput | null | undefined;
  /** When it takes effect. */
  effectiveFrom: string;
  /** Countries left out of those affected. */
  exceptFor?: Array<string> | null | undefined;
  /** The goods exempted. */
  goods: GoodsScopeInput;
  /** The quantity it is open to. */
  quota?: QuotaTermsInput | null | undefined;
  /** The reduced rate; absent means exempt from the whole rate. */
  rate?: number | null | undefined;
  /** Whether duty already paid is refunded. */
  refunds?: boolean | null | undefined;
  /** The name of the relief; granted again, its terms are set anew. */
  relief?: string | null | undefined;
  /** When it ends, exclusive. */
  until?: string | null | undefined;
  /** The customs value up to which it is open. */
  valueAtMost?: ValueLimitInput | null | undefined;
};

/** The revision at which a stream must be. */
export type ExpectedRevisionInput = {
  /** Its revision when it was read; 0 for a new stream. */
  revision: number;
  /** Which stream. */
  stream: string;
};

/** Whether an agreement applies provisionally or definitively. */
export type ForceMode =
  /** In force for good. */
  | 'DEFINITIVE'
  /** Applied before every party has ratified. */
  | 'PROVISIONAL';

/** Whether the parties call it a formal round. */
export type Formality =
  /** The parties do not call it a formal round. */
  | 'NO'
  /** Unknown whether the parties call it a formal round. */
  | 'UNDETERMINED'
  /** The parties call it a formal round. */
  | 'YES';

/** The parties agreed the framework of an agreement. */
export type FrameworkAgreedInput = {
  /** The slug of the agreement; absent while the negotiation has only one. */
  agreement?: string | null | undefined;
  /** Its terms, one entry a point. */
  terms?: Array<string> | null | undefined;
  /** The title of the agreement. */
  title: string;
};

/** The good a duty is asked for. A property that is not given matches no criterion. */
export type Goods = {
  /** Its contents. */
  content?: Array<ContentInput> | null | undefined;
  /** Its customs value. */
  customsValue?: MoneyInput | null | undefined;
  /** End uses. */
  endUse?: Array<string> | null | undefined;
  /** When it is entered for consumption; the instant of the view when absent. */
  enteredAt?: string | null | undefined;
  /** Its HS code. */
  hs?: string | null | undefined;
  /** The edition of the HS that the code is of, such as 2022. */
  hsEdition?: string | null | undefined;
  /** When it was loaded for the final leg. */
  loadedAt?: string | null | undefined;
  /** Origins it can claim, such as USMCA. */
  origin?: Array<string> | null | undefined;
  /** Who makes or exports it. */
  producer?: string | null | undefined;
  /** Its quantities. */
  quantities?: Array<QuantityInput> | null | undefined;
  /** Reliefs under a quota in which the importer holds a licence or a place. */
  quotas?: Array<string> | null | undefined;
  /** Whether it was transshipped through another country. */
  transshipped?: boolean | null | undefined;
};

/** Goods that match every key given. */
export type GoodsCriteriaInput = {
  /** End uses of the goods. */
  endUse?: Array<string> | null | undefined;
  /** HS codes; a shorter code covers every code it begins. */
  hs?: Array<string> | null | undefined;
  /** The edition of the HS that the codes are of, such as 2022; absent means any. */
  hsEdition?: string | null | undefined;
  /** Claims of origin, such as USMCA. */
  origin?: Array<string> | null | undefined;
  /** Who makes or exports the goods. */
  producers?: Array<string> | null | undefined;
};

/** Goods that match every key given, less the exceptions. */
export type GoodsScopeInput = {
  /** End uses of the goods. */
  endUse?: Array<string> | null | undefined;
  /** Goods excepted. */
  except?: GoodsCriteriaInput | null | undefined;
  /** HS codes; a shorter code covers every code it begins. */
  hs?: Array<string> | null | undefined;
  /** The edition of the HS that the codes are of, such as 2022; absent means any. */
  hsEdition?: string | null | undefined;
  /** Claims of origin, such as USMCA. */
  origin?: Array<string> | null | undefined;
  /** Who makes or exports the goods. */
  producers?: Array<string> | null | undefined;
};

/** Goods in transit that keep the earlier terms. */
export type InTransitInput = {
  /** And entered before this. */
  enteredBefore?: string | null | undefined;
  /** Loaded for the final leg before this; absent means before the terms take effect. */
  loadedBefore?: string | null | undefined;
};

/** An investigation that may lead to a measure took a step. */
export type InvestigationStepTakenInput = {
  /** The legal basis. */
  legalBasis: string;
  /** The rate proposed, percent ad valorem. */
  proposedRate?: number | null | undefined;
  /** The step taken. */
  step: string;
  /** The subject of the investigation. */
  topic: string;
};

/** Why a layer of a duty applies, or does not. */
export type LayerReason =
  /** It only raises the total to a cap, which may be reached already. */
  | 'CAPPED'
  /** The measure is over. */
  | 'ENDED'
  /** It is nothing where another measure applies. */
  | 'EXCLUDED'
  /** The good is exempt, fully or to a reduced rate. */
  | 'EXEMPT'
  /** It applies: the measure is in force on the good. */
  | 'IN_FORCE'
  /** Another duty stands in the place of the ordinary one. */
  | 'IN_LIEU_OF_MFN'
  /** The good was under way when the terms changed and keeps the terms before. */
  | 'IN_TRANSIT'
  /** The ordinary duty or another preference is lower and is paid instead. */
  | 'LOWER_ELSEWHERE'
  /** It applies: the ordinary rate, as given in the question. */
  | 'MFN'
  /** The measure is adopted and not yet effective. */
  | 'NOT_YET'
  /** It was announced or threatened; there is no legal act. */
  | 'NO_INSTRUMENT'
  /** The measure is not on this good. */
  | 'OUT_OF_SCOPE'
  /** It is on only some of what is asked about: it counts in the range. */
  | 'PARTLY_IN_SCOPE'
  /** Another measure comes before it in the authority's order. */
  | 'PRECEDED'
  /** It applies at the reduced duty of a quota in which a place is held. */
  | 'QUOTA'
  /** It applies in full: the quota in which a place is held is full or suspended. */
  | 'QUOTA_EXHAUSTED'
  /** Another measure applies in lieu of it. */
  | 'REPLACED'
  /** It is in force and only secured: it is not collected. */
  | 'SECURED'
  /** The measure is suspended. */
  | 'SUSPENDED';

/** Who led a delegation. */
export type LeadInput = {
  /** The name of the lead. */
  name: string;
  /** The party. */
  party: string;
};

/** A legal act imposed a measure, or set all its terms again. */
export type MeasureAdoptedInput = {
  /** The countries whose goods are affected; * for all countries. */
  affects: Array<string>;
  /** The cap on the total of the MFN rate and this measure, percent ad valorem. */
  capTotalAt?: number | null | undefined;
  /** The fee, for a measure that is one. */
  charge?: DutyExpressionInput | null | undefined;
  /** Whether it is paid; absent means it is. */
  collection?: DutyCollection | null | undefined;
  /** The duty, where it is no plain percentage. */
  duty?: DutyExpressionInput | null | undefined;
  /** When it takes effect; absent while the day is not set. */
  effectiveFrom?: string | null | undefined;
  /** Countries left out of those affected. */
  exceptFor?: Array<string> | null | undefined;
  /** Measures that exclude this one where they apply. */
  excludedBy?: Array<string> | null | undefined;
  /** What it is; absent means a duty on imports. */
  form?: MeasureForm | null | undefined;
  /** The goods covered; absent means all. */
  goods?: GoodsScopeInput | null | undefined;
  /** The country that imposes it. */
  imposedBy: string;
  /** Goods in transit that keep the earlier terms. */
  inTransit?: InTransitInput | null | undefined;
  /** The legal act. */
  instrument?: string | null | undefined;
  /** Its stated purpose. */
  kind: MeasureKind;
  /** The legal basis. */
  legalBasis?: string | null | undefined;
  /** A schedule: duties by HS code, of which the longest that fits counts. */
  lines?: Array<TariffLineInput> | null | undefined;
  /** Percent ad valorem. */
  rate?: number | null | undefined;
  /** Measures it applies in lieu of. */
  replaces?: Array<string> | null | undefined;
  /** How it stands to the ordinary duty; absent means it is additional. */
  role?: MeasureRole | null | undefined;
  /** The time zone of the authority; absent means its country's. */
  timeZone?: string | null | undefined;
  /** The title of the measure. */
  title: string;
  /** The rate on transshipped goods, in lieu of the rate. */
  transshipmentRate?: number | null | undefined;
  /** When it ends, exclusive. */
  until?: string | null | undefined;
  /** The part of the customs value it is taken on; absent means the whole. */
  valueShare?: ValueShareInput | null | undefined;
};

/** A legal act amended some of the terms. */
export type MeasureAmendedInput = {
  /** The countries whose goods are affected; * for all countries. */
  affects?: Array<string> | null | undefined;
  /** The cap on the total of the MFN rate and this measure, percent ad valorem. */
  capTotalAt?: number | null | undefined;
  /** The fee, for a measure that is one. */
  charge?: DutyExpressionInput | null | undefined;
  /** Whether it is paid; absent means it is. */
  collection?: DutyCollection | null | undefined;
  /** The duty, where it is no plain percentage. */
  duty?: DutyExpressionInput | null | undefined;
  /** When it takes effect. */
  effectiveFrom: string;
  /** Countries left out of those affected. */
  exceptFor?: Array<string> | null | undefined;
  /** Measures that exclude this one where they apply. */
  excludedBy?: Array<string> | null | undefined;
  /** The goods covered; absent means all. */
  goods?: GoodsScopeInput | null | undefined;
  /** Goods in transit that keep the earlier terms. */
  inTransit?: InTransitInput | null | undefined;
  /** The legal act. */
  instrument?: string | null | undefined;
  /** A schedule: duties by HS code, of which the longest that fits counts. */
  lines?: Array<TariffLineInput> | null | undefined;
  /** Percent ad valorem. */
  rate?: number | null | undefined;
  /** Terms taken away: until, goods, exceptFor, replaces, excludedBy, capTotalAt, inTransit, transshipmentRate and valueShare. */
  removes?: Array<string> | null | undefined;
  /** Measures it applies in lieu of. */
  replaces?: Array<string> | null | undefined;
  /** When the terms before come back by themselves. */
  revertsAt?: string | null | undefined;
  /** The rate on transshipped goods, in lieu of the rate. */
  transshipmentRate?: number | null | undefined;
  /** When it ends, exclusive. */
  until?: string | null | undefined;
  /** The part of the customs value it is taken on; absent means the whole. */
  valueShare?: ValueShareInput | null | undefined;
};

/** A measure or a rate was announced without a legal act. */
export type MeasureAnnouncedInput = {
  /** The countries whose goods are affected; * for all countries. */
  affects?: Array<string> | null | undefined;
  /** When it takes effect, as announced. */
  effectiveFrom?: string | null | undefined;
  /** Countries left out of those affected. */
  exceptFor?: Array<string> | null | undefined;
  /** What it is; absent means a duty on imports. */
  form?: MeasureForm | null | undefined;
  /** The goods it would cover. */
  goods?: GoodsScopeInput | null | undefined;
  /** The country that would impose it. */
  imposedBy?: string | null | undefined;
  /** Percent ad valorem. */
  rate?: number | null | undefined;
  /** A summary of the statement. */
  summary?: string | null | undefined;
  /** The title of the measure. */
  title?: string | null | undefined;
};

/** The day was set on which an adopted measure takes effect. */
export type MeasureCommencedInput = {
  /** When it takes effect. */
  effectiveFrom: string;
};

/** A measure ended. */
export type MeasureEndedInput = {
  /** When collection ends. */
  effectiveFrom: string;
  /** How it ended. */
  how: MeasureEnding;
  /** When its legal basis ended, if earlier. */
  legalEffectFrom?: string | null | undefined;
  /** The condition on which it would be imposed again. */
  snapback?: string | null | undefined;
};

/** How a measure ended. */
export type MeasureEnding =
  /** Reached the end of its term. */
  | 'EXPIRED'
  /** Invalidated by a court. */
  | 'INVALIDATED'
  /** Removed by the authority that imposed it. */
  | 'LIFTED'
  /** Replaced by another measure. */
  | 'REPLACED'
  /** Taken back by the authority, also before it took effect. */
  | 'WITHDRAWN';

/** Matches measures for which every given key matches. */
export type MeasureFilter = {
  /** Affects this area's goods at the view: by name, as a member of a group, as one of all, or some of its members'. */
  affects?: string | null | undefined;
  /** Imposed by this area, or by a group of which it is a member at the view. */
  imposedBy?: string | null | undefined;
  /** Any of these kinds. */
  kind?: Array<MeasureKind> | null | undefined;
  /** Any of these statuses. */
  status?: Array<MeasureStatus> | null | undefined;
};

/** What a measure is, whatever its purpose. */
export type MeasureForm =
  /** A duty on imports sold below their normal value. */
  | 'ANTIDUMPING_DUTY'
  /** A duty on imports that were subsidised. */
  | 'COUNTERVAILING_DUTY'
  /** Export ban. */
  | 'EXPORT_BAN'
  /** Exports need a permit. */
  | 'EXPORT_CONTROL'
  /** A duty on exports. */
  | 'EXPORT_DUTY'
  /** A fee, such as one on ships that call at a port. */
  | 'FEE'
  /** Import ban. */
  | 'IMPORT_BAN'
  /** A duty on imports. */
  | 'IMPORT_DUTY'
  /** Imports need a licence. */
  | 'LICENCE'
  /** A limit on quantities. */
  | 'QUOTA'
  /** A ban on dealings with persons or sectors. */
  | 'SANCTION';

/** The stated purpose of a measure. */
export type MeasureKind =
  /** Protection of the balance of payments. */
  | 'BALANCE_OF_PAYMENTS'
  /** Protection of national security. */
  | 'NATIONAL_SECURITY'
  /** Something else. */
  | 'OTHER'
  /** A punishment for something outside trade. */
  | 'PENALTY'
  /** An answer to how the other treats trade in general. */
  | 'RECIPROCAL'
  /** An answer to another's measure. */
  | 'RETALIATORY'
  /** Protection against a surge of imports. */
  | 'SAFEGUARD'
  /** An answer to practices held to be unfair. */
  | 'UNFAIR_TRADE';

/** An ended measure stands again, on the terms it had. */
export type MeasureReinstatedInput = {
  /** When it takes effect. */
  effectiveFrom: string;
  /** Why it stands again. */
  reason?: ReinstatementReason | null | undefined;
  /** When it ends, exclusive. */
  until?: string | null | undefined;
};

/** A suspended measure was resumed. */
export type MeasureResumedInput = {
  /** When it takes effect. */
  effectiveFrom: string;
};

/** How a duty stands to the ordinary (MFN) duty. */
export type MeasureRole =
  /** Paid on top of the ordinary duty. */
  | 'ADDITIONAL'
  /** Paid instead of the ordinary duty. */
  | 'IN_LIEU_OF_MFN'
  /** The ordinary duty, applied to every most-favoured nation. */
  | 'MFN'
  /** A preference: the lower of it and the ordinary duty is paid. */
  | 'PREFERENCE';

/** How a measure stands. */
export type MeasureStatus =
  /** It was announced; there is no legal act. */
  | 'ANNOUNCED'
  /** It is over. */
  | 'ENDED'
  /** It is collected. */
  | 'IN_FORCE'
  /** A legal act imposes it from a later instant. */
  | 'PENDING'
  /** It is suspended, and applies again at the end of the suspension if one is given. */
  | 'SUSPENDED'
  /** An official spoke of it; nothing was announced. */
  | 'THREATENED';

/** A measure was suspended. It resumes by itself at the end of the suspension, if one is given. */
export type MeasureSuspendedInput = {
  /** When it takes effect. */
  effectiveFrom: string;
  /** When it ends, exclusive. */
  until?: string | null | undefined;
};

/** An official threatened a measure. */
export type MeasureThreatenedInput = {
  /** The countries whose goods are affected; * for all countries. */
  affects?: Array<string> | null | undefined;
  /** Countries left out of those affected. */
  exceptFor?: Array<string> | null | undefined;
  /** What it is; absent means a duty on imports. */
  form?: MeasureForm | null | undefined;
  /** The goods it would cover. */
  goods?: GoodsScopeInput | null | undefined;
  /** The country that would impose it. */
  imposedBy?: string | null | undefined;
  /** Percent ad valorem. */
  rate?: number | null | undefined;
  /** A summary of the statement. */
  summary?: string | null | undefined;
  /** The title of the measure. */
  title?: string | null | undefined;
};

/** The parties met or spoke outside a numbered round. */
export type MeetingHeldInput = {
  /** A meeting or a call. */
  kind?: MeetingKind | null | undefined;
  /** The level of the meeting. */
  level: MeetingLevel;
  /** The participants. */
  participants?: Array<string> | null | undefined;
  /** The place. */
  place?: string | null | undefined;
  /** The topics. */
  topics?: Array<string> | null | undefined;
  /** The track it belongs to. */
  track?: string | null | undefined;
};

/** Whether a meeting was in one place, or a call by telephone or video. */
export type MeetingKind =
  /** By telephone or video. */
  | 'CALL'
  /** In one place. */
  | 'MEETING';

/** The level of a meeting. */
export type MeetingLevel =
  /** Those who lead the delegations. */
  | 'CHIEF_NEGOTIATOR'
  /** Heads of state or government. */
  | 'LEADERS'
  /** Ministers. */
  | 'MINISTERIAL'
  /** Officials. */
  | 'TECHNICAL';

/** An area became a member of a group. */
export type MemberJoinedInput = {
  /** From when it belongs. */
  effectiveFrom: string;
  /** Whose membership it is. */
  member: string;
};

/** An area ceased to be a member of a group. */
export type MemberLeftInput = {
  /** From when it no longer belongs. */
  effectiveFrom: string;
  /** Whose membership it is. */
  member: string;
};

/** An amount of money. */
export type MoneyInput = {
  /** The amount, zero or more. */
  amount: number;
  /** Its currency, ISO 4217, such as USD. */
  currency: string;
};

/** Matches negotiations for which every given key matches. */
export type NegotiationFilter = {
  /** With talks in one of these states. */
  activity?: Array<ActivityState> | null | undefined;
  /** A party at the view: by itself, or as a member of a group that is one. */
  party?: string | null | undefined;
  /** In one of these phases. */
  phase?: Array<Phase> | null | undefined;
};

/** The parties launched negotiations, or relaunched them under new terms. */
export type NegotiationLaunchedInput = {
  /** The names of the parties whose codes begin with x-. */
  actors?: Array<ActorInput> | null | undefined;
  /** The agreement to be negotiated. */
  agreement?: string | null | undefined;
  /** The mandate. */
  mandate?: string | null | undefined;
  /** The parties. */
  parties: Array<string>;
  /** The time zone of its dates. */
  timeZone?: string | null | undefined;
  /** The title of the negotiation. */
  title: string;
};

/** The negotiation was given another name. */
export type NegotiationRenamedInput = {
  /** Its name from then on. */
  title: string;
};

/** A further party joined the negotiation. */
export type PartyJoinedInput = {
  /** From when, if not when it occurred. */
  effectiveFrom?: string | null | undefined;
  /** What it is, where its code begins with x-. */
  kind?: ActorKind | null | undefined;
  /** What it is called, where its code begins with x-. */
  name?: string | null | undefined;
  /** Who joined. */
  party: string;
};

/** What kind of party it is. */
export type PartyKind =
  /** An armed group. */
  | 'ARMED_GROUP'
  /** A company. */
  | 'COMPANY'
  /** A country or territory. */
  | 'COUNTRY'
  /** An employer or an association of employers. */
  | 'EMPLOYER'
  /** A group of countries, such as the EU. */
  | 'GROUP'
  /** An organisation. */
  | 'ORGANISATION'
  /** Another kind, or not known. */
  | 'OTHER'
  /** A trade union. */
  | 'UNION';

/** A party left the negotiation. */
export type PartyLeftInput = {
  /** From when, if not when it occurred. */
  effectiveFrom?: string | null | undefined;
  /** Who left. */
  party: string;
  /** Why, as said. */
  reason?: string | null | undefined;
};

/** A party withdrew from an agreement; it stays in force for the others. */
export type PartyWithdrewInput = {
  /** The slug of the agreement; absent while the negotiation has only one. */
  agreement?: string | null | undefined;
  /** When it ceases to be bound. */
  effectiveFrom: string;
  /** The party that withdrew. */
  party: string;
};

/** How far a negotiation has come. */
export type Phase =
  /** The text is finished. */
  | 'CONCLUDED'
  /** Nothing has been launched yet. */
  | 'EXPLORATORY'
  /** The outline of an agreement is agreed. */
  | 'FRAMEWORK_AGREED'
  /** The agreement binds. */
  | 'IN_FORCE'
  /** The parties entered into negotiations. */
  | 'LAUNCHED'
  /** They agreed what the negotiation covers. */
  | 'MANDATE_AGREED'
  /** A round has been held. */
  | 'NEGOTIATING'
  /** A party has taken a step towards ratifying. */
  | 'RATIFYING'
  /** The agreement is signed. */
  | 'SIGNED'
  /** The agreement was ended. */
  | 'TERMINATED';

/** An authority ordered its measures: the first that applies excludes the later ones. */
export type PrecedenceSetInput = {
  /** When the order takes effect. */
  effectiveFrom: string;
  /** The legal act. */
  instrument?: string | null | undefined;
  /** Groups of measures, first to last; measures of one group add up. */
  order: Array<Array<string>>;
};

/** What to record instead of what was proposed; what is left out stays as proposed. */
export type ProposalAmendmentInput = {
  /** Further streams whose history is to include it. */
  also?: Array<string> | null | undefined;
  /** How firmly it is held. */
  certainty?: EventCertainty | null | undefined;
  /** Keys of the data to change or fill in; null takes a key out. */
  data?: unknown;
  /** When it happened. */
  occurred?: string | null | undefined;
  /** Who says so. */
  sources?: Array<SourceInput> | null | undefined;
  /** The stream it belongs to, such as negotiation/<slug>. */
  stream?: string | null | undefined;
  /** The IANA zone its dates are written in. */
  timeZone?: string | null | undefined;
};

/** The words that a field rests on: where they stand, the words, or both. */
export type ProposalSpanInput = {
  /** Where they end, exclusive. */
  end?: number | null | undefined;
  /** The field, such as occurred or data.rate. */
  path: string;
  /** The words, letter for letter; without start and end they must stand there once. */
  quote?: string | null | undefined;
  /** Where they begin, in UTF-16 units of the text. */
  start?: number | null | undefined;
};

/** What became of a proposal. */
export type ProposalStatus =
  /** Its event was recorded, as proposed or amended. */
  | 'ACCEPTED'
  /** Nobody has decided. */
  | 'PENDING'
  /** It was rejected; it stays readable. */
  | 'REJECTED'
  /** Whoever proposed it took it back. */
  | 'WITHDRAWN';

/** Events to propose, with the text they rest on. */
export type ProposeEventsInput = {
  /** The day of the report, such as 2025-11-05: its dates are counted from it. */
  day?: string | null | undefined;
  /** The events; when absent, those that rules for English find in the text. */
  drafts?: Array<DraftInput> | null | undefined;
  /** Runs every check and keeps nothing. */
  dryRun?: boolean | null | undefined;
  /** Whether the text may be kept; else its hash and the words quoted are kept. */
  keepText?: boolean | null | undefined;
  /** The slug of the negotiation that the text is about; else the one it names. */
  negotiation?: string | null | undefined;
  /** The sources of the drafts that have none of their own. */
  sources?: Array<SourceInput> | null | undefined;
  /** The text that their spans are of. */
  text?: string | null | undefined;
};

/** A quantity of a good. */
export type QuantityInput = {
  /** Of what: a code of UN/ECE Recommendation 20, such as KGM. */
  unit: string;
  /** How many, zero or more. */
  value: number;
};

/** An authority reported the state of a quota. */
export type QuotaReportedInput = {
  /** From when. */
  from: string;
  /** The relief, as it was granted. */
  relief: string;
  /** Whether a place can be had. */
  status: QuotaStatus;
  /** How much of it is used, in its unit. */
  used?: number | null | undefined;
};

/** Whether a place in a quota can be had. */
export type QuotaStatus =
  /** It is full. */
  | 'EXHAUSTED'
  /** A place can be had. */
  | 'OPEN'
  /** No place is given for now. */
  | 'SUSPENDED';

/** The quantity that a relief is open to, and its period. */
export type QuotaTermsInput = {
  /** When its period begins. */
  from: string;
  /** The unit, a code of UN/ECE Recommendation 20, such as TNE. */
  unit: string;
  /** When its period ends, exclusive. */
  until: string;
  /** How much may enter. */
  volume: number;
};

/** Where a step leaves a ratification. */
export type RatificationOutcome =
  /** It moved on and is not complete. */
  | 'ADVANCED'
  /** The party has ratified. */
  | 'COMPLETED'
  /** Consent was refused. */
  | 'REJECTED'
  /** The party took its ratification back. */
  | 'WITHDRAWN';

/** Where a party's ratification stands. */
export type RatificationState =
  /** Under way. */
  | 'ADVANCED'
  /** Complete. */
  | 'COMPLETED'
  /** No step is on record. */
  | 'NONE'
  /** Refused. */
  | 'REJECTED'
  /** Taken back. */
  | 'WITHDRAWN';

/** A party took a step towards ratification. */
export type RatificationStepTakenInput = {
  /** The slug of the agreement; absent while the negotiation has only one. */
  agreement?: string | null | undefined;
  /** The body that acted, such as a parliament. */
  body: string;
  /** Where it leaves the ratification; ADVANCED when absent. */
  outcome?: RatificationOutcome | null | undefined;
  /** The party. */
  party: string;
  /** The step taken. */
  step: string;
  /** The result of the vote. */
  vote?: string | null | undefined;
};

/** Why an ended measure stands again. */
export type ReinstatementReason =
  /** The ruling that ended it was reversed on appeal. */
  | 'APPEAL'
  /** Something else. */
  | 'OTHER'
  /** The condition on which it would return was met. */
  | 'SNAPBACK'
  /** The ruling that ended it was stayed. */
  | 'STAY';

/** A proposal to reject. */
export type RejectProposalInput = {
  /** The id of the proposal. */
  id: string;
  /** The reason. */
  reason: string;
};

/** A country notified retaliation against a measure. */
export type RetaliationNotifiedInput = {
  /** The country retaliated against. */
  against: string;
  /** The country that would retaliate. */
  by: string;
  /** The document of the notification. */
  document?: string | null | undefined;
  /** The duty it would collect. */
  dutyEquivalent?: AmountInput | null | undefined;
  /** The forum of the notification, such as the WTO. */
  forum?: string | null | undefined;
};

/** Retracts an event that should not have been entered. A retraction may itself be retracted. */
export type RetractEventInput = {
  /** Further streams whose history is to include it. */
  also?: Array<string> | null | undefined;
  /** How firmly it is held; REPORTED when absent. */
  certainty?: EventCertainty | null | undefined;
  /** Who says so; the desk's own word (INFERRED) when absent. */
  citing?: Array<SourceInput> | null | undefined;
  /** Runs every check, returns the warnings and writes nothing. */
  dryRun?: boolean | null | undefined;
  /** The event it is about. */
  event: string;
  /** Refuses with RevisionConflictError unless its stream is at this revision. */
  expectedRevision?: number | null | undefined;
  /** The same key with the same content returns the first result, so retries are safe. */
  idempotencyKey?: string | null | undefined;
  /** When it happened, as far as known; today in the zone of its stream when absent. */
  occurred?: string | null | undefined;
  /** The reason. */
  reason: string;
  /** Who says so: at least one, unless certainty is INFERRED. */
  sources?: Array<SourceInput> | null | undefined;
  /** The IANA zone its dates are written in; its stream's own. */
  timeZone?: string | null | undefined;
};

/** A round of talks was held. */
export type RoundHeldInput = {
  /** Whether it counts as a formal round. */
  formal?: Formality | null | undefined;
  /** The lead of each delegation. */
  leads?: Array<LeadInput> | null | undefined;
  /** The mode, such as in person or by video. */
  mode?: string | null | undefined;
  /** The part that continues the round, from 2: INC-5.2 is round 5, part 2. */
  part?: number | null | undefined;
  /** The place. */
  place?: string | null | undefined;
  /** The number of the round, where it has one. */
  round?: number | null | undefined;
  /** The topics. */
  topics?: Array<string> | null | undefined;
  /** The track it belongs to. */
  track?: string | null | undefined;
};

/** A scheduled round was postponed or cancelled. */
export type RoundPostponedInput = {
  /** The part that continues the round, from 2: INC-5.2 is round 5, part 2. */
  part?: number | null | undefined;
  /** The reason given. */
  reason?: string | null | undefined;
  /** The number of the round, where it has one. */
  round?: number | null | undefined;
  /** The new dates; absent when none are reported. */
  to?: string | null | undefined;
  /** The track it belongs to. */
  track?: string | null | undefined;
  /** The earlier dates. */
  was: string;
};

/** A round was scheduled. */
export type RoundScheduledInput = {
  /** The scheduled dates. */
  dates: string;
  /** The mode, such as in person or by video. */
  mode?: string | null | undefined;
  /** The part that continues the round, from 2: INC-5.2 is round 5, part 2. */
  part?: number | null | undefined;
  /** The place. */
  place?: string | null | undefined;
  /** The number of the round, where it has one. */
  round?: number | null | undefined;
  /** The track it belongs to. */
  track?: string | null | undefined;
};

/** How a round stands. */
export type RoundStatus =
  /** It is over. */
  | 'HELD'
  /** It has begun, or may have, and may not be over. */
  | 'IN_PROGRESS'
  /** It was postponed or cancelled. */
  | 'POSTPONED'
  /** It has dates, and no event says yet that it was held. */
  | 'SCHEDULED';

/** Someone reported how many rounds had been completed. */
export type RoundsReportedInput = {
  /** Who counted. */
  by?: string | null | undefined;
  /** The number of rounds. */
  count: number;
  /** The counting rule. */
  rule?: string | null | undefined;
  /** Which rounds are counted. */
  scope?: string | null | undefined;
  /** The track it belongs to. */
  track?: string | null | undefined;
};

/** Adds sources to an event. */
export type SourceAddedInput = {
  /** The event it is about. */
  event: string;
  /** The sources added. */
  sources: Array<SourceInput>;
};

/** A source of an event: who published it, where, and when. */
export type SourceInput = {
  /** The kind of source. */
  kind: SourceKind;
  /** When it was published: EDTF or an instant; a date means the end of that day. */
  published?: string | null | undefined;
  /** The publisher. */
  publisher?: string | null | undefined;
  /** A short verbatim quotation. */
  quote?: string | null | undefined;
  /** The title, or the name of the legal instrument. */
  title?: string | null | undefined;
  /** The address of the source. */
  url?: string | null | undefined;
  /** The secondary source it was cited by, when the source itself was not seen. */
  via?: string | null | undefined;
};

/** What a source is. Evidence ranks in this order. */
export type SourceKind =
  /** A collection of data that names no source. */
  | 'DATASET'
  /** How an authority applies the act. */
  | 'GUIDANCE'
  /** The legal act itself. */
  | 'INSTRUMENT'
  /** A statement or publication of a government. */
  | 'OFFICIAL'
  /** A newspaper, a broadcaster, a trade blog or a law firm. */
  | 'PRESS'
  /** A post on a social network. */
  | 'SOCIAL'
  /** A news agency. */
  | 'WIRE';

/** Someone looked through its sources and found nothing further. */
export type SourcesCheckedInput = {
  /** The last date looked through. */
  through: string;
};

/** How a statement bears on the prospects of agreement. */
export type Stance =
  /** Points away from agreement. */
  | 'NEGATIVE'
  /** Points neither way. */
  | 'NEUTRAL'
  /** Points towards agreement. */
  | 'POSITIVE';

/** Someone made a statement about the negotiation. */
export type StatementMadeInput = {
  /** Its subjects: slugs of targets or measures, or plain words. */
  about?: Array<string> | null | undefined;
  /** Whom the speaker represents. */
  onBehalfOf?: string | null | undefined;
  /** A short verbatim quotation. */
  quote?: string | null | undefined;
  /** The role of the speaker at the time. */
  role?: string | null | undefined;
  /** The speaker. */
  speaker: string;
  /** How it bears on the prospects of agreement. */
  stance?: Stance | null | undefined;
  /** A summary in the words of this record. */
  summary: string;
  /** The venue or occasion. */
  venue?: string | null | undefined;
};

/** Talks were paused. */
export type TalksPausedInput = {
  /** When they were expected to resume. */
  expectedResume?: string | null | undefined;
  /** The reason given. */
  reason?: string | null | undefined;
  /** The talks concerned. */
  scope: TalksScope;
  /** The only track that is paused; absent means the talks as a whole. */
  track?: string | null | undefined;
};

/** Talks resumed after a pause or a termination. */
export type TalksResumedInput = {
  /** The reason given. */
  reason?: string | null | undefined;
  /** Whether the agreed text is reopened. */
  reopens?: boolean | null | undefined;
  /** The talks concerned; absent means all. */
  scope?: TalksScope | null | undefined;
  /** The only track that resumed. */
  track?: string | null | undefined;
};

/** Which talks a pause or a resumption concerns. */
export type TalksScope =
  /** All talks. */
  | 'ALL'
  /** Formal rounds only; other contacts go on. */
  | 'FORMAL_ROUNDS'
  /** Meetings in one place only; of calls it says nothing. */
  | 'IN_PERSON';

/** One or both parties terminated the talks. */
export type TalksTerminatedInput = {
  /** Who terminated them. */
  by?: string | null | undefined;
  /** The reason given. */
  reason?: string | null | undefined;
};

/** How binding a target is. */
export type TargetKind =
  /** A binding date that the parties set. */
  | 'DEADLINE'
  /** A date set by law. */
  | 'LEGAL_LIMIT'
  /** A goal; missing a goal has no consequence of its own. */
  | 'TARGET';

/** A target was met. */
export type TargetMetInput = {
  /** The slug of the target. */
  target: string;
};

/** A target was declared missed. */
export type TargetMissedInput = {
  /** The slug of the target. */
  target: string;
};

/** How one side or outlet reads an ambiguous due date. */
export type TargetReadingInput = {
  /** Who reads the date so. */
  by: string;
  /** The due date by that reading. */
  due: string;
};

/** A due date was set for a target, or moved. */
export type TargetSetInput = {
  /** The due date. */
  due: string;
  /** How binding it is. */
  kind: TargetKind;
  /** Competing readings of the due date. */
  readings?: Array<TargetReadingInput> | null | undefined;
  /** The slug of the target. */
  target: string;
  /** The track it belongs to. */
  track?: string | null | undefined;
  /** The unit of the value. */
  unit?: string | null | undefined;
  /** The target value, where there is one. */
  value?: number | null | undefined;
  /** What is to be done. */
  what: string;
};

/** How a target stands. */
export type TargetStatus =
  /** The view lies inside the bounds of its due date. */
  | 'DUE_WINDOW'
  /** It was met. */
  | 'MET'
  /** It was declared missed. */
  | 'MISSED'
  /** It is not due yet. */
  | 'OPEN'
  /** Its due date has passed and nothing says whether it was met. */
  | 'OVERDUE';

/** A line of a schedule: goods and the duty on them. */
export type TariffLineInput = {
  /** The duty, where it is no plain percentage. */
  duty?: DutyExpressionInput | null | undefined;
  /** The goods: every code that it begins. */
  hs: string;
  /** Percent ad valorem. */
  rate?: number | null | undefined;
};

/** The parties agreed the terms of reference. */
export type TermsOfReferenceAgreedInput = {
  /** The number of chapters. */
  chapters?: number | null | undefined;
  /** The document. */
  document?: string | null | undefined;
};

/** A range of time with both ends included; an absent end is open. */
export type TimeRange = {
  /** First instant; a date means its beginning. */
  from?: string | null | undefined;
  /** Last instant; a date means its close. */
  to?: string | null | undefined;
};

/** A separate track of the negotiation was opened. */
export type TrackOpenedInput = {
  /** What it covers. */
  scope?: string | null | undefined;
  /** The title of the track. */
  title: string;
  /** The short name that other events refer to. */
  track: string;
};

/** The quantity an amount is charged on. */
export type UnitQuantityInput = {
  /** How many of the unit; absent means one. */
  quantity?: number | null | undefined;
  /** The unit, a code of UN/ECE Recommendation 20, such as KGM. */
  unit: string;
};

/** A limit of the customs value. */
export type ValueLimitInput = {
  /** The amount. */
  amount: number;
  /** Its currency, ISO 4217. */
  currency: string;
};

/** The part of the customs value a duty is taken on. */
export type ValueShareInput = {
  /** Taken on the value without these contents. */
  exceptOf?: Array<string> | null | undefined;
  /** Taken on the value of these contents, such as aluminium. */
  of?: Array<string> | null | undefined;
};

export type CardQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
}>;


export type CardQuery = { negotiation: { slug: string, title: string, view: { at: string, knownAt: string, publicAt: string | null, position: number }, parties: Array<{ kind: PartyKind, code: string, name: string }>, targets: Array<{ slug: string, what: string, due: string, kind: TargetKind, status: TargetStatus, perhapsMetBy:
        | { id: string, summary: string, occurred: string }
        | { id: string, summary: string, occurred: string }
        | { id: string, summary: string, occurred: string }
       | null }>, rounds: Array<{ number: number | null, part: number | null, dates: string, place: string | null, status: RoundStatus }>, meetings: Array<{ dates: string, level: MeetingLevel }>, agreements: Array<{ title: string, slug: string, status: AgreementStatus, inForceFrom: string | null, provisional: boolean, byParty: Array<{ ratification: RatificationState, bound: BoundState }> }>, duties: Array<{ imposedBy: string, on: string, total: number | null, expression: string, disputed: boolean, leastCertainty: EventCertainty | null, pending: Array<{ at: string, total: number | null, expression: string, leastCertainty: EventCertainty | null, measure: { slug: string } | null }>, layers: Array<{ setBy:
          | { sources: Array<{ publisher: string | null }> }
          | { sources: Array<{ publisher: string | null }> }
          | { sources: Array<{ publisher: string | null }> }
         | null }>, range: { min: number, max: number } | null, coverage: { status: CoverageStatus }, scope: { ordinary: boolean, reliefs: number, elsewhere: Array<{ expression: string | null, measure: { slug: string, title: string } | null }> } }>, measures: Array<{ slug: string, title: string, pending: Array<{ from: string, status: MeasureStatus, expression: string | null }> }>, latestEvent:
      | { sources: Array<{ publisher: string | null }> }
      | { sources: Array<{ publisher: string | null }> }
      | { sources: Array<{ publisher: string | null }> }
     | null, phase: { value: Phase, since: string, certainty: Answer }, activity: { value: ActivityState, scope: TalksScope | null, since: string, certainty: Answer } } | null };

export type ChangePointsQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
  assuming?: Assumptions | null | undefined;
  to?: string | null | undefined;
}>;


export type ChangePointsQuery = { negotiation: { timeline: Array<{ at: string, changes: Array<{ path: string, after: unknown }> }> } | null };

export type ChartEventsQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
}>;


export type ChartEventsQuery = { negotiation: { events: { edges: Array<{ node:
          | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, summary: string, sources: Array<{ published: string | null, publisher: string | null }> }
          | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, summary: string, sources: Array<{ published: string | null, publisher: string | null }> }
          | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, summary: string, sources: Array<{ published: string | null, publisher: string | null }> }
          | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, summary: string, target: string, sources: Array<{ published: string | null, publisher: string | null }> }
          | { rate: number | null, id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, summary: string, sources: Array<{ published: string | null, publisher: string | null }> }
         }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, launches: { edges: Array<{ node: { dataTimeZone: string | null } }> }, measures: Array<{ slug: string, title: string, imposedBy: string, affects: Array<string>, events: { edges: Array<{ node:
            | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, summary: string, sources: Array<{ published: string | null, publisher: string | null }> }
            | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, summary: string, sources: Array<{ published: string | null, publisher: string | null }> }
            | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, summary: string, sources: Array<{ published: string | null, publisher: string | null }> }
            | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, summary: string, target: string, sources: Array<{ published: string | null, publisher: string | null }> }
            | { rate: number | null, id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, summary: string, sources: Array<{ published: string | null, publisher: string | null }> }
           }> } }> } | null };

type ChartEventFields_PyV5x4Aajoq0fCtdf1KxiD9McDj9a9mbqdfWa1F83La_Fragment = { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, summary: string, sources: Array<{ published: string | null, publisher: string | null }> };

type ChartEventFields_D3zzBBg57QlexEsaBPr3p4aBuaoWtOvSPwDkuYjis_Fragment = { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, summary: string, sources: Array<{ published: string | null, publisher: string | null }> };

type ChartEventFields_B0KdB8071kWwIzAl7UhxjnMcb8SkMAmRzNc7Dd0Up1g_Fragment = { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, summary: string, sources: Array<{ published: string | null, publisher: string | null }> };

type ChartEventFields_EventRetracted_Fragment = { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, summary: string, target: string, sources: Array<{ published: string | null, publisher: string | null }> };

type ChartEventFields_MeasureAnnounced_MeasureThreatened_Fragment = { rate: number | null, id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, summary: string, sources: Array<{ published: string | null, publisher: string | null }> };

export type ChartEventFieldsFragment =
  | ChartEventFields_PyV5x4Aajoq0fCtdf1KxiD9McDj9a9mbqdfWa1F83La_Fragment
  | ChartEventFields_D3zzBBg57QlexEsaBPr3p4aBuaoWtOvSPwDkuYjis_Fragment
  | ChartEventFields_B0KdB8071kWwIzAl7UhxjnMcb8SkMAmRzNc7Dd0Up1g_Fragment
  | ChartEventFields_EventRetracted_Fragment
  | ChartEventFields_MeasureAnnounced_MeasureThreatened_Fragment
;

export type CheckpointQueryVariables = Exact<{ [key: string]: never; }>;


export type CheckpointQuery = { log: { checkpoint: string | null } };

export type ConsequencesQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
  assuming?: Assumptions | null | undefined;
}>;


export type ConsequencesQuery = { negotiation: { slug: string, title: string, roundsCompleted: { reported: number | null, counted: number, disputed: boolean }, rounds: Array<{ track: string | null, number: number | null, part: number | null, dates: string, place: string | null, status: RoundStatus }>, meetings: Array<{ place: string | null, dates: string, level: MeetingLevel }>, pauses: Array<{ from: string, to: string | null, scope: TalksScope }>, statements: { totalCount: number }, targets: Array<{ slips: number, slug: string, what: string, due: string, kind: TargetKind, status: TargetStatus, perhapsMetBy:
        | { id: string, summary: string, occurred: string }
        | { id: string, summary: string, occurred: string }
        | { id: string, summary: string, occurred: string }
       | null }>, agreements: Array<{ status: AgreementStatus, since: string, title: string, slug: string, inForceFrom: string | null, provisional: boolean, byParty: Array<{ ratification: RatificationState, bound: BoundState }> }>, measures: Array<{ slug: string, title: string, status: MeasureStatus, certainty: Answer, rate: number | null, announcedRate: number | null, expression: string | null, leastCertainty: EventCertainty | null, pending: Array<{ rate: number | null, expression: string | null, leastCertainty: EventCertainty | null, from: string, status: MeasureStatus }> }>, findings: Array<{ code: string, message: string }>, parties: Array<{ kind: PartyKind, code: string, name: string }>, duties: Array<{ imposedBy: string, on: string, total: number | null, expression: string, disputed: boolean, leastCertainty: EventCertainty | null, pending: Array<{ at: string, total: number | null, expression: string, leastCertainty: EventCertainty | null, measure: { slug: string } | null }>, range: { min: number, max: number } | null, coverage: { status: CoverageStatus }, scope: { ordinary: boolean, reliefs: number, elsewhere: Array<{ expression: string | null, measure: { slug: string, title: string } | null }> } }>, phase: { value: Phase, since: string, certainty: Answer }, activity: { value: ActivityState, scope: TalksScope | null, since: string, certainty: Answer } } | null };

export type DiffQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
  assuming?: Assumptions | null | undefined;
  to: AsOf;
}>;


export type DiffQuery = { negotiation: { diff: { totalCount: number, topics: Array<{ topic: string, count: number }>, headline: Array<{ path: string, before: unknown, after: unknown, causedBy: Array<
          | { id: string }
          | { id: string }
          | { id: string }
        > }> }, duties: Array<{ imposedBy: string, on: string, leastCertainty: EventCertainty | null, layers: Array<{ leastCertainty: EventCertainty | null, measure: { slug: string } | null }> }>, measures: Array<{ slug: string, leastCertainty: EventCertainty | null, terms: Array<{ from: string, leastCertainty: EventCertainty | null }> }> } | null, compared: { parties: Array<{ code: string, name: string }>, formerParties: Array<{ code: string, name: string }>, tracks: Array<{ slug: string, title: string }>, agreements: Array<{ byParty: Array<{ party: { code: string, name: string } }> }>, measures: Array<{ slug: string, title: string, leastCertainty: EventCertainty | null, terms: Array<{ from: string, leastCertainty: EventCertainty | null }> }>, targets: Array<{ slug: string, what: string }>, duties: Array<{ imposedBy: string, on: string, leastCertainty: EventCertainty | null, layers: Array<{ leastCertainty: EventCertainty | null, measure: { slug: string } | null }> }> } | null };

export type NamesOfViewFragment = { parties: Array<{ code: string, name: string }>, formerParties: Array<{ code: string, name: string }>, tracks: Array<{ slug: string, title: string }>, agreements: Array<{ byParty: Array<{ party: { code: string, name: string } }> }>, measures: Array<{ slug: string, title: string }>, targets: Array<{ slug: string, what: string }> };

export type CertaintyOfFiguresFragment = { duties: Array<{ imposedBy: string, on: string, leastCertainty: EventCertainty | null, layers: Array<{ leastCertainty: EventCertainty | null, measure: { slug: string } | null }> }>, measures: Array<{ slug: string, leastCertainty: EventCertainty | null, terms: Array<{ from: string, leastCertainty: EventCertainty | null }> }> };

export type ChangeFieldsFragment = { path: string, before: unknown, after: unknown, causedBy: Array<
    | { id: string }
    | { id: string }
    | { id: string }
  > };

export type DiffOfTopicsQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
  assuming?: Assumptions | null | undefined;
  to: AsOf;
  topics: Array<string> | string;
  first: number;
}>;


export type DiffOfTopicsQuery = { negotiation: { diff: { changes: Array<{ path: string, before: unknown, after: unknown, causedBy: Array<
          | { id: string }
          | { id: string }
          | { id: string }
        > }> } } | null };

export type DutyQueryVariables = Exact<{
  imposedBy: string;
  on: string;
  goods?: Goods | null | undefined;
  mfnRate?: number | null | undefined;
  asOf?: AsOf | null | undefined;
}>;


export type DutyQuery = { duty: { imposedBy: string, on: string, timeZone: string, certainty: Answer, total: number | null, expression: string, disputed: boolean, leastCertainty: EventCertainty | null, view: { at: string, knownAt: string, publicAt: string | null, position: number }, amount: { amount: number, currency: string } | null, coverage: { status: CoverageStatus, note: string | null, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
       | null }, layers: Array<{ role: MeasureRole, expression: string | null, rate: number | null, leastCertainty: EventCertainty | null, applies: boolean, reason: LayerReason, measure: { slug: string, title: string, reliefs: Array<{ slug: string | null, expression: string, until: string | null, quota: { volume: number, unit: string, status: QuotaStatus, used: number | null } | null, setBy:
            | { id: string }
            | { id: string }
            | { id: string }
            | { id: string, goods: { origin: Array<string> | null, endUse: Array<string> | null, producers: Array<string> | null }, valueAtMost: { amount: number, currency: string } | null }
           }> } | null, amount: { amount: number, currency: string } | null, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
       | null }>, pending: Array<{ at: string, total: number | null, expression: string, leastCertainty: EventCertainty | null, measure: { slug: string, title: string } | null, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
       }>, schedule: Array<{ from: string, until: string | null, total: number | null, expression: string, leastCertainty: EventCertainty | null }>, range: { min: number, max: number } | null, scope: { ordinary: boolean, reliefs: number, elsewhere: Array<{ expression: string | null, measure: { slug: string, title: string } | null }> } } };

export type MoneyFieldsFragment = { amount: number, currency: string };

export type DutyChartQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
}>;


export type DutyChartQuery = { negotiation: { slug: string, title: string, view: { at: string, knownAt: string, publicAt: string | null, position: number }, duties: Array<{ imposedBy: string, on: string, timeZone: string, total: number | null, expression: string, disputed: boolean, leastCertainty: EventCertainty | null, pending: Array<{ at: string, total: number | null, expression: string }>, schedule: Array<{ from: string, until: string | null, total: number | null, expression: string, leastCertainty: EventCertainty | null, layers: Array<{ expression: string | null, measure: { slug: string, title: string } | null }>, setBy: Array<
          | { id: string }
          | { id: string }
          | { id: string }
        > }>, range: { min: number, max: number } | null, coverage: { status: CoverageStatus }, scope: { ordinary: boolean, reliefs: number, elsewhere: Array<{ expression: string | null, measure: { slug: string, title: string } | null }> } }> } | null };

export type DutyFigureFragment = { total: number | null, expression: string, disputed: boolean, leastCertainty: EventCertainty | null, range: { min: number, max: number } | null, coverage: { status: CoverageStatus }, scope: { ordinary: boolean, reliefs: number, elsewhere: Array<{ expression: string | null, measure: { slug: string, title: string } | null }> } };

export type DutySchedulesQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
  assuming?: Assumptions | null | undefined;
}>;


export type DutySchedulesQuery = { negotiation: { duties: Array<{ imposedBy: string, on: string, total: number | null, expression: string, disputed: boolean, leastCertainty: EventCertainty | null, schedule: Array<{ from: string, until: string | null, total: number | null, expression: string, leastCertainty: EventCertainty | null, layers: Array<{ expression: string | null, measure: { slug: string, title: string } | null }>, setBy: Array<
          | { id: string }
          | { id: string }
          | { id: string }
        > }>, range: { min: number, max: number } | null, coverage: { status: CoverageStatus }, scope: { ordinary: boolean, reliefs: number, elsewhere: Array<{ expression: string | null, measure: { slug: string, title: string } | null }> } }> } | null };

export type DutyTotalQueryVariables = Exact<{
  imposedBy: string;
  on: string;
  goods?: Goods | null | undefined;
  mfnRate?: number | null | undefined;
  asOf?: AsOf | null | undefined;
}>;


export type DutyTotalQuery = { duty: { total: number | null, expression: string, leastCertainty: EventCertainty | null, amount: { amount: number, currency: string } | null } };

export type EntryContextQueryVariables = Exact<{
  slug: string;
}>;


export type EntryContextQuery = { negotiation: { slug: string, parties: Array<{ code: string, kind: PartyKind }>, targets: Array<{ slug: string, what: string, due: string, kind: TargetKind, status: TargetStatus, value: number | null, unit: string | null }>, agreements: Array<{ slug: string, title: string }>, rounds: Array<{ number: number | null, part: number | null, dates: string, place: string | null, mode: string | null, track: string | null, status: RoundStatus }> } | null };

export type EventDetailsQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type EventDetailsQuery = { nodes: Array<
    | { type: string, occurred: string, recordedAt: string, recordedBy: string | null, certainty: EventCertainty, retracted: boolean, hypothetical: boolean, summary: string, data: unknown, id: string, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }>, corrections: Array<
        | { id: string, retracted: boolean }
        | { id: string, retracted: boolean }
        | { id: string, retracted: boolean }
        | { reason: string, id: string, retracted: boolean }
      > }
    | { type: string, occurred: string, recordedAt: string, recordedBy: string | null, certainty: EventCertainty, retracted: boolean, hypothetical: boolean, summary: string, data: unknown, id: string, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }>, corrections: Array<
        | { id: string, retracted: boolean }
        | { id: string, retracted: boolean }
        | { id: string, retracted: boolean }
        | { reason: string, id: string, retracted: boolean }
      > }
    | { type: string, occurred: string, recordedAt: string, recordedBy: string | null, certainty: EventCertainty, retracted: boolean, hypothetical: boolean, summary: string, data: unknown, id: string, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }>, corrections: Array<
        | { id: string, retracted: boolean }
        | { id: string, retracted: boolean }
        | { id: string, retracted: boolean }
        | { reason: string, id: string, retracted: boolean }
      > }
    | { id: string }
   | null> };

export type EventInFullQueryVariables = Exact<{
  id: string;
}>;


export type EventInFullQuery = { event:
    | { retracted: boolean, summary: string, id: string, type: string, stream: string, also: Array<string>, position: number, revision: number, occurred: string, timeZone: string | null, certainty: EventCertainty, data: unknown, corrections: Array<
        | { retracted: boolean, id: string, type: string, stream: string, also: Array<string>, position: number, revision: number, occurred: string, timeZone: string | null, certainty: EventCertainty, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> }
        | { retracted: boolean, id: string, type: string, stream: string, also: Array<string>, position: number, revision: number, occurred: string, timeZone: string | null, certainty: EventCertainty, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> }
        | { retracted: boolean, id: string, type: string, stream: string, also: Array<string>, position: number, revision: number, occurred: string, timeZone: string | null, certainty: EventCertainty, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> }
      >, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> }
    | { retracted: boolean, summary: string, id: string, type: string, stream: string, also: Array<string>, position: number, revision: number, occurred: string, timeZone: string | null, certainty: EventCertainty, data: unknown, corrections: Array<
        | { retracted: boolean, id: string, type: string, stream: string, also: Array<string>, position: number, revision: number, occurred: string, timeZone: string | null, certainty: EventCertainty, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> }
        | { retracted: boolean, id: string, type: string, stream: string, also: Array<string>, position: number, revision: number, occurred: string, timeZone: string | null, certainty: EventCertainty, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> }
        | { retracted: boolean, id: string, type: string, stream: string, also: Array<string>, position: number, revision: number, occurred: string, timeZone: string | null, certainty: EventCertainty, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> }
      >, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> }
    | { retracted: boolean, summary: string, id: string, type: string, stream: string, also: Array<string>, position: number, revision: number, occurred: string, timeZone: string | null, certainty: EventCertainty, data: unknown, corrections: Array<
        | { retracted: boolean, id: string, type: string, stream: string, also: Array<string>, position: number, revision: number, occurred: string, timeZone: string | null, certainty: EventCertainty, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> }
        | { retracted: boolean, id: string, type: string, stream: string, also: Array<string>, position: number, revision: number, occurred: string, timeZone: string | null, certainty: EventCertainty, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> }
        | { retracted: boolean, id: string, type: string, stream: string, also: Array<string>, position: number, revision: number, occurred: string, timeZone: string | null, certainty: EventCertainty, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> }
      >, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> }
   | null };

type CorrectableEvent_YkoAzxlWNiPoEktByXa8pnwYbebk0Jf7iRrPdylBg_Fragment = { id: string, type: string, stream: string, also: Array<string>, position: number, revision: number, occurred: string, timeZone: string | null, certainty: EventCertainty, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> };

type CorrectableEvent_12jR1CzsaCh0FsyD7lqWx37qC1uJBhPVbgxEqfmQo_Fragment = { id: string, type: string, stream: string, also: Array<string>, position: number, revision: number, occurred: string, timeZone: string | null, certainty: EventCertainty, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> };

type CorrectableEvent_ObBrfsMw9FpJhjiXxO4giz9dxK0IFww1dsqlpH2Su_Fragment = { id: string, type: string, stream: string, also: Array<string>, position: number, revision: number, occurred: string, timeZone: string | null, certainty: EventCertainty, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> };

export type CorrectableEventFragment =
  | CorrectableEvent_YkoAzxlWNiPoEktByXa8pnwYbebk0Jf7iRrPdylBg_Fragment
  | CorrectableEvent_12jR1CzsaCh0FsyD7lqWx37qC1uJBhPVbgxEqfmQo_Fragment
  | CorrectableEvent_ObBrfsMw9FpJhjiXxO4giz9dxK0IFww1dsqlpH2Su_Fragment
;

export type EventSourcesQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type EventSourcesQuery = { nodes: Array<
    | { id: string, sources: Array<{ publisher: string | null, title: string | null, url: string | null, published: string | null }> }
    | { id: string, sources: Array<{ publisher: string | null, title: string | null, url: string | null, published: string | null }> }
    | { id: string, sources: Array<{ publisher: string | null, title: string | null, url: string | null, published: string | null }> }
    | { id: string }
   | null> };

export type EventsOfQueryVariables = Exact<{
  streams: Array<string> | string;
  after?: string | null | undefined;
}>;


export type EventsOfQuery = { events: { edges: Array<{ node:
        | { id: string, type: string, occurred: string, summary: string, retracted: boolean }
        | { id: string, type: string, occurred: string, summary: string, retracted: boolean }
        | { id: string, type: string, occurred: string, summary: string, retracted: boolean }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ExplainQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
  assuming?: Assumptions | null | undefined;
  path: string;
}>;


export type ExplainQuery = { negotiation: { explain: Array<{ path: string, value: unknown, certainty: EventCertainty, current: boolean, setBy:
        | { id: string, type: string }
        | { id: string, type: string }
        | { id: string, type: string }
      , alsoBy: Array<
        | { id: string }
        | { id: string }
        | { id: string }
      > }> } | null };

export type HeadlineQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
  assuming?: Assumptions | null | undefined;
}>;


export type HeadlineQuery = { negotiation: { slug: string, title: string, phase: { value: Phase, since: string, certainty: Answer }, activity: { value: ActivityState, scope: TalksScope | null, since: string, certainty: Answer } } | null };

export type LogHeadQueryVariables = Exact<{ [key: string]: never; }>;


export type LogHeadQuery = { log: { headPosition: number, headRecordedAt: string | null } };

export type MeasuresInForceQueryVariables = Exact<{
  asOf?: AsOf | null | undefined;
}>;


export type MeasuresInForceQuery = { measures: { totalCount: number, nodes: Array<{ slug: string, imposedBy: string, affects: Array<string> }> } };

export type MeasuresOnGoodsQueryVariables = Exact<{
  imposedBy: string;
  on: string;
  goods?: Goods | null | undefined;
}>;


export type MeasuresOnGoodsQuery = { duty: { layers: Array<{ expression: string | null, measure: { slug: string, title: string } | null }> } };

export type NegotiationListQueryVariables = Exact<{
  asOf?: AsOf | null | undefined;
  filter?: NegotiationFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type NegotiationListQuery = { negotiations: { edges: Array<{ through: { code: string, name: string } | null, node: { slug: string, title: string, formerParties: Array<{ code: string, name: string }>, latestEvent:
          | { id: string, type: string, occurred: string, summary: string }
          | { id: string, type: string, occurred: string, summary: string }
          | { id: string, type: string, occurred: string, summary: string }
         | null, checkedThrough: { date: string } | null, parties: Array<{ kind: PartyKind, code: string, name: string }>, targets: Array<{ slug: string, what: string, due: string, kind: TargetKind, status: TargetStatus, perhapsMetBy:
            | { id: string, summary: string, occurred: string }
            | { id: string, summary: string, occurred: string }
            | { id: string, summary: string, occurred: string }
           | null }>, rounds: Array<{ number: number | null, part: number | null, dates: string, place: string | null, status: RoundStatus }>, meetings: Array<{ dates: string, level: MeetingLevel }>, agreements: Array<{ title: string, slug: string, status: AgreementStatus, inForceFrom: string | null, provisional: boolean, byParty: Array<{ ratification: RatificationState, bound: BoundState }> }>, duties: Array<{ imposedBy: string, on: string, total: number | null, expression: string, disputed: boolean, leastCertainty: EventCertainty | null, pending: Array<{ at: string, total: number | null, expression: string, leastCertainty: EventCertainty | null, measure: { slug: string } | null }>, range: { min: number, max: number } | null, coverage: { status: CoverageStatus }, scope: { ordinary: boolean, reliefs: number, elsewhere: Array<{ expression: string | null, measure: { slug: string, title: string } | null }> } }>, measures: Array<{ slug: string, title: string, pending: Array<{ from: string, status: MeasureStatus, expression: string | null }> }>, phase: { value: Phase, since: string, certainty: Answer }, activity: { value: ActivityState, scope: TalksScope | null, since: string, certainty: Answer } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type NegotiationSnapshotQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
  assuming?: Assumptions | null | undefined;
}>;


export type NegotiationSnapshotQuery = { negotiation: { slug: string, title: string, rtaStatus: string, view: { at: string, knownAt: string, publicAt: string | null, position: number }, latestEvent:
      | { id: string, type: string, occurred: string, summary: string }
      | { id: string, type: string, occurred: string, summary: string }
      | { id: string, type: string, occurred: string, summary: string }
     | null, checkedThrough: { date: string, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
       } | null, parties: Array<{ code: string, name: string, kind: PartyKind, since: string, until: string | null, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
      , endedBy:
        | { id: string }
        | { id: string }
        | { id: string }
       | null }>, formerParties: Array<{ code: string, name: string, kind: PartyKind, since: string, until: string | null, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
      , endedBy:
        | { id: string }
        | { id: string }
        | { id: string }
       | null }>, tracks: Array<{ slug: string, title: string, scope: string | null, since: string, activity: ActivityState, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
       }>, phase: { value: Phase, since: string, certainty: Answer, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
       }, phases: Array<{ value: Phase, since: string, certainty: Answer, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
       }>, activity: { value: ActivityState, scope: TalksScope | null, since: string, certainty: Answer, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
       }, pauses: Array<{ from: string, to: string | null, scope: TalksScope, track: string | null, reason: string | null, days: { min: number | null, max: number | null }, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
      , endedBy:
        | { id: string }
        | { id: string }
        | { id: string }
       | null }>, rounds: Array<{ number: number | null, part: number | null, track: string | null, dates: string, place: string | null, formal: Formality | null, status: RoundStatus, reports: Array<
        | { id: string }
        | { id: string }
        | { id: string }
      >, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
       }>, roundsCompleted: { reported: number | null, counted: number, disputed: boolean, reports: Array<{ count: number, by: string | null, rule: string | null, setBy:
          | { id: string }
          | { id: string }
          | { id: string }
         }>, byTrack: Array<{ track: string, reported: number | null, counted: number, disputed: boolean, reports: Array<{ setBy:
            | { id: string }
            | { id: string }
            | { id: string }
           }> }> }, meetings: Array<{ dates: string, kind: MeetingKind | null, level: MeetingLevel, place: string | null, topics: Array<string>, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
       }>, statements: { totalCount: number, edges: Array<{ node: { occurred: string, speaker: string, role: string | null, onBehalfOf: string | null, stance: Stance | null, summary: string, quote: string | null, certainty: EventCertainty, disputedBy: Array<{ by: string, setBy:
              | { id: string }
              | { id: string }
              | { id: string }
             }>, setBy:
            | { id: string }
            | { id: string }
            | { id: string }
           } }> }, targets: Array<{ slug: string, what: string, due: string, kind: TargetKind, status: TargetStatus, slips: number, history: Array<{ due: string, setBy:
          | { id: string }
          | { id: string }
          | { id: string }
         }>, readings: Array<{ due: string, by: string, status: TargetStatus }>, perhapsMetBy:
        | { id: string, summary: string, occurred: string }
        | { id: string, summary: string, occurred: string }
        | { id: string, summary: string, occurred: string }
       | null, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
       }>, agreements: Array<{ slug: string, title: string, status: AgreementStatus, since: string, certainty: Answer, inForceFrom: string | null, provisional: boolean, signatories: Array<string>, terms: Array<string>, ratification: Array<{ party: string, step: string, body: string, vote: string | null, occurred: string, setBy:
          | { id: string }
          | { id: string }
          | { id: string }
         }>, byParty: Array<{ signed: string | null, ratification: RatificationState, bound: BoundState, from: string | null, until: string | null, certainty: Answer, party: { code: string, name: string, kind: PartyKind }, signedBy:
          | { id: string }
          | { id: string }
          | { id: string }
         | null, setBy:
          | { id: string }
          | { id: string }
          | { id: string }
         | null }>, spans: Array<{ status: AgreementStatus, mode: ForceMode | null, from: string, until: string | null, parties: Array<string>, exceptParts: Array<string>, setBy:
          | { id: string }
          | { id: string }
          | { id: string }
         }>, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
       }>, measures: Array<{ slug: string, title: string, imposedBy: string, affects: Array<string>, exceptFor: Array<string>, kind: string | null, form: MeasureForm, status: MeasureStatus, certainty: Answer, rate: number | null, expression: string | null, leastCertainty: EventCertainty | null, announcedRate: number | null, endedHow: string | null, lawful: boolean, terms: Array<{ rate: number | null, expression: string | null, from: string, until: string | null, status: MeasureStatus, leastCertainty: EventCertainty | null, setBy:
          | { id: string }
          | { id: string }
          | { id: string }
         }>, pending: Array<{ rate: number | null, expression: string | null, from: string, until: string | null, status: MeasureStatus, leastCertainty: EventCertainty | null, setBy:
          | { id: string }
          | { id: string }
          | { id: string }
         }>, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
       }>, duties: Array<{ imposedBy: string, on: string, timeZone: string, total: number | null, expression: string, disputed: boolean, leastCertainty: EventCertainty | null, coverage: { status: CoverageStatus, note: string | null, setBy:
          | { id: string }
          | { id: string }
          | { id: string }
         | null }, layers: Array<{ rate: number | null, expression: string | null, applies: boolean, reason: LayerReason, measure: { slug: string, title: string } | null, setBy:
          | { id: string }
          | { id: string }
          | { id: string }
         | null }>, pending: Array<{ at: string, total: number | null, expression: string, leastCertainty: EventCertainty | null, measure: { slug: string, title: string } | null, setBy:
          | { id: string }
          | { id: string }
          | { id: string }
         }>, schedule: Array<{ from: string, until: string | null, total: number | null, expression: string, leastCertainty: EventCertainty | null, layers: Array<{ expression: string | null, measure: { slug: string, title: string } | null }>, setBy: Array<
          | { id: string }
          | { id: string }
          | { id: string }
        > }>, range: { min: number, max: number } | null, scope: { ordinary: boolean, reliefs: number, elsewhere: Array<{ expression: string | null, measure: { slug: string, title: string } | null }> } }>, findings: Array<{ code: string, message: string, events: Array<
        | { id: string, stream: string, occurred: string }
        | { id: string, stream: string, occurred: string }
        | { id: string, stream: string, occurred: string }
        | { id: string, target: string, stream: string, occurred: string }
      > }> } | null };

export type PartyFieldsFragment = { code: string, name: string, kind: PartyKind, since: string, until: string | null, setBy:
    | { id: string }
    | { id: string }
    | { id: string }
  , endedBy:
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type PhaseSpanFieldsFragment = { value: Phase, since: string, certainty: Answer, setBy:
    | { id: string }
    | { id: string }
    | { id: string }
   };

export type MeasureTermFieldsFragment = { rate: number | null, expression: string | null, from: string, until: string | null, status: MeasureStatus, leastCertainty: EventCertainty | null, setBy:
    | { id: string }
    | { id: string }
    | { id: string }
   };

export type DutyStepFieldsFragment = { from: string, until: string | null, total: number | null, expression: string, leastCertainty: EventCertainty | null, layers: Array<{ expression: string | null, measure: { slug: string, title: string } | null }>, setBy: Array<
    | { id: string }
    | { id: string }
    | { id: string }
  > };

export type StandingFragment = { parties: Array<{ code: string, name: string }>, phase: { value: Phase, since: string, certainty: Answer }, activity: { value: ActivityState, scope: TalksScope | null, since: string, certainty: Answer }, agreements: Array<{ slug: string, status: AgreementStatus, inForceFrom: string | null, provisional: boolean, byParty: Array<{ ratification: RatificationState, bound: BoundState }> }> };

export type NegotiationSummaryFragment = { slug: string, title: string, parties: Array<{ kind: PartyKind, code: string, name: string }>, targets: Array<{ slug: string, what: string, due: string, kind: TargetKind, status: TargetStatus, perhapsMetBy:
      | { id: string, summary: string, occurred: string }
      | { id: string, summary: string, occurred: string }
      | { id: string, summary: string, occurred: string }
     | null }>, rounds: Array<{ number: number | null, part: number | null, dates: string, place: string | null, status: RoundStatus }>, meetings: Array<{ dates: string, level: MeetingLevel }>, agreements: Array<{ title: string, slug: string, status: AgreementStatus, inForceFrom: string | null, provisional: boolean, byParty: Array<{ ratification: RatificationState, bound: BoundState }> }>, duties: Array<{ imposedBy: string, on: string, total: number | null, expression: string, disputed: boolean, leastCertainty: EventCertainty | null, pending: Array<{ at: string, total: number | null, expression: string, leastCertainty: EventCertainty | null, measure: { slug: string } | null }>, range: { min: number, max: number } | null, coverage: { status: CoverageStatus }, scope: { ordinary: boolean, reliefs: number, elsewhere: Array<{ expression: string | null, measure: { slug: string, title: string } | null }> } }>, measures: Array<{ slug: string, title: string, pending: Array<{ from: string, status: MeasureStatus, expression: string | null }> }>, phase: { value: Phase, since: string, certainty: Answer }, activity: { value: ActivityState, scope: TalksScope | null, since: string, certainty: Answer } };

export type ProposalsQueryVariables = Exact<{
  status: Array<ProposalStatus> | ProposalStatus;
  last: number;
}>;


export type ProposalsQuery = { proposals: { nodes: Array<{ id: string, status: ProposalStatus, proposedAt: string, proposedBy: string | null, type: string, stream: string | null, occurred: string | null, needs: Array<string> }>, pageInfo: { hasPreviousPage: boolean } } };

export type ProposalInFullQueryVariables = Exact<{
  id: string;
}>;


export type ProposalInFullQuery = { proposal: { event: unknown, id: string, status: ProposalStatus, proposedAt: string, proposedBy: string | null, type: string, stream: string | null, occurred: string | null, needs: Array<string>, spans: Array<{ path: string, start: number, end: number, quote: string }>, text: { hash: string, length: number, day: string | null, content: string | null } | null, problems: Array<{ path: string, message: string }>, findings: Array<{ code: string, message: string }>, duplicates: Array<
      | { id: string, summary: string, occurred: string }
      | { id: string, summary: string, occurred: string }
      | { id: string, summary: string, occurred: string }
    >, changes: Array<{ negotiation: string, change: { path: string, before: unknown, after: unknown } }>, decision: { at: string, by: string | null, reason: string | null, amended: Array<string>, event:
        | { id: string }
        | { id: string }
        | { id: string }
       | null } | null } | null };

export type ProposeTextMutationVariables = Exact<{
  input: ProposeEventsInput;
}>;


export type ProposeTextMutation = { proposeEvents:
    | (
      { code: string, message: string }
      & { __typename: 'ForbiddenError' | 'IdempotencyConflictError' | 'NotFoundError' }
    )
    | { proposals: Array<{ id: string }>, notUnderstood: Array<{ words: string, reason: string }> }
    | (
      { stream: string, expected: number, actual: number, code: string, message: string }
      & { __typename: 'RevisionConflictError' }
    )
    | (
      { code: string, message: string, problems: Array<{ path: string, message: string }> }
      & { __typename: 'ValidationError' }
    )
   };

export type AcceptProposalMutationVariables = Exact<{
  input: AcceptProposalInput;
}>;


export type AcceptProposalMutation = { acceptProposal:
    | { proposal: { id: string, status: ProposalStatus }, events: Array<
        | { id: string }
        | { id: string }
        | { id: string }
      > }
    | (
      { code: string, message: string }
      & { __typename: 'ForbiddenError' | 'IdempotencyConflictError' | 'NotFoundError' }
    )
    | (
      { stream: string, expected: number, actual: number, code: string, message: string }
      & { __typename: 'RevisionConflictError' }
    )
    | (
      { code: string, message: string, problems: Array<{ path: string, message: string }> }
      & { __typename: 'ValidationError' }
    )
   };

export type RejectProposalMutationVariables = Exact<{
  input: RejectProposalInput;
}>;


export type RejectProposalMutation = { rejectProposal:
    | (
      { code: string, message: string }
      & { __typename: 'ForbiddenError' | 'IdempotencyConflictError' | 'NotFoundError' }
    )
    | { proposal: { id: string, status: ProposalStatus } }
    | (
      { stream: string, expected: number, actual: number, code: string, message: string }
      & { __typename: 'RevisionConflictError' }
    )
    | (
      { code: string, message: string, problems: Array<{ path: string, message: string }> }
      & { __typename: 'ValidationError' }
    )
   };

export type ProposalInListFragment = { id: string, status: ProposalStatus, proposedAt: string, proposedBy: string | null, type: string, stream: string | null, occurred: string | null, needs: Array<string> };

export type RecentQueryVariables = Exact<{ [key: string]: never; }>;


export type RecentQuery = { negotiations: { edges: Array<{ node: { slug: string, title: string, parties: Array<{ code: string, name: string, kind: PartyKind }> } }> }, measures: { edges: Array<{ node: { slug: string, title: string } }> }, events: { edges: Array<{ node:
        | { id: string, type: string, stream: string, occurred: string, summary: string, data: unknown, sources: Array<{ publisher: string | null, url: string | null, kind: SourceKind }> }
        | { id: string, type: string, stream: string, occurred: string, summary: string, data: unknown, sources: Array<{ publisher: string | null, url: string | null, kind: SourceKind }> }
        | { id: string, type: string, stream: string, occurred: string, summary: string, data: unknown, sources: Array<{ publisher: string | null, url: string | null, kind: SourceKind }> }
       }> } };

export type EventPageQueryVariables = Exact<{
  id: string;
  knownAt?: string | null | undefined;
}>;


export type EventPageQuery = { event:
    | { also: Array<string>, revision: number, data: unknown, id: string, type: string, stream: string, occurred: string, zone: string, certainty: EventCertainty, summary: string, position: number, recordedAt: string, recordedBy: string | null, hash: string, retracted: boolean, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }>, full: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> } | null, current: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string } | null, corrections: Array<
        | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
        | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
        | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
      > }
    | { also: Array<string>, revision: number, data: unknown, id: string, type: string, stream: string, occurred: string, zone: string, certainty: EventCertainty, summary: string, position: number, recordedAt: string, recordedBy: string | null, hash: string, retracted: boolean, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }>, full: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> } | null, current: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string } | null, corrections: Array<
        | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
        | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
        | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
      > }
    | { also: Array<string>, revision: number, data: unknown, id: string, type: string, stream: string, occurred: string, zone: string, certainty: EventCertainty, summary: string, position: number, recordedAt: string, recordedBy: string | null, hash: string, retracted: boolean, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }>, full: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> } | null, current: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string } | null, corrections: Array<
        | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
        | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
        | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
      > }
    | { also: Array<string>, revision: number, data: unknown, id: string, type: string, stream: string, occurred: string, zone: string, certainty: EventCertainty, summary: string, position: number, recordedAt: string, recordedBy: string | null, hash: string, retracted: boolean, about: string, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }>, full: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> } | null, current: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string } | null, corrections: Array<
        | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
        | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
        | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
      > }
    | { also: Array<string>, revision: number, data: unknown, speaker: string, id: string, type: string, stream: string, occurred: string, zone: string, certainty: EventCertainty, summary: string, position: number, recordedAt: string, recordedBy: string | null, hash: string, retracted: boolean, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }>, full: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> } | null, current: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string } | null, corrections: Array<
        | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
        | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
        | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
      > }
   | null };

export type StreamNameQueryVariables = Exact<{
  slug: string;
  isMeasure: boolean;
  isNegotiation: boolean;
}>;


export type StreamNameQuery = { measure?: { title: string, negotiations: { nodes: Array<{ slug: string, title: string }> } } | null, negotiation?: { slug: string, title: string, measures: Array<{ slug: string }> } | null };

export type EventEffectsQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type EventEffectsQuery = { negotiation: { title: string, timeline: Array<{ at: string, changes: Array<{ path: string, before: unknown, after: unknown, causedBy: Array<
          | { id: string }
          | { id: string }
          | { id: string }
        > }> }>, parties: Array<{ code: string, name: string }>, formerParties: Array<{ code: string, name: string }>, tracks: Array<{ slug: string, title: string }>, agreements: Array<{ byParty: Array<{ party: { code: string, name: string } }> }>, measures: Array<{ slug: string, title: string }>, targets: Array<{ slug: string, what: string }> } | null };

export type ChronicleOfRecordQueryVariables = Exact<{
  filter?: EventFilter | null | undefined;
  order?: EventOrder | null | undefined;
  after?: string | null | undefined;
}>;


export type ChronicleOfRecordQuery = { events: { nodes: Array<
      | { id: string, type: string, stream: string, occurred: string, zone: string, certainty: EventCertainty, summary: string, position: number, recordedAt: string, recordedBy: string | null, hash: string, retracted: boolean, current: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string } | null, corrections: Array<
          | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
          | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
          | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
        > }
      | { id: string, type: string, stream: string, occurred: string, zone: string, certainty: EventCertainty, summary: string, position: number, recordedAt: string, recordedBy: string | null, hash: string, retracted: boolean, current: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string } | null, corrections: Array<
          | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
          | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
          | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
        > }
      | { id: string, type: string, stream: string, occurred: string, zone: string, certainty: EventCertainty, summary: string, position: number, recordedAt: string, recordedBy: string | null, hash: string, retracted: boolean, current: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string } | null, corrections: Array<
          | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
          | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
          | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
        > }
      | { id: string, type: string, stream: string, occurred: string, zone: string, certainty: EventCertainty, summary: string, position: number, recordedAt: string, recordedBy: string | null, hash: string, retracted: boolean, about: string, current: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string } | null, corrections: Array<
          | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
          | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
          | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
        > }
      | { speaker: string, id: string, type: string, stream: string, occurred: string, zone: string, certainty: EventCertainty, summary: string, position: number, recordedAt: string, recordedBy: string | null, hash: string, retracted: boolean, current: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string } | null, corrections: Array<
          | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
          | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
          | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
        > }
    >, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MeasurePageQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
}>;


export type MeasurePageQuery = { measure: { slug: string, title: string, imposedBy: string, affects: Array<string>, exceptFor: Array<string>, form: MeasureForm, role: MeasureRole, kind: string | null, status: MeasureStatus, certainty: Answer, expression: string | null, leastCertainty: EventCertainty | null, rate: number | null, announcedRate: number | null, endedHow: string | null, lawful: boolean, collected: boolean, timeZone: string, setBy:
      | { id: string }
      | { id: string }
      | { id: string }
    , goods: { hs: Array<string> | null, origin: Array<string> | null, endUse: Array<string> | null, producers: Array<string> | null, hsEdition: string | null, except: { hs: Array<string> | null, origin: Array<string> | null, endUse: Array<string> | null, producers: Array<string> | null } | null } | null, terms: Array<{ rate: number | null, expression: string | null, leastCertainty: EventCertainty | null, from: string, until: string | null, status: MeasureStatus, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
       }>, reliefs: Array<{ slug: string | null, expression: string, from: string, until: string | null, quota: { volume: number, unit: string, status: QuotaStatus, used: number | null } | null, setBy:
        | { id: string, summary: string }
        | { id: string, summary: string }
        | { id: string, summary: string }
       }>, negotiations: { totalCount: number, nodes: Array<{ slug: string, title: string }> } } | null };

export type PartyPageQueryVariables = Exact<{
  code: string;
  asOf?: AsOf | null | undefined;
  area: string;
}>;


export type PartyPageQuery = { area: { nodes: Array<
      | { id: string, type: string, occurred: string, summary: string, data: unknown }
      | { id: string, type: string, occurred: string, summary: string, data: unknown }
      | { id: string, type: string, occurred: string, summary: string, data: unknown }
    > }, negotiations: { totalCount: number, edges: Array<{ through: { code: string, name: string } | null, node: { slug: string, title: string, parties: Array<{ code: string, name: string, kind: PartyKind, since: string, until: string | null, setBy:
            | { id: string }
            | { id: string }
            | { id: string }
           }>, phase: { value: Phase, since: string, certainty: Answer }, activity: { value: ActivityState, scope: TalksScope | null, since: string, certainty: Answer } } }> } };

export type PartyMeasuresQueryVariables = Exact<{
  asOf?: AsOf | null | undefined;
  filter?: MeasureFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type PartyMeasuresQuery = { measures: { totalCount: number, nodes: Array<{ slug: string, title: string, imposedBy: string, affects: Array<string>, form: MeasureForm, status: MeasureStatus, certainty: Answer, expression: string | null, leastCertainty: EventCertainty | null, endedHow: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

type EventLine_Dx7vgFx7KxMeEHxf2epkK6Gf2pqC5W300Ds861ffsNm_Fragment = { id: string, type: string, stream: string, occurred: string, zone: string, certainty: EventCertainty, summary: string, position: number, recordedAt: string, recordedBy: string | null, hash: string, retracted: boolean, current: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string } | null, corrections: Array<
    | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
    | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
    | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
  > };

type EventLine_Wlcq59QUrsoTjPmn9xYiYtDNfjgAo0BaHiPoTm6xDg8_Fragment = { id: string, type: string, stream: string, occurred: string, zone: string, certainty: EventCertainty, summary: string, position: number, recordedAt: string, recordedBy: string | null, hash: string, retracted: boolean, current: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string } | null, corrections: Array<
    | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
    | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
    | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
  > };

type EventLine_Qt2dYbfb5KHtYuUjdMxUiTvTTauLdMTd9A635bgDqiw_Fragment = { id: string, type: string, stream: string, occurred: string, zone: string, certainty: EventCertainty, summary: string, position: number, recordedAt: string, recordedBy: string | null, hash: string, retracted: boolean, current: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string } | null, corrections: Array<
    | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
    | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
    | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
  > };

type EventLine_EventCorrected_EventRetracted_SourceAdded_Fragment = { id: string, type: string, stream: string, occurred: string, zone: string, certainty: EventCertainty, summary: string, position: number, recordedAt: string, recordedBy: string | null, hash: string, retracted: boolean, about: string, current: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string } | null, corrections: Array<
    | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
    | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
    | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
  > };

type EventLine_StatementMade_Fragment = { speaker: string, id: string, type: string, stream: string, occurred: string, zone: string, certainty: EventCertainty, summary: string, position: number, recordedAt: string, recordedBy: string | null, hash: string, retracted: boolean, current: { changed: boolean, occurred: string, certainty: EventCertainty, summary: string } | null, corrections: Array<
    | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
    | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
    | { id: string, type: string, summary: string, position: number, recordedAt: string, recordedBy: string | null, retracted: boolean }
  > };

export type EventLineFragment =
  | EventLine_Dx7vgFx7KxMeEHxf2epkK6Gf2pqC5W300Ds861ffsNm_Fragment
  | EventLine_Wlcq59QUrsoTjPmn9xYiYtDNfjgAo0BaHiPoTm6xDg8_Fragment
  | EventLine_Qt2dYbfb5KHtYuUjdMxUiTvTTauLdMTd9A635bgDqiw_Fragment
  | EventLine_EventCorrected_EventRetracted_SourceAdded_Fragment
  | EventLine_StatementMade_Fragment
;

export type SourceFieldsFragment = { kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null };

export type RecordedEventsSubscriptionVariables = Exact<{
  after: string;
}>;


export type RecordedEventsSubscription = { events:
    | { id: string, cursor: string, stream: string, also: Array<string>, type: string, summary: string }
    | { id: string, cursor: string, stream: string, also: Array<string>, type: string, summary: string }
    | { id: string, cursor: string, stream: string, also: Array<string>, type: string, summary: string }
   };

export type SearchQueryVariables = Exact<{
  text: string;
  filter?: EventFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number | null, edges: Array<{ node:
        | { id: string, type: string, stream: string, occurred: string, retracted: boolean, summary: string, current: { occurred: string, summary: string } | null }
        | { id: string, type: string, stream: string, occurred: string, retracted: boolean, summary: string, current: { occurred: string, summary: string } | null }
        | { id: string, type: string, stream: string, occurred: string, retracted: boolean, summary: string, current: { occurred: string, summary: string } | null }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SearchCountsQueryVariables = Exact<{
  text: string;
  party?: string | null | undefined;
  talks?: Array<string> | string | null | undefined;
  agreements?: Array<string> | string | null | undefined;
  measures?: Array<string> | string | null | undefined;
  targets?: Array<string> | string | null | undefined;
  statements?: Array<string> | string | null | undefined;
  others?: Array<string> | string | null | undefined;
}>;


export type SearchCountsQuery = { talks: { totalCount: number | null }, agreements: { totalCount: number | null }, measures: { totalCount: number | null }, targets: { totalCount: number | null }, statements: { totalCount: number | null }, others: { totalCount: number | null } };

export type SharedDutyQueryVariables = Exact<{
  imposedBy: string;
  on: string;
  goods?: Goods | null | undefined;
  mfnRate?: number | null | undefined;
  asOf?: AsOf | null | undefined;
}>;


export type SharedDutyQuery = { duty: { imposedBy: string, on: string, total: number | null, expression: string, disputed: boolean, leastCertainty: EventCertainty | null, view: { at: string, knownAt: string }, pending: Array<{ at: string, total: number | null, expression: string, leastCertainty: EventCertainty | null }>, layers: Array<{ setBy:
        | { sources: Array<{ publisher: string | null }> }
        | { sources: Array<{ publisher: string | null }> }
        | { sources: Array<{ publisher: string | null }> }
       | null }>, range: { min: number, max: number } | null, coverage: { status: CoverageStatus }, scope: { ordinary: boolean, reliefs: number, elsewhere: Array<{ expression: string | null, measure: { slug: string, title: string } | null }> } } };

export type SharedEventQueryVariables = Exact<{
  id: string;
}>;


export type SharedEventQuery = { event:
    | { id: string, type: string, occurred: string, certainty: EventCertainty, retracted: boolean, recordedAt: string, summary: string, sources: Array<{ publisher: string | null }> }
    | { id: string, type: string, occurred: string, certainty: EventCertainty, retracted: boolean, recordedAt: string, summary: string, sources: Array<{ publisher: string | null }> }
    | { id: string, type: string, occurred: string, certainty: EventCertainty, retracted: boolean, recordedAt: string, summary: string, sources: Array<{ publisher: string | null }> }
   | null };

export type SharedMeasureQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
}>;


export type SharedMeasureQuery = { measure: { title: string, imposedBy: string, affects: Array<string>, status: MeasureStatus, certainty: Answer, expression: string | null, leastCertainty: EventCertainty | null, view: { at: string, knownAt: string }, setBy:
      | { sources: Array<{ publisher: string | null }> }
      | { sources: Array<{ publisher: string | null }> }
      | { sources: Array<{ publisher: string | null }> }
     } | null };

export type SharedNegotiationQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
}>;


export type SharedNegotiationQuery = { negotiation: { slug: string, title: string, view: { at: string, knownAt: string }, parties: Array<{ kind: PartyKind, code: string, name: string }>, targets: Array<{ slug: string, what: string, due: string, kind: TargetKind, status: TargetStatus, perhapsMetBy:
        | { id: string, summary: string, occurred: string }
        | { id: string, summary: string, occurred: string }
        | { id: string, summary: string, occurred: string }
       | null }>, rounds: Array<{ number: number | null, part: number | null, dates: string, place: string | null, status: RoundStatus }>, meetings: Array<{ dates: string, level: MeetingLevel }>, agreements: Array<{ title: string, slug: string, status: AgreementStatus, inForceFrom: string | null, provisional: boolean, byParty: Array<{ ratification: RatificationState, bound: BoundState }> }>, duties: Array<{ imposedBy: string, on: string, total: number | null, expression: string, disputed: boolean, leastCertainty: EventCertainty | null, pending: Array<{ at: string, total: number | null, expression: string, leastCertainty: EventCertainty | null, measure: { slug: string } | null }>, layers: Array<{ setBy:
          | { sources: Array<{ publisher: string | null }> }
          | { sources: Array<{ publisher: string | null }> }
          | { sources: Array<{ publisher: string | null }> }
         | null }>, range: { min: number, max: number } | null, coverage: { status: CoverageStatus }, scope: { ordinary: boolean, reliefs: number, elsewhere: Array<{ expression: string | null, measure: { slug: string, title: string } | null }> } }>, measures: Array<{ slug: string, title: string, pending: Array<{ from: string, status: MeasureStatus, expression: string | null }> }>, latestEvent:
      | { sources: Array<{ publisher: string | null }> }
      | { sources: Array<{ publisher: string | null }> }
      | { sources: Array<{ publisher: string | null }> }
     | null, phase: { value: Phase, since: string, certainty: Answer }, activity: { value: ActivityState, scope: TalksScope | null, since: string, certainty: Answer } } | null };

export type StandingSourcesFragment = { latestEvent:
    | { sources: Array<{ publisher: string | null }> }
    | { sources: Array<{ publisher: string | null }> }
    | { sources: Array<{ publisher: string | null }> }
   | null, duties: Array<{ layers: Array<{ setBy:
        | { sources: Array<{ publisher: string | null }> }
        | { sources: Array<{ publisher: string | null }> }
        | { sources: Array<{ publisher: string | null }> }
       | null }> }> };

export type SharedPartyQueryVariables = Exact<{
  code: string;
  asOf?: AsOf | null | undefined;
}>;


export type SharedPartyQuery = { negotiations: { totalCount: number, nodes: Array<{ title: string, view: { at: string, knownAt: string }, parties: Array<{ code: string, name: string }> }> } };

export type SharedRecordQueryVariables = Exact<{
  asOf?: AsOf | null | undefined;
}>;


export type SharedRecordQuery = { negotiations: { totalCount: number, nodes: Array<{ title: string }> }, log: { headRecordedAt: string | null } };

export type StreamEndQueryVariables = Exact<{
  stream: string;
}>;


export type StreamEndQuery = { events: { edges: Array<{ node:
        | { id: string, type: string, stream: string, revision: number, occurred: string, recordedAt: string, recordedBy: string | null, summary: string, sources: Array<{ publisher: string | null, title: string | null }> }
        | { id: string, type: string, stream: string, revision: number, occurred: string, recordedAt: string, recordedBy: string | null, summary: string, sources: Array<{ publisher: string | null, title: string | null }> }
        | { id: string, type: string, stream: string, revision: number, occurred: string, recordedAt: string, recordedBy: string | null, summary: string, sources: Array<{ publisher: string | null, title: string | null }> }
       }> } };

export type StreamZoneQueryVariables = Exact<{
  stream: string;
}>;


export type StreamZoneQuery = { events: { edges: Array<{ node:
        | { id: string, stream: string, timeZone: string | null, zone: string }
        | { id: string, stream: string, timeZone: string | null, zone: string }
        | { id: string, stream: string, timeZone: string | null, zone: string }
       }> } };

export type TimelineEventsQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
  after?: string | null | undefined;
  isFirst: boolean;
}>;


export type TimelineEventsQuery = { negotiation: { events: { edges: Array<{ node:
          | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null, publisher: string | null }> }
          | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null, publisher: string | null }> }
          | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null, publisher: string | null }> }
          | { rate: number | null, id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null, publisher: string | null }> }
         }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, launches: { edges: Array<{ node: { dataTimeZone: string | null } }> }, measures?: Array<{ slug: string, imposedBy: string, affects: Array<string>, events: { edges: Array<{ node:
            | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null, publisher: string | null }> }
            | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null, publisher: string | null }> }
            | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null, publisher: string | null }> }
            | { rate: number | null, id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null, publisher: string | null }> }
           }> } }> } | null };

type TimelineEventFields_8u1Iw4o4eMpfEqBueF84BxAihFbP4UVf9qmUCgqlAlu_Fragment = { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null, publisher: string | null }> };

type TimelineEventFields_OjZ4aDdzHhOaYu8qDo6sglCFn3m0Ef9YaFxiQbqQo_Fragment = { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null, publisher: string | null }> };

type TimelineEventFields_WvReot3ZfbKdG21HgmQdx4bK3Lm5Do9UWtD5cEi5Bc4_Fragment = { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null, publisher: string | null }> };

type TimelineEventFields_MeasureAnnounced_MeasureThreatened_Fragment = { rate: number | null, id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null, publisher: string | null }> };

export type TimelineEventFieldsFragment =
  | TimelineEventFields_8u1Iw4o4eMpfEqBueF84BxAihFbP4UVf9qmUCgqlAlu_Fragment
  | TimelineEventFields_OjZ4aDdzHhOaYu8qDo6sglCFn3m0Ef9YaFxiQbqQo_Fragment
  | TimelineEventFields_WvReot3ZfbKdG21HgmQdx4bK3Lm5Do9UWtD5cEi5Bc4_Fragment
  | TimelineEventFields_MeasureAnnounced_MeasureThreatened_Fragment
;

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { mayWrite: boolean, mayPropose: boolean } };

export type AppendEventsMutationVariables = Exact<{
  input: AppendEventsInput;
}>;


export type AppendEventsMutation = { appendEvents:
    | { repeated: boolean, events: Array<
        | { id: string, stream: string, revision: number, position: number, hash: string, summary: string, occurred: string, zone: string }
        | { id: string, stream: string, revision: number, position: number, hash: string, summary: string, occurred: string, zone: string }
        | { id: string, stream: string, revision: number, position: number, hash: string, summary: string, occurred: string, zone: string }
      >, findings: Array<{ code: string, message: string, events: Array<
          | { id: string, type: string, summary: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
          | { id: string, type: string, summary: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
          | { id: string, type: string, summary: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
          | { id: string, type: string, summary: string, target: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
        > }> }
    | (
      { code: string, message: string }
      & { __typename: 'ForbiddenError' | 'IdempotencyConflictError' | 'NotFoundError' }
    )
    | (
      { stream: string, expected: number, actual: number, code: string, message: string }
      & { __typename: 'RevisionConflictError' }
    )
    | (
      { code: string, message: string, problems: Array<{ path: string, message: string }> }
      & { __typename: 'ValidationError' }
    )
   };

export type CorrectEventMutationVariables = Exact<{
  input: CorrectEventInput;
}>;


export type CorrectEventMutation = { correctEvent:
    | { repeated: boolean, events: Array<
        | { id: string, stream: string, revision: number, position: number, hash: string, summary: string, occurred: string, zone: string }
        | { id: string, stream: string, revision: number, position: number, hash: string, summary: string, occurred: string, zone: string }
        | { id: string, stream: string, revision: number, position: number, hash: string, summary: string, occurred: string, zone: string }
      >, findings: Array<{ code: string, message: string, events: Array<
          | { id: string, type: string, summary: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
          | { id: string, type: string, summary: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
          | { id: string, type: string, summary: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
          | { id: string, type: string, summary: string, target: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
        > }> }
    | (
      { code: string, message: string }
      & { __typename: 'ForbiddenError' | 'IdempotencyConflictError' | 'NotFoundError' }
    )
    | (
      { stream: string, expected: number, actual: number, code: string, message: string }
      & { __typename: 'RevisionConflictError' }
    )
    | (
      { code: string, message: string, problems: Array<{ path: string, message: string }> }
      & { __typename: 'ValidationError' }
    )
   };

export type RetractEventMutationVariables = Exact<{
  input: RetractEventInput;
}>;


export type RetractEventMutation = { retractEvent:
    | (
      { code: string, message: string }
      & { __typename: 'ForbiddenError' | 'IdempotencyConflictError' | 'NotFoundError' }
    )
    | { repeated: boolean, events: Array<
        | { id: string, stream: string, revision: number, position: number, hash: string, summary: string, occurred: string, zone: string }
        | { id: string, stream: string, revision: number, position: number, hash: string, summary: string, occurred: string, zone: string }
        | { id: string, stream: string, revision: number, position: number, hash: string, summary: string, occurred: string, zone: string }
      >, findings: Array<{ code: string, message: string, events: Array<
          | { id: string, type: string, summary: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
          | { id: string, type: string, summary: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
          | { id: string, type: string, summary: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
          | { id: string, type: string, summary: string, target: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
        > }> }
    | (
      { stream: string, expected: number, actual: number, code: string, message: string }
      & { __typename: 'RevisionConflictError' }
    )
    | (
      { code: string, message: string, problems: Array<{ path: string, message: string }> }
      & { __typename: 'ValidationError' }
    )
   };

export type AddSourcesMutationVariables = Exact<{
  input: AddSourcesInput;
}>;


export type AddSourcesMutation = { addSources:
    | { repeated: boolean, events: Array<
        | { id: string, stream: string, revision: number, position: number, hash: string, summary: string, occurred: string, zone: string }
        | { id: string, stream: string, revision: number, position: number, hash: string, summary: string, occurred: string, zone: string }
        | { id: string, stream: string, revision: number, position: number, hash: string, summary: string, occurred: string, zone: string }
      >, findings: Array<{ code: string, message: string, events: Array<
          | { id: string, type: string, summary: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
          | { id: string, type: string, summary: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
          | { id: string, type: string, summary: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
          | { id: string, type: string, summary: string, target: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
        > }> }
    | (
      { code: string, message: string }
      & { __typename: 'ForbiddenError' | 'IdempotencyConflictError' | 'NotFoundError' }
    )
    | (
      { stream: string, expected: number, actual: number, code: string, message: string }
      & { __typename: 'RevisionConflictError' }
    )
    | (
      { code: string, message: string, problems: Array<{ path: string, message: string }> }
      & { __typename: 'ValidationError' }
    )
   };

type RecordedEventFields_YkoAzxlWNiPoEktByXa8pnwYbebk0Jf7iRrPdylBg_Fragment = { id: string, stream: string, revision: number, position: number, hash: string, summary: string, occurred: string, zone: string };

type RecordedEventFields_12jR1CzsaCh0FsyD7lqWx37qC1uJBhPVbgxEqfmQo_Fragment = { id: string, stream: string, revision: number, position: number, hash: string, summary: string, occurred: string, zone: string };

type RecordedEventFields_ObBrfsMw9FpJhjiXxO4giz9dxK0IFww1dsqlpH2Su_Fragment = { id: string, stream: string, revision: number, position: number, hash: string, summary: string, occurred: string, zone: string };

export type RecordedEventFieldsFragment =
  | RecordedEventFields_YkoAzxlWNiPoEktByXa8pnwYbebk0Jf7iRrPdylBg_Fragment
  | RecordedEventFields_12jR1CzsaCh0FsyD7lqWx37qC1uJBhPVbgxEqfmQo_Fragment
  | RecordedEventFields_ObBrfsMw9FpJhjiXxO4giz9dxK0IFww1dsqlpH2Su_Fragment
;

export type FindingFieldsFragment = { code: string, message: string, events: Array<
    | { id: string, type: string, summary: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
    | { id: string, type: string, summary: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
    | { id: string, type: string, summary: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
    | { id: string, type: string, summary: string, target: string, stream: string, occurred: string, sources: Array<{ publisher: string | null }> }
  > };

type OpenTarget_YkoAzxlWNiPoEktByXa8pnwYbebk0Jf7iRrPdylBg_Fragment = { stream: string, occurred: string };

type OpenTarget_12jR1CzsaCh0FsyD7lqWx37qC1uJBhPVbgxEqfmQo_Fragment = { stream: string, occurred: string };

type OpenTarget_1fEdBSd884GBcTVqvd82q0X46om1Gloeps3zvAihoGa_Fragment = { stream: string, occurred: string };

type OpenTarget_TargetSet_Fragment = { target: string, stream: string, occurred: string };

export type OpenTargetFragment =
  | OpenTarget_YkoAzxlWNiPoEktByXa8pnwYbebk0Jf7iRrPdylBg_Fragment
  | OpenTarget_12jR1CzsaCh0FsyD7lqWx37qC1uJBhPVbgxEqfmQo_Fragment
  | OpenTarget_1fEdBSd884GBcTVqvd82q0X46om1Gloeps3zvAihoGa_Fragment
  | OpenTarget_TargetSet_Fragment
;

type ErrorFields_ForbiddenError_IdempotencyConflictError_NotFoundError_Fragment = (
  { code: string, message: string }
  & { __typename: 'ForbiddenError' | 'IdempotencyConflictError' | 'NotFoundError' }
);

type ErrorFields_RevisionConflictError_Fragment = (
  { stream: string, expected: number, actual: number, code: string, message: string }
  & { __typename: 'RevisionConflictError' }
);

type ErrorFields_ValidationError_Fragment = (
  { code: string, message: string, problems: Array<{ path: string, message: string }> }
  & { __typename: 'ValidationError' }
);

export type ErrorFieldsFragment =
  | ErrorFields_ForbiddenError_IdempotencyConflictError_NotFoundError_Fragment
  | ErrorFields_RevisionConflictError_Fragment
  | ErrorFields_ValidationError_Fragment
;

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ChartEventFieldsFragmentDoc = new TypedDocumentString(`
    fragment ChartEventFields on Event {
  id
  type
  occurred
  recordedAt
  certainty
  summary
  sources {
    published
    publisher
  }
  ... on MeasureAnnounced {
    rate
  }
  ... on MeasureThreatened {
    rate
  }
  ... on EventRetracted {
    target: event
  }
}
    `, {"fragmentName":"ChartEventFields"}) as unknown as TypedDocumentString<ChartEventFieldsFragment, unknown>;
export const NamesOfViewFragmentDoc = new TypedDocumentString(`
    fragment NamesOfView on Negotiation {
  parties {
    code
    name
  }
  formerParties {
    code
    name
  }
  tracks {
    slug
    title
  }
  agreements {
    byParty {
      party {
        code
        name
      }
    }
  }
  measures {
    slug
    title
  }
  targets {
    slug
    what
  }
}
    `, {"fragmentName":"NamesOfView"}) as unknown as TypedDocumentString<NamesOfViewFragment, unknown>;
export const CertaintyOfFiguresFragmentDoc = new TypedDocumentString(`
    fragment CertaintyOfFigures on Negotiation {
  duties {
    imposedBy
    on
    leastCertainty
    layers {
      measure {
        slug
      }
      leastCertainty
    }
  }
  measures {
    slug
    leastCertainty
    terms {
      from
      leastCertainty
    }
  }
}
    `, {"fragmentName":"CertaintyOfFigures"}) as unknown as TypedDocumentString<CertaintyOfFiguresFragment, unknown>;
export const ChangeFieldsFragmentDoc = new TypedDocumentString(`
    fragment ChangeFields on Change {
  path
  before
  after
  causedBy {
    id
  }
}
    `, {"fragmentName":"ChangeFields"}) as unknown as TypedDocumentString<ChangeFieldsFragment, unknown>;
export const MoneyFieldsFragmentDoc = new TypedDocumentString(`
    fragment MoneyFields on Money {
  amount
  currency
}
    `, {"fragmentName":"MoneyFields"}) as unknown as TypedDocumentString<MoneyFieldsFragment, unknown>;
export const CorrectableEventFragmentDoc = new TypedDocumentString(`
    fragment CorrectableEvent on Event {
  id
  type
  stream
  also
  position
  revision
  occurred
  timeZone
  certainty
  data
  sources {
    kind
    publisher
    title
    url
    published
    quote
    via
  }
}
    `, {"fragmentName":"CorrectableEvent"}) as unknown as TypedDocumentString<CorrectableEventFragment, unknown>;
export const PartyFieldsFragmentDoc = new TypedDocumentString(`
    fragment PartyFields on Party {
  code
  name
  kind
  since
  until
  setBy {
    id
  }
  endedBy {
    id
  }
}
    `, {"fragmentName":"PartyFields"}) as unknown as TypedDocumentString<PartyFieldsFragment, unknown>;
export const PhaseSpanFieldsFragmentDoc = new TypedDocumentString(`
    fragment PhaseSpanFields on PhaseSpan {
  value
  since
  certainty
  setBy {
    id
  }
}
    `, {"fragmentName":"PhaseSpanFields"}) as unknown as TypedDocumentString<PhaseSpanFieldsFragment, unknown>;
export const MeasureTermFieldsFragmentDoc = new TypedDocumentString(`
    fragment MeasureTermFields on MeasureTerm {
  rate
  expression
  from
  until
  status
  leastCertainty
  setBy {
    id
  }
}
    `, {"fragmentName":"MeasureTermFields"}) as unknown as TypedDocumentString<MeasureTermFieldsFragment, unknown>;
export const DutyStepFieldsFragmentDoc = new TypedDocumentString(`
    fragment DutyStepFields on DutyStep {
  from
  until
  total
  expression
  leastCertainty
  layers {
    measure {
      slug
      title
    }
    expression
  }
  setBy {
    id
  }
}
    `, {"fragmentName":"DutyStepFields"}) as unknown as TypedDocumentString<DutyStepFieldsFragment, unknown>;
export const StandingFragmentDoc = new TypedDocumentString(`
    fragment Standing on Negotiation {
  parties {
    code
    name
  }
  phase {
    value
    since
    certainty
  }
  activity {
    value
    scope
    since
    certainty
  }
  agreements {
    slug
    status
    inForceFrom
    provisional
    byParty {
      ratification
      bound
    }
  }
}
    `, {"fragmentName":"Standing"}) as unknown as TypedDocumentString<StandingFragment, unknown>;
export const DutyFigureFragmentDoc = new TypedDocumentString(`
    fragment DutyFigure on Duty {
  total
  expression
  range {
    min
    max
  }
  disputed
  leastCertainty
  coverage {
    status
  }
  scope {
    ordinary
    reliefs
    elsewhere {
      expression
      measure {
        slug
        title
      }
    }
  }
}
    `, {"fragmentName":"DutyFigure"}) as unknown as TypedDocumentString<DutyFigureFragment, unknown>;
export const NegotiationSummaryFragmentDoc = new TypedDocumentString(`
    fragment NegotiationSummary on Negotiation {
  ...Standing
  slug
  title
  parties {
    kind
  }
  targets {
    slug
    what
    due
    kind
    status
    perhapsMetBy {
      id
      summary
      occurred
    }
  }
  rounds {
    number
    part
    dates
    place
    status
  }
  meetings {
    dates
    level
  }
  agreements {
    title
  }
  duties {
    imposedBy
    on
    ...DutyFigure
    pending {
      at
      total
      expression
      leastCertainty
      measure {
        slug
      }
    }
  }
  measures {
    slug
    title
    pending {
      from
      status
      expression
    }
  }
}
    fragment DutyFigure on Duty {
  total
  expression
  range {
    min
    max
  }
  disputed
  leastCertainty
  coverage {
    status
  }
  scope {
    ordinary
    reliefs
    elsewhere {
      expression
      measure {
        slug
        title
      }
    }
  }
}
fragment Standing on Negotiation {
  parties {
    code
    name
  }
  phase {
    value
    since
    certainty
  }
  activity {
    value
    scope
    since
    certainty
  }
  agreements {
    slug
    status
    inForceFrom
    provisional
    byParty {
      ratification
      bound
    }
  }
}`, {"fragmentName":"NegotiationSummary"}) as unknown as TypedDocumentString<NegotiationSummaryFragment, unknown>;
export const ProposalInListFragmentDoc = new TypedDocumentString(`
    fragment ProposalInList on Proposal {
  id
  status
  proposedAt
  proposedBy
  type
  stream
  occurred
  needs
}
    `, {"fragmentName":"ProposalInList"}) as unknown as TypedDocumentString<ProposalInListFragment, unknown>;
export const EventLineFragmentDoc = new TypedDocumentString(`
    fragment EventLine on Event {
  id
  type
  stream
  occurred
  zone
  certainty
  summary
  position
  recordedAt
  recordedBy
  hash
  retracted
  current {
    changed
    occurred
    certainty
    summary
  }
  corrections {
    id
    type
    summary
    position
    recordedAt
    recordedBy
    retracted
  }
  ... on StatementMade {
    speaker
  }
  ... on EventCorrected {
    about: event
  }
  ... on EventRetracted {
    about: event
  }
  ... on SourceAdded {
    about: event
  }
}
    `, {"fragmentName":"EventLine"}) as unknown as TypedDocumentString<EventLineFragment, unknown>;
export const SourceFieldsFragmentDoc = new TypedDocumentString(`
    fragment SourceFields on Source {
  kind
  publisher
  title
  url
  published
  quote
  via
}
    `, {"fragmentName":"SourceFields"}) as unknown as TypedDocumentString<SourceFieldsFragment, unknown>;
export const StandingSourcesFragmentDoc = new TypedDocumentString(`
    fragment StandingSources on Negotiation {
  latestEvent {
    sources {
      publisher
    }
  }
  duties {
    layers(applying: true) {
      setBy {
        sources {
          publisher
        }
      }
    }
  }
}
    `, {"fragmentName":"StandingSources"}) as unknown as TypedDocumentString<StandingSourcesFragment, unknown>;
export const TimelineEventFieldsFragmentDoc = new TypedDocumentString(`
    fragment TimelineEventFields on Event {
  id
  type
  occurred
  recordedAt
  certainty
  retracted
  summary
  sources {
    published
    publisher
  }
  ... on MeasureAnnounced {
    rate
  }
  ... on MeasureThreatened {
    rate
  }
}
    `, {"fragmentName":"TimelineEventFields"}) as unknown as TypedDocumentString<TimelineEventFieldsFragment, unknown>;
export const RecordedEventFieldsFragmentDoc = new TypedDocumentString(`
    fragment RecordedEventFields on Event {
  id
  stream
  revision
  position
  hash
  summary
  occurred
  zone
}
    `, {"fragmentName":"RecordedEventFields"}) as unknown as TypedDocumentString<RecordedEventFieldsFragment, unknown>;
export const OpenTargetFragmentDoc = new TypedDocumentString(`
    fragment OpenTarget on Event {
  stream
  occurred
  ... on TargetSet {
    target
  }
}
    `, {"fragmentName":"OpenTarget"}) as unknown as TypedDocumentString<OpenTargetFragment, unknown>;
export const FindingFieldsFragmentDoc = new TypedDocumentString(`
    fragment FindingFields on Finding {
  code
  message
  events {
    id
    type
    summary
    sources {
      publisher
    }
    ...OpenTarget
  }
}
    fragment OpenTarget on Event {
  stream
  occurred
  ... on TargetSet {
    target
  }
}`, {"fragmentName":"FindingFields"}) as unknown as TypedDocumentString<FindingFieldsFragment, unknown>;
export const ErrorFieldsFragmentDoc = new TypedDocumentString(`
    fragment ErrorFields on Error {
  __typename
  code
  message
  ... on ValidationError {
    problems {
      path
      message
    }
  }
  ... on RevisionConflictError {
    stream
    expected
    actual
  }
}
    `, {"fragmentName":"ErrorFields"}) as unknown as TypedDocumentString<ErrorFieldsFragment, unknown>;
export const CardDocument = new TypedDocumentString(`
    query Card($slug: String!, $asOf: AsOf) {
  negotiation(slug: $slug, asOf: $asOf) {
    view {
      at
      knownAt
      publicAt
      position
    }
    ...NegotiationSummary
    ...StandingSources
  }
}
    fragment DutyFigure on Duty {
  total
  expression
  range {
    min
    max
  }
  disputed
  leastCertainty
  coverage {
    status
  }
  scope {
    ordinary
    reliefs
    elsewhere {
      expression
      measure {
        slug
        title
      }
    }
  }
}
fragment Standing on Negotiation {
  parties {
    code
    name
  }
  phase {
    value
    since
    certainty
  }
  activity {
    value
    scope
    since
    certainty
  }
  agreements {
    slug
    status
    inForceFrom
    provisional
    byParty {
      ratification
      bound
    }
  }
}
fragment NegotiationSummary on Negotiation {
  ...Standing
  slug
  title
  parties {
    kind
  }
  targets {
    slug
    what
    due
    kind
    status
    perhapsMetBy {
      id
      summary
      occurred
    }
  }
  rounds {
    number
    part
    dates
    place
    status
  }
  meetings {
    dates
    level
  }
  agreements {
    title
  }
  duties {
    imposedBy
    on
    ...DutyFigure
    pending {
      at
      total
      expression
      leastCertainty
      measure {
        slug
      }
    }
  }
  measures {
    slug
    title
    pending {
      from
      status
      expression
    }
  }
}
fragment StandingSources on Negotiation {
  latestEvent {
    sources {
      publisher
    }
  }
  duties {
    layers(applying: true) {
      setBy {
        sources {
          publisher
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<CardQuery, CardQueryVariables>;
export const ChangePointsDocument = new TypedDocumentString(`
    query ChangePoints($slug: String!, $asOf: AsOf, $assuming: Assumptions, $to: TimePoint) {
  negotiation(slug: $slug, asOf: $asOf, assuming: $assuming) {
    timeline(to: $to) {
      at
      changes {
        path
        after
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChangePointsQuery, ChangePointsQueryVariables>;
export const ChartEventsDocument = new TypedDocumentString(`
    query ChartEvents($slug: String!, $asOf: AsOf) {
  negotiation(slug: $slug, asOf: $asOf) {
    events(first: 500, order: POSITION_ASC) {
      edges {
        node {
          ...ChartEventFields
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    launches: events(filter: {types: ["NegotiationLaunched"]}, first: 1) {
      edges {
        node {
          ... on NegotiationLaunched {
            dataTimeZone
          }
        }
      }
    }
    measures {
      slug
      title
      imposedBy
      affects
      events(first: 200) {
        edges {
          node {
            ...ChartEventFields
          }
        }
      }
    }
  }
}
    fragment ChartEventFields on Event {
  id
  type
  occurred
  recordedAt
  certainty
  summary
  sources {
    published
    publisher
  }
  ... on MeasureAnnounced {
    rate
  }
  ... on MeasureThreatened {
    rate
  }
  ... on EventRetracted {
    target: event
  }
}`) as unknown as TypedDocumentString<ChartEventsQuery, ChartEventsQueryVariables>;
export const CheckpointDocument = new TypedDocumentString(`
    query Checkpoint {
  log {
    checkpoint
  }
}
    `) as unknown as TypedDocumentString<CheckpointQuery, CheckpointQueryVariables>;
export const ConsequencesDocument = new TypedDocumentString(`
    query Consequences($slug: String!, $asOf: AsOf, $assuming: Assumptions) {
  negotiation(slug: $slug, asOf: $asOf, assuming: $assuming) {
    ...NegotiationSummary
    roundsCompleted {
      reported
      counted
      disputed
    }
    rounds {
      track
    }
    meetings {
      place
    }
    pauses {
      from
      to
      scope
    }
    statements(last: 1) {
      totalCount
    }
    targets {
      slips
    }
    agreements {
      status
      since
    }
    measures {
      slug
      title
      status
      certainty
      rate
      announcedRate
      expression
      leastCertainty
      pending {
        rate
        expression
        leastCertainty
        from
      }
    }
    findings {
      code
      message
    }
  }
}
    fragment DutyFigure on Duty {
  total
  expression
  range {
    min
    max
  }
  disputed
  leastCertainty
  coverage {
    status
  }
  scope {
    ordinary
    reliefs
    elsewhere {
      expression
      measure {
        slug
        title
      }
    }
  }
}
fragment Standing on Negotiation {
  parties {
    code
    name
  }
  phase {
    value
    since
    certainty
  }
  activity {
    value
    scope
    since
    certainty
  }
  agreements {
    slug
    status
    inForceFrom
    provisional
    byParty {
      ratification
      bound
    }
  }
}
fragment NegotiationSummary on Negotiation {
  ...Standing
  slug
  title
  parties {
    kind
  }
  targets {
    slug
    what
    due
    kind
    status
    perhapsMetBy {
      id
      summary
      occurred
    }
  }
  rounds {
    number
    part
    dates
    place
    status
  }
  meetings {
    dates
    level
  }
  agreements {
    title
  }
  duties {
    imposedBy
    on
    ...DutyFigure
    pending {
      at
      total
      expression
      leastCertainty
      measure {
        slug
      }
    }
  }
  measures {
    slug
    title
    pending {
      from
      status
      expression
    }
  }
}`) as unknown as TypedDocumentString<ConsequencesQuery, ConsequencesQueryVariables>;
export const DiffDocument = new TypedDocumentString(`
    query Diff($slug: String!, $asOf: AsOf, $assuming: Assumptions, $to: AsOf!) {
  negotiation(slug: $slug, asOf: $asOf, assuming: $assuming) {
    diff(to: $to) {
      totalCount
      topics {
        topic
        count
      }
      headline(first: 20) {
        ...ChangeFields
      }
    }
    ...CertaintyOfFigures
  }
  compared: negotiation(slug: $slug, asOf: $to, assuming: $assuming) {
    ...NamesOfView
    ...CertaintyOfFigures
  }
}
    fragment NamesOfView on Negotiation {
  parties {
    code
    name
  }
  formerParties {
    code
    name
  }
  tracks {
    slug
    title
  }
  agreements {
    byParty {
      party {
        code
        name
      }
    }
  }
  measures {
    slug
    title
  }
  targets {
    slug
    what
  }
}
fragment CertaintyOfFigures on Negotiation {
  duties {
    imposedBy
    on
    leastCertainty
    layers {
      measure {
        slug
      }
      leastCertainty
    }
  }
  measures {
    slug
    leastCertainty
    terms {
      from
      leastCertainty
    }
  }
}
fragment ChangeFields on Change {
  path
  before
  after
  causedBy {
    id
  }
}`) as unknown as TypedDocumentString<DiffQuery, DiffQueryVariables>;
export const DiffOfTopicsDocument = new TypedDocumentString(`
    query DiffOfTopics($slug: String!, $asOf: AsOf, $assuming: Assumptions, $to: AsOf!, $topics: [String!]!, $first: Int!) {
  negotiation(slug: $slug, asOf: $asOf, assuming: $assuming) {
    diff(to: $to) {
      changes(topics: $topics, first: $first) {
        ...ChangeFields
      }
    }
  }
}
    fragment ChangeFields on Change {
  path
  before
  after
  causedBy {
    id
  }
}`) as unknown as TypedDocumentString<DiffOfTopicsQuery, DiffOfTopicsQueryVariables>;
export const DutyDocument = new TypedDocumentString(`
    query Duty($imposedBy: CountryCode!, $on: CountryCode!, $goods: Goods, $mfnRate: Float, $asOf: AsOf) {
  duty(
    imposedBy: $imposedBy
    on: $on
    goods: $goods
    mfnRate: $mfnRate
    asOf: $asOf
  ) {
    imposedBy
    on
    view {
      at
      knownAt
      publicAt
      position
    }
    timeZone
    ...DutyFigure
    amount {
      ...MoneyFields
    }
    certainty
    coverage {
      status
      note
      setBy {
        id
      }
    }
    layers {
      measure {
        slug
        title
        reliefs {
          slug
          expression
          until
          quota {
            volume
            unit
            status
            used
          }
          setBy {
            id
            ... on ExemptionGranted {
              goods {
                origin
                endUse
                producers
              }
              valueAtMost {
                amount
                currency
              }
            }
          }
        }
      }
      role
      expression
      rate
      leastCertainty
      amount {
        ...MoneyFields
      }
      applies
      reason
      setBy {
        id
      }
    }
    pending {
      at
      total
      expression
      leastCertainty
      measure {
        slug
        title
      }
      setBy {
        id
      }
    }
    schedule(from: "2000-01-01", to: "2100-01-01") {
      from
      until
      total
      expression
      leastCertainty
    }
  }
}
    fragment MoneyFields on Money {
  amount
  currency
}
fragment DutyFigure on Duty {
  total
  expression
  range {
    min
    max
  }
  disputed
  leastCertainty
  coverage {
    status
  }
  scope {
    ordinary
    reliefs
    elsewhere {
      expression
      measure {
        slug
        title
      }
    }
  }
}`) as unknown as TypedDocumentString<DutyQuery, DutyQueryVariables>;
export const DutyChartDocument = new TypedDocumentString(`
    query DutyChart($slug: String!, $asOf: AsOf) {
  negotiation(slug: $slug, asOf: $asOf) {
    slug
    title
    view {
      at
      knownAt
      publicAt
      position
    }
    duties {
      imposedBy
      on
      timeZone
      ...DutyFigure
      pending {
        at
        total
        expression
      }
      schedule(from: "2000-01-01", to: "2100-01-01") {
        ...DutyStepFields
      }
    }
  }
}
    fragment DutyFigure on Duty {
  total
  expression
  range {
    min
    max
  }
  disputed
  leastCertainty
  coverage {
    status
  }
  scope {
    ordinary
    reliefs
    elsewhere {
      expression
      measure {
        slug
        title
      }
    }
  }
}
fragment DutyStepFields on DutyStep {
  from
  until
  total
  expression
  leastCertainty
  layers {
    measure {
      slug
      title
    }
    expression
  }
  setBy {
    id
  }
}`) as unknown as TypedDocumentString<DutyChartQuery, DutyChartQueryVariables>;
export const DutySchedulesDocument = new TypedDocumentString(`
    query DutySchedules($slug: String!, $asOf: AsOf, $assuming: Assumptions) {
  negotiation(slug: $slug, asOf: $asOf, assuming: $assuming) {
    duties {
      imposedBy
      on
      ...DutyFigure
      schedule(from: "2000-01-01", to: "2100-01-01") {
        ...DutyStepFields
      }
    }
  }
}
    fragment DutyFigure on Duty {
  total
  expression
  range {
    min
    max
  }
  disputed
  leastCertainty
  coverage {
    status
  }
  scope {
    ordinary
    reliefs
    elsewhere {
      expression
      measure {
        slug
        title
      }
    }
  }
}
fragment DutyStepFields on DutyStep {
  from
  until
  total
  expression
  leastCertainty
  layers {
    measure {
      slug
      title
    }
    expression
  }
  setBy {
    id
  }
}`) as unknown as TypedDocumentString<DutySchedulesQuery, DutySchedulesQueryVariables>;
export const DutyTotalDocument = new TypedDocumentString(`
    query DutyTotal($imposedBy: CountryCode!, $on: CountryCode!, $goods: Goods, $mfnRate: Float, $asOf: AsOf) {
  duty(
    imposedBy: $imposedBy
    on: $on
    goods: $goods
    mfnRate: $mfnRate
    asOf: $asOf
  ) {
    total
    expression
    leastCertainty
    amount {
      ...MoneyFields
    }
  }
}
    fragment MoneyFields on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<DutyTotalQuery, DutyTotalQueryVariables>;
export const EntryContextDocument = new TypedDocumentString(`
    query EntryContext($slug: String!) {
  negotiation(slug: $slug) {
    slug
    parties {
      code
      kind
    }
    targets {
      slug
      what
      due
      kind
      status
      value
      unit
    }
    agreements {
      slug
      title
    }
    rounds {
      number
      part
      dates
      place
      mode
      track
      status
    }
  }
}
    `) as unknown as TypedDocumentString<EntryContextQuery, EntryContextQueryVariables>;
export const EventDetailsDocument = new TypedDocumentString(`
    query EventDetails($ids: [ID!]!) {
  nodes(ids: $ids) {
    id
    ... on Event {
      type
      occurred
      recordedAt
      recordedBy
      certainty
      retracted
      hypothetical
      summary
      data
      sources {
        kind
        publisher
        title
        url
        published
        quote
        via
      }
      corrections {
        id
        retracted
        ... on EventCorrected {
          reason
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EventDetailsQuery, EventDetailsQueryVariables>;
export const EventInFullDocument = new TypedDocumentString(`
    query EventInFull($id: ID!) {
  event(id: $id) {
    ...CorrectableEvent
    retracted
    summary
    corrections {
      ...CorrectableEvent
      retracted
    }
  }
}
    fragment CorrectableEvent on Event {
  id
  type
  stream
  also
  position
  revision
  occurred
  timeZone
  certainty
  data
  sources {
    kind
    publisher
    title
    url
    published
    quote
    via
  }
}`) as unknown as TypedDocumentString<EventInFullQuery, EventInFullQueryVariables>;
export const EventSourcesDocument = new TypedDocumentString(`
    query EventSources($ids: [ID!]!) {
  nodes(ids: $ids) {
    id
    ... on Event {
      sources {
        publisher
        title
        url
        published
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EventSourcesQuery, EventSourcesQueryVariables>;
export const EventsOfDocument = new TypedDocumentString(`
    query EventsOf($streams: [String!]!, $after: String) {
  events(
    filter: {streams: $streams}
    order: POSITION_ASC
    first: 500
    after: $after
  ) {
    edges {
      node {
        id
        type
        occurred
        summary
        retracted
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<EventsOfQuery, EventsOfQueryVariables>;
export const ExplainDocument = new TypedDocumentString(`
    query Explain($slug: String!, $asOf: AsOf, $assuming: Assumptions, $path: String!) {
  negotiation(slug: $slug, asOf: $asOf, assuming: $assuming) {
    explain(path: $path) {
      path
      value
      certainty
      current
      setBy {
        id
        type
      }
      alsoBy {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExplainQuery, ExplainQueryVariables>;
export const HeadlineDocument = new TypedDocumentString(`
    query Headline($slug: String!, $asOf: AsOf, $assuming: Assumptions) {
  negotiation(slug: $slug, asOf: $asOf, assuming: $assuming) {
    slug
    title
    phase {
      value
      since
      certainty
    }
    activity {
      value
      scope
      since
      certainty
    }
  }
}
    `) as unknown as TypedDocumentString<HeadlineQuery, HeadlineQueryVariables>;
export const LogHeadDocument = new TypedDocumentString(`
    query LogHead {
  log {
    headPosition
    headRecordedAt
  }
}
    `) as unknown as TypedDocumentString<LogHeadQuery, LogHeadQueryVariables>;
export const MeasuresInForceDocument = new TypedDocumentString(`
    query MeasuresInForce($asOf: AsOf) {
  measures(asOf: $asOf, filter: {status: [IN_FORCE]}, first: 1000) {
    totalCount
    nodes {
      slug
      imposedBy
      affects
    }
  }
}
    `) as unknown as TypedDocumentString<MeasuresInForceQuery, MeasuresInForceQueryVariables>;
export const MeasuresOnGoodsDocument = new TypedDocumentString(`
    query MeasuresOnGoods($imposedBy: CountryCode!, $on: CountryCode!, $goods: Goods) {
  duty(imposedBy: $imposedBy, on: $on, goods: $goods) {
    layers(applying: true) {
      measure {
        slug
        title
      }
      expression
    }
  }
}
    `) as unknown as TypedDocumentString<MeasuresOnGoodsQuery, MeasuresOnGoodsQueryVariables>;
export const NegotiationListDocument = new TypedDocumentString(`
    query NegotiationList($asOf: AsOf, $filter: NegotiationFilter, $after: String) {
  negotiations(asOf: $asOf, filter: $filter, first: 50, after: $after) {
    edges {
      through {
        code
        name
      }
      node {
        ...NegotiationSummary
        formerParties {
          code
          name
        }
        latestEvent {
          id
          type
          occurred
          summary
        }
        checkedThrough {
          date
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment DutyFigure on Duty {
  total
  expression
  range {
    min
    max
  }
  disputed
  leastCertainty
  coverage {
    status
  }
  scope {
    ordinary
    reliefs
    elsewhere {
      expression
      measure {
        slug
        title
      }
    }
  }
}
fragment Standing on Negotiation {
  parties {
    code
    name
  }
  phase {
    value
    since
    certainty
  }
  activity {
    value
    scope
    since
    certainty
  }
  agreements {
    slug
    status
    inForceFrom
    provisional
    byParty {
      ratification
      bound
    }
  }
}
fragment NegotiationSummary on Negotiation {
  ...Standing
  slug
  title
  parties {
    kind
  }
  targets {
    slug
    what
    due
    kind
    status
    perhapsMetBy {
      id
      summary
      occurred
    }
  }
  rounds {
    number
    part
    dates
    place
    status
  }
  meetings {
    dates
    level
  }
  agreements {
    title
  }
  duties {
    imposedBy
    on
    ...DutyFigure
    pending {
      at
      total
      expression
      leastCertainty
      measure {
        slug
      }
    }
  }
  measures {
    slug
    title
    pending {
      from
      status
      expression
    }
  }
}`) as unknown as TypedDocumentString<NegotiationListQuery, NegotiationListQueryVariables>;
export const NegotiationSnapshotDocument = new TypedDocumentString(`
    query NegotiationSnapshot($slug: String!, $asOf: AsOf, $assuming: Assumptions) {
  negotiation(slug: $slug, asOf: $asOf, assuming: $assuming) {
    slug
    title
    rtaStatus
    view {
      at
      knownAt
      publicAt
      position
    }
    latestEvent {
      id
      type
      occurred
      summary
    }
    checkedThrough {
      date
      setBy {
        id
      }
    }
    parties {
      ...PartyFields
    }
    formerParties {
      ...PartyFields
    }
    tracks {
      slug
      title
      scope
      since
      activity
      setBy {
        id
      }
    }
    phase {
      ...PhaseSpanFields
    }
    phases {
      ...PhaseSpanFields
    }
    activity {
      value
      scope
      since
      certainty
      setBy {
        id
      }
    }
    pauses {
      from
      to
      scope
      track
      reason
      days {
        min
        max
      }
      setBy {
        id
      }
      endedBy {
        id
      }
    }
    rounds {
      number
      part
      track
      dates
      place
      formal
      status
      reports {
        id
      }
      setBy {
        id
      }
    }
    roundsCompleted {
      reported
      counted
      disputed
      reports {
        count
        by
        rule
        setBy {
          id
        }
      }
      byTrack {
        track
        reported
        counted
        disputed
        reports {
          setBy {
            id
          }
        }
      }
    }
    meetings {
      dates
      kind
      level
      place
      topics
      setBy {
        id
      }
    }
    statements(last: 30) {
      totalCount
      edges {
        node {
          occurred
          speaker
          role
          onBehalfOf
          stance
          summary
          quote
          certainty
          disputedBy {
            by
            setBy {
              id
            }
          }
          setBy {
            id
          }
        }
      }
    }
    targets {
      slug
      what
      due
      kind
      status
      slips
      history {
        due
        setBy {
          id
        }
      }
      readings {
        due
        by
        status
      }
      perhapsMetBy {
        id
        summary
        occurred
      }
      setBy {
        id
      }
    }
    agreements {
      slug
      title
      status
      since
      certainty
      inForceFrom
      provisional
      signatories
      terms
      ratification {
        party
        step
        body
        vote
        occurred
        setBy {
          id
        }
      }
      byParty {
        party {
          code
          name
          kind
        }
        signed
        signedBy {
          id
        }
        ratification
        bound
        from
        until
        certainty
        setBy {
          id
        }
      }
      spans {
        status
        mode
        from
        until
        parties
        exceptParts
        setBy {
          id
        }
      }
      setBy {
        id
      }
    }
    measures {
      slug
      title
      imposedBy
      affects
      exceptFor
      kind
      form
      status
      certainty
      rate
      expression
      leastCertainty
      announcedRate
      endedHow
      lawful
      terms {
        ...MeasureTermFields
      }
      pending {
        ...MeasureTermFields
      }
      setBy {
        id
      }
    }
    duties {
      imposedBy
      on
      timeZone
      ...DutyFigure
      coverage {
        note
        setBy {
          id
        }
      }
      layers {
        measure {
          slug
          title
        }
        rate
        expression
        applies
        reason
        setBy {
          id
        }
      }
      pending {
        at
        total
        expression
        leastCertainty
        measure {
          slug
          title
        }
        setBy {
          id
        }
      }
      schedule(from: "2000-01-01", to: "2100-01-01") {
        ...DutyStepFields
      }
    }
    findings {
      code
      message
      events {
        id
        ...OpenTarget
      }
    }
  }
}
    fragment DutyFigure on Duty {
  total
  expression
  range {
    min
    max
  }
  disputed
  leastCertainty
  coverage {
    status
  }
  scope {
    ordinary
    reliefs
    elsewhere {
      expression
      measure {
        slug
        title
      }
    }
  }
}
fragment PartyFields on Party {
  code
  name
  kind
  since
  until
  setBy {
    id
  }
  endedBy {
    id
  }
}
fragment PhaseSpanFields on PhaseSpan {
  value
  since
  certainty
  setBy {
    id
  }
}
fragment MeasureTermFields on MeasureTerm {
  rate
  expression
  from
  until
  status
  leastCertainty
  setBy {
    id
  }
}
fragment DutyStepFields on DutyStep {
  from
  until
  total
  expression
  leastCertainty
  layers {
    measure {
      slug
      title
    }
    expression
  }
  setBy {
    id
  }
}
fragment OpenTarget on Event {
  stream
  occurred
  ... on TargetSet {
    target
  }
}`) as unknown as TypedDocumentString<NegotiationSnapshotQuery, NegotiationSnapshotQueryVariables>;
export const ProposalsDocument = new TypedDocumentString(`
    query Proposals($status: [ProposalStatus!]!, $last: Int!) {
  proposals(status: $status, last: $last) {
    nodes {
      ...ProposalInList
    }
    pageInfo {
      hasPreviousPage
    }
  }
}
    fragment ProposalInList on Proposal {
  id
  status
  proposedAt
  proposedBy
  type
  stream
  occurred
  needs
}`) as unknown as TypedDocumentString<ProposalsQuery, ProposalsQueryVariables>;
export const ProposalInFullDocument = new TypedDocumentString(`
    query ProposalInFull($id: ID!) {
  proposal(id: $id) {
    ...ProposalInList
    event
    spans {
      path
      start
      end
      quote
    }
    text {
      hash
      length
      day
      content
    }
    problems {
      path
      message
    }
    findings {
      code
      message
    }
    duplicates {
      id
      summary
      occurred
    }
    changes {
      negotiation
      change {
        path
        before
        after
      }
    }
    decision {
      at
      by
      reason
      amended
      event {
        id
      }
    }
  }
}
    fragment ProposalInList on Proposal {
  id
  status
  proposedAt
  proposedBy
  type
  stream
  occurred
  needs
}`) as unknown as TypedDocumentString<ProposalInFullQuery, ProposalInFullQueryVariables>;
export const ProposeTextDocument = new TypedDocumentString(`
    mutation ProposeText($input: ProposeEventsInput!) {
  proposeEvents(input: $input) {
    ... on ProposeEventsSuccess {
      proposals {
        id
      }
      notUnderstood {
        words
        reason
      }
    }
    ...ErrorFields
  }
}
    fragment ErrorFields on Error {
  __typename
  code
  message
  ... on ValidationError {
    problems {
      path
      message
    }
  }
  ... on RevisionConflictError {
    stream
    expected
    actual
  }
}`) as unknown as TypedDocumentString<ProposeTextMutation, ProposeTextMutationVariables>;
export const AcceptProposalDocument = new TypedDocumentString(`
    mutation AcceptProposal($input: AcceptProposalInput!) {
  acceptProposal(input: $input) {
    ... on AcceptProposalSuccess {
      proposal {
        id
        status
      }
      events {
        id
      }
    }
    ...ErrorFields
  }
}
    fragment ErrorFields on Error {
  __typename
  code
  message
  ... on ValidationError {
    problems {
      path
      message
    }
  }
  ... on RevisionConflictError {
    stream
    expected
    actual
  }
}`) as unknown as TypedDocumentString<AcceptProposalMutation, AcceptProposalMutationVariables>;
export const RejectProposalDocument = new TypedDocumentString(`
    mutation RejectProposal($input: RejectProposalInput!) {
  rejectProposal(input: $input) {
    ... on RejectProposalSuccess {
      proposal {
        id
        status
      }
    }
    ...ErrorFields
  }
}
    fragment ErrorFields on Error {
  __typename
  code
  message
  ... on ValidationError {
    problems {
      path
      message
    }
  }
  ... on RevisionConflictError {
    stream
    expected
    actual
  }
}`) as unknown as TypedDocumentString<RejectProposalMutation, RejectProposalMutationVariables>;
export const RecentDocument = new TypedDocumentString(`
    query Recent {
  negotiations(first: 100) {
    edges {
      node {
        slug
        title
        parties {
          code
          name
          kind
        }
      }
    }
  }
  measures(first: 200) {
    edges {
      node {
        slug
        title
      }
    }
  }
  events(order: POSITION_DESC, first: 200) {
    edges {
      node {
        id
        type
        stream
        occurred
        summary
        data
        sources {
          publisher
          url
          kind
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RecentQuery, RecentQueryVariables>;
export const EventPageDocument = new TypedDocumentString(`
    query EventPage($id: ID!, $knownAt: TimePoint) {
  event(id: $id) {
    ...EventLine
    also
    revision
    sources {
      ...SourceFields
    }
    full: current(knownAt: $knownAt) {
      changed
      occurred
      certainty
      summary
      data
      sources {
        ...SourceFields
      }
    }
    data
  }
}
    fragment EventLine on Event {
  id
  type
  stream
  occurred
  zone
  certainty
  summary
  position
  recordedAt
  recordedBy
  hash
  retracted
  current {
    changed
    occurred
    certainty
    summary
  }
  corrections {
    id
    type
    summary
    position
    recordedAt
    recordedBy
    retracted
  }
  ... on StatementMade {
    speaker
  }
  ... on EventCorrected {
    about: event
  }
  ... on EventRetracted {
    about: event
  }
  ... on SourceAdded {
    about: event
  }
}
fragment SourceFields on Source {
  kind
  publisher
  title
  url
  published
  quote
  via
}`) as unknown as TypedDocumentString<EventPageQuery, EventPageQueryVariables>;
export const StreamNameDocument = new TypedDocumentString(`
    query StreamName($slug: String!, $isMeasure: Boolean!, $isNegotiation: Boolean!) {
  measure(slug: $slug) @include(if: $isMeasure) {
    title
    negotiations(first: 1) {
      nodes {
        slug
        title
      }
    }
  }
  negotiation(slug: $slug) @include(if: $isNegotiation) {
    slug
    title
    measures {
      slug
    }
  }
}
    `) as unknown as TypedDocumentString<StreamNameQuery, StreamNameQueryVariables>;
export const EventEffectsDocument = new TypedDocumentString(`
    query EventEffects($slug: String!, $asOf: AsOf, $from: TimePoint, $to: TimePoint) {
  negotiation(slug: $slug, asOf: $asOf) {
    title
    ...NamesOfView
    timeline(from: $from, to: $to) {
      at
      changes {
        path
        before
        after
        causedBy {
          id
        }
      }
    }
  }
}
    fragment NamesOfView on Negotiation {
  parties {
    code
    name
  }
  formerParties {
    code
    name
  }
  tracks {
    slug
    title
  }
  agreements {
    byParty {
      party {
        code
        name
      }
    }
  }
  measures {
    slug
    title
  }
  targets {
    slug
    what
  }
}`) as unknown as TypedDocumentString<EventEffectsQuery, EventEffectsQueryVariables>;
export const ChronicleOfRecordDocument = new TypedDocumentString(`
    query ChronicleOfRecord($filter: EventFilter, $order: EventOrder, $after: String) {
  events(filter: $filter, order: $order, first: 50, after: $after) {
    nodes {
      ...EventLine
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment EventLine on Event {
  id
  type
  stream
  occurred
  zone
  certainty
  summary
  position
  recordedAt
  recordedBy
  hash
  retracted
  current {
    changed
    occurred
    certainty
    summary
  }
  corrections {
    id
    type
    summary
    position
    recordedAt
    recordedBy
    retracted
  }
  ... on StatementMade {
    speaker
  }
  ... on EventCorrected {
    about: event
  }
  ... on EventRetracted {
    about: event
  }
  ... on SourceAdded {
    about: event
  }
}`) as unknown as TypedDocumentString<ChronicleOfRecordQuery, ChronicleOfRecordQueryVariables>;
export const MeasurePageDocument = new TypedDocumentString(`
    query MeasurePage($slug: String!, $asOf: AsOf) {
  measure(slug: $slug, asOf: $asOf) {
    slug
    title
    imposedBy
    affects
    exceptFor
    form
    role
    kind
    status
    certainty
    expression
    leastCertainty
    rate
    announcedRate
    endedHow
    lawful
    collected
    timeZone
    setBy {
      id
    }
    goods {
      hs
      origin
      endUse
      producers
      hsEdition
      except {
        hs
        origin
        endUse
        producers
      }
    }
    terms {
      rate
      expression
      leastCertainty
      from
      until
      status
      setBy {
        id
      }
    }
    reliefs {
      slug
      expression
      from
      until
      quota {
        volume
        unit
        status
        used
      }
      setBy {
        id
        summary
      }
    }
    negotiations(first: 20) {
      totalCount
      nodes {
        slug
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MeasurePageQuery, MeasurePageQueryVariables>;
export const PartyPageDocument = new TypedDocumentString(`
    query PartyPage($code: CountryCode!, $asOf: AsOf, $area: String!) {
  area: events(filter: {streams: [$area]}, first: 100) {
    nodes {
      id
      type
      occurred
      summary
      data
    }
  }
  negotiations(asOf: $asOf, filter: {party: $code}, first: 50) {
    totalCount
    edges {
      through {
        code
        name
      }
      node {
        slug
        title
        parties {
          code
          name
          kind
          since
          until
          setBy {
            id
          }
        }
        phase {
          value
          since
          certainty
        }
        activity {
          value
          scope
          since
          certainty
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PartyPageQuery, PartyPageQueryVariables>;
export const PartyMeasuresDocument = new TypedDocumentString(`
    query PartyMeasures($asOf: AsOf, $filter: MeasureFilter, $after: String) {
  measures(asOf: $asOf, filter: $filter, first: 20, after: $after) {
    totalCount
    nodes {
      slug
      title
      imposedBy
      affects
      form
      status
      certainty
      expression
      leastCertainty
      endedHow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<PartyMeasuresQuery, PartyMeasuresQueryVariables>;
export const RecordedEventsDocument = new TypedDocumentString(`
    subscription RecordedEvents($after: String!) {
  events(after: $after) {
    id
    cursor
    stream
    also
    type
    summary
  }
}
    `) as unknown as TypedDocumentString<RecordedEventsSubscription, RecordedEventsSubscriptionVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $filter: EventFilter, $after: String) {
  search(text: $text, filter: $filter, first: 20, after: $after) {
    totalCount
    edges {
      node {
        id
        type
        stream
        occurred
        retracted
        summary
        current {
          occurred
          summary
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SearchCountsDocument = new TypedDocumentString(`
    query SearchCounts($text: String!, $party: CountryCode, $talks: [String!], $agreements: [String!], $measures: [String!], $targets: [String!], $statements: [String!], $others: [String!]) {
  talks: search(text: $text, filter: {types: $talks, party: $party}, first: 1) {
    totalCount
  }
  agreements: search(
    text: $text
    filter: {types: $agreements, party: $party}
    first: 1
  ) {
    totalCount
  }
  measures: search(
    text: $text
    filter: {types: $measures, party: $party}
    first: 1
  ) {
    totalCount
  }
  targets: search(text: $text, filter: {types: $targets, party: $party}, first: 1) {
    totalCount
  }
  statements: search(
    text: $text
    filter: {types: $statements, party: $party}
    first: 1
  ) {
    totalCount
  }
  others: search(text: $text, filter: {types: $others, party: $party}, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<SearchCountsQuery, SearchCountsQueryVariables>;
export const SharedDutyDocument = new TypedDocumentString(`
    query SharedDuty($imposedBy: CountryCode!, $on: CountryCode!, $goods: Goods, $mfnRate: Float, $asOf: AsOf) {
  duty(
    imposedBy: $imposedBy
    on: $on
    goods: $goods
    mfnRate: $mfnRate
    asOf: $asOf
  ) {
    imposedBy
    on
    view {
      at
      knownAt
    }
    ...DutyFigure
    pending {
      at
      total
      expression
      leastCertainty
    }
    layers(applying: true) {
      setBy {
        sources {
          publisher
        }
      }
    }
  }
}
    fragment DutyFigure on Duty {
  total
  expression
  range {
    min
    max
  }
  disputed
  leastCertainty
  coverage {
    status
  }
  scope {
    ordinary
    reliefs
    elsewhere {
      expression
      measure {
        slug
        title
      }
    }
  }
}`) as unknown as TypedDocumentString<SharedDutyQuery, SharedDutyQueryVariables>;
export const SharedEventDocument = new TypedDocumentString(`
    query SharedEvent($id: ID!) {
  event(id: $id) {
    id
    type
    occurred
    certainty
    retracted
    recordedAt
    summary
    sources {
      publisher
    }
  }
}
    `) as unknown as TypedDocumentString<SharedEventQuery, SharedEventQueryVariables>;
export const SharedMeasureDocument = new TypedDocumentString(`
    query SharedMeasure($slug: String!, $asOf: AsOf) {
  measure(slug: $slug, asOf: $asOf) {
    title
    view {
      at
      knownAt
    }
    imposedBy
    affects
    status
    certainty
    expression
    leastCertainty
    setBy {
      sources {
        publisher
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SharedMeasureQuery, SharedMeasureQueryVariables>;
export const SharedNegotiationDocument = new TypedDocumentString(`
    query SharedNegotiation($slug: String!, $asOf: AsOf) {
  negotiation(slug: $slug, asOf: $asOf) {
    view {
      at
      knownAt
    }
    ...NegotiationSummary
    ...StandingSources
  }
}
    fragment DutyFigure on Duty {
  total
  expression
  range {
    min
    max
  }
  disputed
  leastCertainty
  coverage {
    status
  }
  scope {
    ordinary
    reliefs
    elsewhere {
      expression
      measure {
        slug
        title
      }
    }
  }
}
fragment Standing on Negotiation {
  parties {
    code
    name
  }
  phase {
    value
    since
    certainty
  }
  activity {
    value
    scope
    since
    certainty
  }
  agreements {
    slug
    status
    inForceFrom
    provisional
    byParty {
      ratification
      bound
    }
  }
}
fragment NegotiationSummary on Negotiation {
  ...Standing
  slug
  title
  parties {
    kind
  }
  targets {
    slug
    what
    due
    kind
    status
    perhapsMetBy {
      id
      summary
      occurred
    }
  }
  rounds {
    number
    part
    dates
    place
    status
  }
  meetings {
    dates
    level
  }
  agreements {
    title
  }
  duties {
    imposedBy
    on
    ...DutyFigure
    pending {
      at
      total
      expression
      leastCertainty
      measure {
        slug
      }
    }
  }
  measures {
    slug
    title
    pending {
      from
      status
      expression
    }
  }
}
fragment StandingSources on Negotiation {
  latestEvent {
    sources {
      publisher
    }
  }
  duties {
    layers(applying: true) {
      setBy {
        sources {
          publisher
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<SharedNegotiationQuery, SharedNegotiationQueryVariables>;
export const SharedPartyDocument = new TypedDocumentString(`
    query SharedParty($code: CountryCode!, $asOf: AsOf) {
  negotiations(asOf: $asOf, filter: {party: $code}, first: 3) {
    totalCount
    nodes {
      title
      view {
        at
        knownAt
      }
      parties {
        code
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SharedPartyQuery, SharedPartyQueryVariables>;
export const SharedRecordDocument = new TypedDocumentString(`
    query SharedRecord($asOf: AsOf) {
  negotiations(asOf: $asOf, first: 3) {
    totalCount
    nodes {
      title
    }
  }
  log {
    headRecordedAt
  }
}
    `) as unknown as TypedDocumentString<SharedRecordQuery, SharedRecordQueryVariables>;
export const StreamEndDocument = new TypedDocumentString(`
    query StreamEnd($stream: String!) {
  events(filter: {streams: [$stream]}, order: POSITION_DESC, first: 50) {
    edges {
      node {
        id
        type
        stream
        revision
        occurred
        recordedAt
        recordedBy
        summary
        sources {
          publisher
          title
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StreamEndQuery, StreamEndQueryVariables>;
export const StreamZoneDocument = new TypedDocumentString(`
    query StreamZone($stream: String!) {
  events(filter: {streams: [$stream]}, order: POSITION_DESC, first: 20) {
    edges {
      node {
        id
        stream
        timeZone
        zone
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StreamZoneQuery, StreamZoneQueryVariables>;
export const TimelineEventsDocument = new TypedDocumentString(`
    query TimelineEvents($slug: String!, $asOf: AsOf, $after: String, $isFirst: Boolean!) {
  negotiation(slug: $slug, asOf: $asOf) {
    events(first: 500, after: $after, order: POSITION_ASC) {
      edges {
        node {
          ...TimelineEventFields
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    launches: events(filter: {types: ["NegotiationLaunched"]}, first: 1) {
      edges {
        node {
          ... on NegotiationLaunched {
            dataTimeZone
          }
        }
      }
    }
    measures @include(if: $isFirst) {
      slug
      imposedBy
      affects
      events(first: 200) {
        edges {
          node {
            ...TimelineEventFields
          }
        }
      }
    }
  }
}
    fragment TimelineEventFields on Event {
  id
  type
  occurred
  recordedAt
  certainty
  retracted
  summary
  sources {
    published
    publisher
  }
  ... on MeasureAnnounced {
    rate
  }
  ... on MeasureThreatened {
    rate
  }
}`) as unknown as TypedDocumentString<TimelineEventsQuery, TimelineEventsQueryVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    mayWrite
    mayPropose
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const AppendEventsDocument = new TypedDocumentString(`
    mutation AppendEvents($input: AppendEventsInput!) {
  appendEvents(input: $input) {
    ... on AppendEventsSuccess {
      repeated
      events {
        ...RecordedEventFields
      }
      findings {
        ...FindingFields
      }
    }
    ...ErrorFields
  }
}
    fragment RecordedEventFields on Event {
  id
  stream
  revision
  position
  hash
  summary
  occurred
  zone
}
fragment FindingFields on Finding {
  code
  message
  events {
    id
    type
    summary
    sources {
      publisher
    }
    ...OpenTarget
  }
}
fragment OpenTarget on Event {
  stream
  occurred
  ... on TargetSet {
    target
  }
}
fragment ErrorFields on Error {
  __typename
  code
  message
  ... on ValidationError {
    problems {
      path
      message
    }
  }
  ... on RevisionConflictError {
    stream
    expected
    actual
  }
}`) as unknown as TypedDocumentString<AppendEventsMutation, AppendEventsMutationVariables>;
export const CorrectEventDocument = new TypedDocumentString(`
    mutation CorrectEvent($input: CorrectEventInput!) {
  correctEvent(input: $input) {
    ... on CorrectEventSuccess {
      repeated
      events {
        ...RecordedEventFields
      }
      findings {
        ...FindingFields
      }
    }
    ...ErrorFields
  }
}
    fragment RecordedEventFields on Event {
  id
  stream
  revision
  position
  hash
  summary
  occurred
  zone
}
fragment FindingFields on Finding {
  code
  message
  events {
    id
    type
    summary
    sources {
      publisher
    }
    ...OpenTarget
  }
}
fragment OpenTarget on Event {
  stream
  occurred
  ... on TargetSet {
    target
  }
}
fragment ErrorFields on Error {
  __typename
  code
  message
  ... on ValidationError {
    problems {
      path
      message
    }
  }
  ... on RevisionConflictError {
    stream
    expected
    actual
  }
}`) as unknown as TypedDocumentString<CorrectEventMutation, CorrectEventMutationVariables>;
export const RetractEventDocument = new TypedDocumentString(`
    mutation RetractEvent($input: RetractEventInput!) {
  retractEvent(input: $input) {
    ... on RetractEventSuccess {
      repeated
      events {
        ...RecordedEventFields
      }
      findings {
        ...FindingFields
      }
    }
    ...ErrorFields
  }
}
    fragment RecordedEventFields on Event {
  id
  stream
  revision
  position
  hash
  summary
  occurred
  zone
}
fragment FindingFields on Finding {
  code
  message
  events {
    id
    type
    summary
    sources {
      publisher
    }
    ...OpenTarget
  }
}
fragment OpenTarget on Event {
  stream
  occurred
  ... on TargetSet {
    target
  }
}
fragment ErrorFields on Error {
  __typename
  code
  message
  ... on ValidationError {
    problems {
      path
      message
    }
  }
  ... on RevisionConflictError {
    stream
    expected
    actual
  }
}`) as unknown as TypedDocumentString<RetractEventMutation, RetractEventMutationVariables>;
export const AddSourcesDocument = new TypedDocumentString(`
    mutation AddSources($input: AddSourcesInput!) {
  addSources(input: $input) {
    ... on AddSourcesSuccess {
      repeated
      events {
        ...RecordedEventFields
      }
      findings {
        ...FindingFields
      }
    }
    ...ErrorFields
  }
}
    fragment RecordedEventFields on Event {
  id
  stream
  revision
  position
  hash
  summary
  occurred
  zone
}
fragment FindingFields on Finding {
  code
  message
  events {
    id
    type
    summary
    sources {
      publisher
    }
    ...OpenTarget
  }
}
fragment OpenTarget on Event {
  stream
  occurred
  ... on TargetSet {
    target
  }
}
fragment ErrorFields on Error {
  __typename
  code
  message
  ... on ValidationError {
    problems {
      path
      message
    }
  }
  ... on RevisionConflictError {
    stream
    expected
    actual
  }
}`) as unknown as TypedDocumentString<AddSourcesMutation, AddSourcesMutationVariables>;