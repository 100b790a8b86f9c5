/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Whether talks go on. */
export type ActivityState =
  /** They go on. */
  | 'ACTIVE'
  /** They have stopped for a time. */
  | 'PAUSED'
  /** A party or both ended them. */
  | 'TERMINATED'
  /** Nothing was reported for nine months before the view. */
  | 'UNKNOWN';

/** A party that is no country or group of countries. */
export type ActorInput = {
  /** Its code: x- and a slug. */
  code: string;
  /** What it is. */
  kind: ActorKind;
  /** What it is called. */
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

/** A further source was found for an event. */
export type AddSourcesInput = {
  /** Further streams in whose history it is to appear. */
  also?: Array<string> | null | undefined;
  /** How firmly it is held; REPORTED when absent. */
  certainty?: EventCertainty | null | undefined;
  /** Who says so; the desk's own word (INFERRED) when absent. */
  citing?: Array<SourceInput> | null | undefined;
  /** Checks everything, shows the warnings, and writes nothing. */
  dryRun?: boolean | null | undefined;
  /** The event it is about. */
  event: string;
  /** Refuses unless its stream is at this revision: someone may have written first. */
  expectedRevision?: number | null | undefined;
  /** Sent again with the same content, the first result is returned. */
  idempotencyKey?: string | null | undefined;
  /** When it happened, as far as known; today in the zone of its stream when absent. */
  occurred?: string | null | undefined;
  /** Who else says so. */
  sources: Array<SourceInput>;
  /** The IANA zone its dates are written in; its stream's own. */
  timeZone?: string | null | undefined;
};

/** The parties finished negotiating the text. */
export type AgreementConcludedInput = {
  /** The slug of the agreement; may be left out while the negotiation has only one. */
  agreement?: string | null | undefined;
  /** What it is called. */
  title: string;
};

/** The agreement began to bind. */
export type AgreementEnteredIntoForceInput = {
  /** The slug of the agreement; may be left out while the negotiation has only one. */
  agreement?: string | null | undefined;
  /** From when, if not when it occurred. */
  effectiveFrom?: string | null | undefined;
  /** Parts that do not apply. */
  exceptParts?: Array<string> | null | undefined;
  /** Provisionally or for good. */
  mode: ForceMode;
  /** For whom; absent means all. */
  parties?: Array<string> | null | undefined;
  /** Until when, exclusive. */
  until?: string | null | undefined;
};

/** An agreement that would have run out goes on. */
export type AgreementExtendedInput = {
  /** The slug of the agreement; may be left out while the negotiation has only one. */
  agreement?: string | null | undefined;
  /** Until when now, exclusive. */
  until: string;
};

/** A suspended agreement, or parts of it, applies again. */
export type AgreementResumedInput = {
  /** The slug of the agreement; may be left out while the negotiation has only one. */
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

/** The parties signed. */
export type AgreementSignedInput = {
  /** The slug of the agreement; may be left out while the negotiation has only one. */
  agreement?: string | null | undefined;
  /** Where. */
  place?: string | null | undefined;
  /** Who signed. */
  signatories?: Array<string> | null | undefined;
  /** What it is called. */
  title: string;
};

/** How far an agreement has come. */
export type AgreementStatus =
  /** Its text is finished. */
  | 'CONCLUDED'
  /** Its outline is agreed. */
  | 'FRAMEWORK_AGREED'
  /** It binds. */
  | 'IN_FORCE'
  /** A party has taken a step towards ratifying. */
  | 'RATIFYING'
  /** It is signed. */
  | 'SIGNED'
  /** It was ended. */
  | 'TERMINATED';

/** An agreement in force, or parts of it, was put on hold. */
export type AgreementSuspendedInput = {
  /** The slug of the agreement; may be left out while the negotiation has only one. */
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

/** The agreement was ended. */
export type AgreementTerminatedInput = {
  /** The slug of the agreement; may be left out while the negotiation has only one. */
  agreement?: string | null | undefined;
  /** Who ended it. */
  by: string;
  /** From when, if not when it occurred. */
  effectiveFrom?: string | null | undefined;
  /** Why, as said. */
  reason?: string | null | undefined;
};

/** A number with its unit. */
export type AmountInput = {
  /** In what unit. */
  unit: string;
  /** How much. */
  value: number;
};

/** How sure it is, given how well dates are known. */
export type Answer =
  /** It is so, whichever of its possible dates is right. */
  | 'CERTAIN'
  /** The instant asked about lies inside the bounds of a date: it may or may not be so yet. */
  | 'POSSIBLE';

/** Events to be recorded together. */
export type AppendEventsInput = {
  /** Checks everything and writes nothing. */
  dryRun?: boolean | null | undefined;
  /** The events, in the order they are to be recorded. */
  events: Array<EventInput>;
  /** Refuses the append unless every stream named is at that revision. */
  expectedRevisions?: Array<ExpectedRevisionInput> | null | undefined;
  /** Sent again with the same events, the first result is returned. */
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

/** Which day to look at, and what counts as known on it. What is absent is now. */
export type AsOf = {
  /** The date asked about. */
  at?: string | null | undefined;
  /** Only what this log had recorded by then counts. */
  knownAt?: string | null | undefined;
  /** Only what the public could know by then counts. */
  publicAt?: string | null | undefined;
};

/** What-if: read as if these events were absent, or these were known. Nothing is written. */
export type Assumptions = {
  /** Events to read with, checked like real ones; they are marked as hypothetical in setBy. */
  with?: Array<EventInput> | null | undefined;
  /** Ids of events to read without. */
  without?: Array<string> | null | undefined;
};

/** Someone denied what another had said. */
export type ClaimDisputedInput = {
  /** Who denies it. */
  by: string;
  /** The claim, where no event reports it. */
  claim?: string | null | undefined;
  /** The event that reports the claim. */
  event?: string | null | undefined;
  /** What they say instead. */
  summary?: string | null | undefined;
};

/** An event was entered wrongly; each part given replaces that part whole. */
export type CorrectEventInput = {
  /** Further streams in whose history it is to appear. */
  also?: Array<string> | null | undefined;
  /** How firmly it is held. */
  certainty?: EventCertainty | null | undefined;
  /** Who says so; the desk's own word (INFERRED) when absent. */
  citing?: Array<SourceInput> | null | undefined;
  /** What it says, in the shape of its type. */
  data?: unknown;
  /** Checks everything, shows the warnings, and writes nothing. */
  dryRun?: boolean | null | undefined;
  /** The event it is about. */
  event: string;
  /** Refuses unless its stream is at this revision: someone may have written first. */
  expectedRevision?: number | null | undefined;
  /** Sent again with the same content, the first result is returned. */
  idempotencyKey?: string | null | undefined;
  /** When it happened. */
  occurred?: string | null | undefined;
  /** What was wrong. */
  reason: string;
  /** Who says so. */
  sources?: Array<SourceInput> | null | undefined;
  /** The IANA zone its dates are written in; its stream's own. */
  timeZone?: string | null | undefined;
};

/** How firmly the record holds an event. */
export type EventCertainty =
  /** A government or a legal act is behind it. */
  | 'CONFIRMED'
  /** Reports clash, or it is plainly mistaken. */
  | 'DISPUTED'
  /** Concluded from other things; it may have no source of its own. */
  | 'INFERRED'
  /** Someone reported it, and no one contradicts. */
  | 'REPORTED';

/** An event was entered wrongly; each part given replaces that part whole. */
export type EventCorrectedInput = {
  /** How firmly it is held. */
  certainty?: EventCertainty | null | undefined;
  /** What it says, in the shape of its type. */
  data?: unknown;
  /** The event it is about. */
  event: string;
  /** When it happened. */
  occurred?: string | null | undefined;
  /** What was wrong. */
  reason: string;
  /** Who says so. */
  sources?: Array<SourceInput> | null | undefined;
};

/** What an event says, under the key of its type: exactly one. */
export type EventDataInput =
  {   /** The parties finished negotiating the text. */
  agreementConcluded: AgreementConcludedInput; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never;   /** The agreement began to bind. */
  agreementEnteredIntoForce: AgreementEnteredIntoForceInput; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never;   /** An agreement that would have run out goes on. */
  agreementExtended: AgreementExtendedInput; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never;   /** A suspended agreement, or parts of it, applies again. */
  agreementResumed: AgreementResumedInput; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never;   /** The parties signed. */
  agreementSigned: AgreementSignedInput; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never;   /** An agreement in force, or parts of it, was put on hold. */
  agreementSuspended: AgreementSuspendedInput; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never;   /** The agreement was ended. */
  agreementTerminated: AgreementTerminatedInput; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never;   /** A group or territory was given a name. */
  areaDefined: AreaDefinedInput; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never;   /** Someone denied what another had said. */
  claimDisputed: ClaimDisputedInput; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never;   /** An event was entered wrongly; each part given replaces that part whole. */
  eventCorrected: EventCorrectedInput; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never;   /** An event should not have been entered; a retraction may itself be retracted. */
  eventRetracted: EventRetractedInput; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never;   /** Some goods were let off, wholly or to a reduced rate. */
  exemptionGranted: ExemptionGrantedInput; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never;   /** The parties agreed the outline of an agreement. */
  frameworkAgreed: FrameworkAgreedInput; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never;   /** An investigation that may lead to a measure moved on. */
  investigationStepTaken: InvestigationStepTakenInput; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never;   /** A legal act imposed a measure, or set its terms anew. */
  measureAdopted: MeasureAdoptedInput; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never;   /** A legal act changed some of the terms. */
  measureAmended: MeasureAmendedInput; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never;   /** A measure or a rate was announced without a legal act. */
  measureAnnounced: MeasureAnnouncedInput; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never;   /** A measure came to an end. */
  measureEnded: MeasureEndedInput; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never;   /** A suspended measure was put back. */
  measureResumed: MeasureResumedInput; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never;   /** A measure was put on hold; it returns by itself at the end, if one is given. */
  measureSuspended: MeasureSuspendedInput; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never;   /** Someone in power spoke of a measure. */
  measureThreatened: MeasureThreatenedInput; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never;   /** The parties met or spoke outside a numbered round. */
  meetingHeld: MeetingHeldInput; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never;   /** An area became a member of a group. */
  memberJoined: MemberJoinedInput; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never;   /** An area ceased to be a member of a group. */
  memberLeft: MemberLeftInput; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never;   /** The parties entered into negotiations, or relaunched them under new terms. */
  negotiationLaunched: NegotiationLaunchedInput; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never;   /** The negotiation was given another name. */
  negotiationRenamed: NegotiationRenamedInput; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never;   /** A further party joined the negotiation. */
  partyJoined: PartyJoinedInput; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never;   /** A party left the negotiation. */
  partyLeft: PartyLeftInput; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never;   /** A party withdrew from an agreement; the rest stay bound. */
  partyWithdrew: PartyWithdrewInput; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never;   /** An authority ordered its measures: the first that applies excludes the later ones. */
  precedenceSet: PrecedenceSetInput; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never;   /** A party took a step towards ratifying. */
  ratificationStepTaken: RatificationStepTakenInput; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never;   /** An authority reserved the right to answer a measure. */
  retaliationNotified: RetaliationNotifiedInput; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never;   /** A round of talks was held. */
  roundHeld: RoundHeldInput; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never;   /** A scheduled round was put off or called off. */
  roundPostponed: RoundPostponedInput; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never;   /** A round was given dates that had yet to come. */
  roundScheduled: RoundScheduledInput; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never;   /** Someone said how many rounds had been completed. */
  roundsReported: RoundsReportedInput; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never;   /** A further source was found for an event. */
  sourceAdded: SourceAddedInput; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never;   /** Someone looked through its sources and found nothing further. */
  sourcesChecked: SourcesCheckedInput; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never;   /** Someone said something about the negotiation. */
  statementMade: StatementMadeInput; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never;   /** Talks stopped for a time. */
  talksPaused: TalksPausedInput; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never;   /** Talks went on after a pause or an end. */
  talksResumed: TalksResumedInput; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never;   /** A party or both ended the talks. */
  talksTerminated: TalksTerminatedInput; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never;   /** A target was reached. */
  targetMet: TargetMetInput; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never;   /** A target was declared missed. */
  targetMissed: TargetMissedInput; targetSet?: never; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never;   /** A date was set for something, or moved. */
  targetSet: TargetSetInput; termsOfReferenceAgreed?: never; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never;   /** The parties agreed what the negotiation covers. */
  termsOfReferenceAgreed: TermsOfReferenceAgreedInput; trackOpened?: never; }
  |  { agreementConcluded?: never; agreementEnteredIntoForce?: never; agreementExtended?: never; agreementResumed?: never; agreementSigned?: never; agreementSuspended?: never; agreementTerminated?: never; areaDefined?: never; claimDisputed?: never; eventCorrected?: never; eventRetracted?: never; exemptionGranted?: never; frameworkAgreed?: never; investigationStepTaken?: never; measureAdopted?: never; measureAmended?: never; measureAnnounced?: never; measureEnded?: never; measureResumed?: never; measureSuspended?: never; measureThreatened?: never; meetingHeld?: never; memberJoined?: never; memberLeft?: never; negotiationLaunched?: never; negotiationRenamed?: never; partyJoined?: never; partyLeft?: never; partyWithdrew?: never; precedenceSet?: never; ratificationStepTaken?: never; retaliationNotified?: never; roundHeld?: never; roundPostponed?: never; roundScheduled?: never; roundsReported?: never; sourceAdded?: never; sourcesChecked?: never; statementMade?: never; talksPaused?: never; talksResumed?: never; talksTerminated?: never; targetMet?: never; targetMissed?: never; targetSet?: never; termsOfReferenceAgreed?: never;   /** A separate strand of the negotiation began. */
  trackOpened: TrackOpenedInput; };

/** An event to be recorded. */
export type EventInput = {
  /** Further streams in whose history it is to appear. */
  also?: Array<string> | null | undefined;
  /** How firmly it is held; REPORTED when absent. */
  certainty?: EventCertainty | null | undefined;
  /** What it says. */
  data: EventDataInput;
  /** A UUID; given by the log when absent. */
  id?: string | null | undefined;
  /** When it happened, as far as known. */
  occurred: string;
  /** Who says so: at least one, unless certainty is INFERRED. */
  sources?: Array<SourceInput> | null | undefined;
  /** What it belongs to: negotiation/<slug>, measure/<slug>, rulebook/<area> or area/<area>. */
  stream: string;
  /** The IANA zone its dates are written in; its stream's own when absent. */
  timeZone?: string | null | undefined;
};

/** An event should not have been entered; a retraction may itself be retracted. */
export type EventRetractedInput = {
  /** The event it is about. */
  event: string;
  /** Why. */
  reason: string;
};

/** Some goods were let off, wholly or to a reduced rate. */
export type ExemptionGrantedInput = {
  /** From when it bites. */
  effectiveFrom: string;
  /** Which goods. */
  goods: GoodsScopeInput;
  /** A reduced rate instead of none. */
  rate?: number | null | undefined;
  /** Whether duty already paid is refunded. */
  refunds?: boolean | null | undefined;
  /** Until when, exclusive. */
  until?: string | null | undefined;
};

/** Where a stream must be for the append to be carried out. */
export type ExpectedRevisionInput = {
  /** Its revision when you looked; 0 for one that does not exist yet. */
  revision: number;
  /** Which stream. */
  stream: string;
};

/** Whether it applies provisionally or for good. */
export type ForceMode =
  /** In force for good. */
  | 'DEFINITIVE'
  /** Applied before every party has ratified. */
  | 'PROVISIONAL';

/** Whether the parties call it a formal round. */
export type Formality =
  /** They do not. */
  | 'NO'
  /** It is not known whether they do. */
  | 'UNDETERMINED'
  /** The parties call it a formal round. */
  | 'YES';

/** The parties agreed the outline of an agreement. */
export type FrameworkAgreedInput = {
  /** The slug of the agreement; may be left out while the negotiation has only one. */
  agreement?: string | null | undefined;
  /** What it says, point by point. */
  terms?: Array<string> | null | undefined;
  /** What it is called. */
  title: string;
};

/** Goods that match every key given. */
export type GoodsCriteriaInput = {
  /** Uses the good is put to. */
  endUse?: Array<string> | null | undefined;
  /** HS prefixes. */
  hs?: Array<string> | null | undefined;
  /** Origin claims, such as USMCA. */
  origin?: Array<string> | null | undefined;
};

/** Goods that match every key given, less the exceptions. */
export type GoodsScopeInput = {
  /** Uses the good is put to. */
  endUse?: Array<string> | null | undefined;
  /** Goods left out. */
  except?: GoodsCriteriaInput | null | undefined;
  /** HS prefixes. */
  hs?: Array<string> | null | undefined;
  /** Origin claims, such as USMCA. */
  origin?: Array<string> | null | undefined;
};

/** Goods under way that keep the terms before. */
export type InTransitInput = {
  /** And entered before this. */
  enteredBefore?: string | null | undefined;
  /** Loaded for the final leg before this; absent means before the terms begin. */
  loadedBefore?: string | null | undefined;
};

/** An investigation that may lead to a measure moved on. */
export type InvestigationStepTakenInput = {
  /** The power it rests on. */
  legalBasis: string;
  /** The rate proposed, percent ad valorem. */
  proposedRate?: number | null | undefined;
  /** What happened. */
  step: string;
  /** What is investigated. */
  topic: string;
};

/** Why a layer of a duty applies, or does not. */
export type LayerReason =
  /** It only raises the total to a cap, or is at the cap already. */
  | 'CAPPED'
  /** The measure is over. */
  | 'ENDED'
  /** It is nothing where another measure applies. */
  | 'EXCLUDED'
  /** The good is let off, wholly or to a reduced rate. */
  | 'EXEMPT'
  /** It applies: the measure is in force on the good. */
  | 'IN_FORCE'
  /** The good was under way when the terms changed and keeps the terms before. */
  | 'IN_TRANSIT'
  /** It applies: the ordinary rate, as given in the question. */
  | 'MFN'
  /** The measure is adopted and not yet effective. */
  | 'NOT_YET'
  /** It was announced or threatened; there is no legal act. */
  | 'NO_INSTRUMENT'
  /** The measure is not on this good. */
  | 'OUT_OF_SCOPE'
  /** Another measure comes before it in the authority's order. */
  | 'PRECEDED'
  /** Another measure stands in lieu of it. */
  | 'REPLACED'
  /** The measure is on hold. */
  | 'SUSPENDED';

/** Who led a delegation. */
export type LeadInput = {
  /** Who led. */
  name: string;
  /** For whom. */
  party: string;
};

/** A legal act imposed a measure, or set its terms anew. */
export type MeasureAdoptedInput = {
  /** Whose goods; * for everyone. */
  affects: Array<string>;
  /** Raises MFN and itself to this total, never more. */
  capTotalAt?: number | null | undefined;
  /** From when it bites. */
  effectiveFrom: string;
  /** Measures that, where they apply, leave this one at nothing. */
  excludedBy?: Array<string> | null | undefined;
  /** Which goods; absent means all. */
  goods?: GoodsScopeInput | null | undefined;
  /** Who imposes it. */
  imposedBy: string;
  /** Goods under way that keep the terms before. */
  inTransit?: InTransitInput | null | undefined;
  /** The legal act. */
  instrument?: string | null | undefined;
  /** What it is said to be for. */
  kind: MeasureKind;
  /** The power it rests on. */
  legalBasis?: string | null | undefined;
  /** Percent ad valorem. */
  rate: number;
  /** Measures it stands in lieu of. */
  replaces?: Array<string> | null | undefined;
  /** The authority's zone; its country's when absent. */
  timeZone?: string | null | undefined;
  /** What it is called. */
  title: string;
  /** In lieu of the rate, on transshipment. */
  transshipmentRate?: number | null | undefined;
  /** Until when, exclusive. */
  until?: string | null | undefined;
};

/** A legal act changed some of the terms. */
export type MeasureAmendedInput = {
  /** Whose goods; * for everyone. */
  affects?: Array<string> | null | undefined;
  /** Raises MFN and itself to this total, never more. */
  capTotalAt?: number | null | undefined;
  /** From when it bites. */
  effectiveFrom: string;
  /** Measures that, where they apply, leave this one at nothing. */
  excludedBy?: Array<string> | null | undefined;
  /** Which goods; absent means all. */
  goods?: GoodsScopeInput | null | undefined;
  /** Goods under way that keep the terms before. */
  inTransit?: InTransitInput | null | undefined;
  /** The legal act. */
  instrument?: string | null | undefined;
  /** Percent ad valorem. */
  rate?: number | null | undefined;
  /** Measures it stands in lieu of. */
  replaces?: Array<string> | null | undefined;
  /** In lieu of the rate, on transshipment. */
  transshipmentRate?: number | null | undefined;
  /** Until when, exclusive. */
  until?: string | null | undefined;
};

/** A measure or a rate was announced without a legal act. */
export type MeasureAnnouncedInput = {
  /** Whose goods; * for everyone. */
  affects?: Array<string> | null | undefined;
  /** From when, as announced. */
  effectiveFrom?: string | null | undefined;
  /** Who would impose it. */
  imposedBy?: string | null | undefined;
  /** Percent ad valorem. */
  rate?: number | null | undefined;
  /** What was said. */
  summary?: string | null | undefined;
  /** What it is called. */
  title?: string | null | undefined;
};

/** A measure came to an end. */
export type MeasureEndedInput = {
  /** When collection ends. */
  effectiveFrom: string;
  /** How it ended. */
  how: MeasureEnding;
  /** When its legal basis fell, if earlier. */
  legalEffectFrom?: string | null | undefined;
  /** On what condition it would return. */
  snapback?: string | null | undefined;
};

/** How a measure ended. */
export type MeasureEnding =
  /** Its time ran out. */
  | 'EXPIRED'
  /** A court struck it down. */
  | 'INVALIDATED'
  /** Whoever imposed it took it away. */
  | 'LIFTED'
  /** Another measure took its place. */
  | 'REPLACED'
  /** It was taken back, as if it had not been imposed from then on. */
  | 'WITHDRAWN';

/** What a measure is said to be for. */
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

/** A suspended measure was put back. */
export type MeasureResumedInput = {
  /** From when it bites. */
  effectiveFrom: string;
};

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
  /** It is on hold, and returns by itself at the end if one is given. */
  | 'SUSPENDED'
  /** Someone in power spoke of it. */
  | 'THREATENED';

/** A measure was put on hold; it returns by itself at the end, if one is given. */
export type MeasureSuspendedInput = {
  /** From when it bites. */
  effectiveFrom: string;
  /** Until when, exclusive. */
  until?: string | null | undefined;
};

/** Someone in power spoke of a measure. */
export type MeasureThreatenedInput = {
  /** Whose goods; * for everyone. */
  affects?: Array<string> | null | undefined;
  /** Who would impose it. */
  imposedBy?: string | null | undefined;
  /** Percent ad valorem. */
  rate?: number | null | undefined;
  /** What was said. */
  summary?: string | null | undefined;
  /** What it is called. */
  title?: string | null | undefined;
};

/** The parties met or spoke outside a numbered round. */
export type MeetingHeldInput = {
  /** A meeting or a call. */
  kind?: MeetingKind | null | undefined;
  /** At what level. */
  level: MeetingLevel;
  /** Who took part. */
  participants?: Array<string> | null | undefined;
  /** Where. */
  place?: string | null | undefined;
  /** What it was about. */
  topics?: Array<string> | null | undefined;
  /** The track it belongs to. */
  track?: string | null | undefined;
};

/** In one place, or by telephone or video. */
export type MeetingKind =
  /** By telephone or video. */
  | 'CALL'
  /** In one place. */
  | 'MEETING';

/** Who met. */
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

/** The parties entered into negotiations, or relaunched them under new terms. */
export type NegotiationLaunchedInput = {
  /** The parties whose codes begin with x-: what they are called. */
  actors?: Array<ActorInput> | null | undefined;
  /** The agreement aimed at. */
  agreement?: string | null | undefined;
  /** What they set out to do. */
  mandate?: string | null | undefined;
  /** Who negotiates. */
  parties: Array<string>;
  /** The zone in which its dates are read. */
  timeZone?: string | null | undefined;
  /** The name of the negotiation. */
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

/** A party left the negotiation. */
export type PartyLeftInput = {
  /** From when, if not when it occurred. */
  effectiveFrom?: string | null | undefined;
  /** Who left. */
  party: string;
  /** Why, as said. */
  reason?: string | null | undefined;
};

/** A party withdrew from an agreement; the rest stay bound. */
export type PartyWithdrewInput = {
  /** The slug of the agreement; may be left out while the negotiation has only one. */
  agreement?: string | null | undefined;
  /** From when it is no longer bound. */
  effectiveFrom: string;
  /** Who withdrew. */
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
  /** From when the order holds. */
  effectiveFrom: string;
  /** The legal act. */
  instrument?: string | null | undefined;
  /** Groups of measures, first to last; within a group they add. */
  order: Array<Array<string>>;
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

/** A party took a step towards ratifying. */
export type RatificationStepTakenInput = {
  /** The slug of the agreement; may be left out while the negotiation has only one. */
  agreement?: string | null | undefined;
  /** Which body acted. */
  body: string;
  /** Where it leaves the ratification; ADVANCED when absent. */
  outcome?: RatificationOutcome | null | undefined;
  /** Which party. */
  party: string;
  /** What it did. */
  step: string;
  /** How it voted. */
  vote?: string | null | undefined;
};

/** An authority reserved the right to answer a measure. */
export type RetaliationNotifiedInput = {
  /** Against whom. */
  against: string;
  /** Who would retaliate. */
  by: string;
  /** The document. */
  document?: string | null | undefined;
  /** The duty it would collect. */
  dutyEquivalent?: AmountInput | null | undefined;
  /** Where it was notified. */
  forum?: string | null | undefined;
};

/** An event should not have been entered; a retraction may itself be retracted. */
export type RetractEventInput = {
  /** Further streams in whose history it is to appear. */
  also?: Array<string> | null | undefined;
  /** How firmly it is held; REPORTED when absent. */
  certainty?: EventCertainty | null | undefined;
  /** Who says so; the desk's own word (INFERRED) when absent. */
  citing?: Array<SourceInput> | null | undefined;
  /** Checks everything, shows the warnings, and writes nothing. */
  dryRun?: boolean | null | undefined;
  /** The event it is about. */
  event: string;
  /** Refuses unless its stream is at this revision: someone may have written first. */
  expectedRevision?: number | null | undefined;
  /** Sent again with the same content, the first result is returned. */
  idempotencyKey?: string | null | undefined;
  /** When it happened, as far as known; today in the zone of its stream when absent. */
  occurred?: string | null | undefined;
  /** Why. */
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
  /** Who led each delegation. */
  leads?: Array<LeadInput> | null | undefined;
  /** In person, by video, by call. */
  mode?: string | null | undefined;
  /** The part that continues the round, from 2: INC-5.2 is round 5, part 2. */
  part?: number | null | undefined;
  /** Where. */
  place?: string | null | undefined;
  /** Its number, where it has one. */
  round?: number | null | undefined;
  /** What it was about. */
  topics?: Array<string> | null | undefined;
  /** The track it belongs to. */
  track?: string | null | undefined;
};

/** A scheduled round was put off or called off. */
export type RoundPostponedInput = {
  /** The part that continues the round, from 2: INC-5.2 is round 5, part 2. */
  part?: number | null | undefined;
  /** Why, as said. */
  reason?: string | null | undefined;
  /** Its number, where it has one. */
  round?: number | null | undefined;
  /** When it is to be held now; absent when no one said. */
  to?: string | null | undefined;
  /** The track it belongs to. */
  track?: string | null | undefined;
  /** When it was to be held. */
  was: string;
};

/** A round was given dates that had yet to come. */
export type RoundScheduledInput = {
  /** When it is to be held. */
  dates: string;
  /** In person, by video, by call. */
  mode?: string | null | undefined;
  /** The part that continues the round, from 2: INC-5.2 is round 5, part 2. */
  part?: number | null | undefined;
  /** Where. */
  place?: string | null | undefined;
  /** Its number, where it has one. */
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
  /** It was put off or called off. */
  | 'POSTPONED'
  /** It was given dates and nothing says yet that it was held. */
  | 'SCHEDULED';

/** Someone said how many rounds had been completed. */
export type RoundsReportedInput = {
  /** Who counted. */
  by?: string | null | undefined;
  /** How many. */
  count: number;
  /** How they counted. */
  rule?: string | null | undefined;
  /** Rounds of what. */
  scope?: string | null | undefined;
  /** The track it belongs to. */
  track?: string | null | undefined;
};

/** A further source was found for an event. */
export type SourceAddedInput = {
  /** The event it is about. */
  event: string;
  /** Who else says so. */
  sources: Array<SourceInput>;
};

/** Who says so, where, and since when the public could know. */
export type SourceInput = {
  /** What it is. */
  kind: SourceKind;
  /** When the public could first know: EDTF or an instant; a date means its close. */
  published?: string | null | undefined;
  /** Who published it. */
  publisher?: string | null | undefined;
  /** A few words of it, verbatim. */
  quote?: string | null | undefined;
  /** Its title, or the name of the instrument. */
  title?: string | null | undefined;
  /** Where it can be read. */
  url?: string | null | undefined;
  /** What it was known through, when not seen itself. */
  via?: string | null | undefined;
};

/** What a source is. Evidence ranks in this order. */
export type SourceKind =
  /** A collection of data that names no source. */
  | 'DATASET'
  /** How an authority carries the act out. */
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
  /** It points away from agreement. */
  | 'NEGATIVE'
  /** It points neither way. */
  | 'NEUTRAL'
  /** It points towards agreement. */
  | 'POSITIVE';

/** Someone said something about the negotiation. */
export type StatementMadeInput = {
  /** What it concerns: slugs of targets or measures, or plain words. */
  about?: Array<string> | null | undefined;
  /** For whom. */
  onBehalfOf?: string | null | undefined;
  /** A few words, verbatim. */
  quote?: string | null | undefined;
  /** In what role, at the time. */
  role?: string | null | undefined;
  /** Who spoke. */
  speaker: string;
  /** Whether it points towards agreement. */
  stance?: Stance | null | undefined;
  /** What was said, in the words of this record. */
  summary: string;
  /** Where or on what occasion. */
  venue?: string | null | undefined;
};

/** Talks stopped for a time. */
export type TalksPausedInput = {
  /** When they were expected to go on. */
  expectedResume?: string | null | undefined;
  /** Why, as said. */
  reason?: string | null | undefined;
  /** Which talks. */
  scope: TalksScope;
  /** The only track that stopped; absent means the talks as a whole. */
  track?: string | null | undefined;
};

/** Talks went on after a pause or an end. */
export type TalksResumedInput = {
  /** Why, as said. */
  reason?: string | null | undefined;
  /** Whether it reopens what had been agreed. */
  reopens?: boolean | null | undefined;
  /** Which talks; absent means all that had stopped. */
  scope?: TalksScope | null | undefined;
  /** The only track that went on. */
  track?: string | null | undefined;
};

/** Which talks a pause or a resumption concerns. */
export type TalksScope =
  /** All talks. */
  | 'ALL'
  /** Formal rounds only; other contacts go on. */
  | 'FORMAL_ROUNDS'
  /** Meetings in one place only; calls go on. */
  | 'IN_PERSON';

/** A party or both ended the talks. */
export type TalksTerminatedInput = {
  /** Who ended them. */
  by?: string | null | undefined;
  /** Why, as said. */
  reason?: string | null | undefined;
};

/** What missing it would mean. */
export type TargetKind =
  /** A date by which it must be done, as the parties said. */
  | 'DEADLINE'
  /** A date set by law. */
  | 'LEGAL_LIMIT'
  /** A goal; missing it has no consequence of its own. */
  | 'TARGET';

/** A target was reached. */
export type TargetMetInput = {
  /** The slug by which the target is known. */
  target: string;
};

/** A target was declared missed. */
export type TargetMissedInput = {
  /** The slug by which the target is known. */
  target: string;
};

/** How one side or outlet reads an ambiguous due date. */
export type TargetReadingInput = {
  /** Who reads it so. */
  by: string;
  /** When, as they read it. */
  due: string;
};

/** A date was set for something, or moved. */
export type TargetSetInput = {
  /** By when. */
  due: string;
  /** How binding it is. */
  kind: TargetKind;
  /** Competing readings of the date. */
  readings?: Array<TargetReadingInput> | null | undefined;
  /** The slug by which the target is known. */
  target: string;
  /** The track it belongs to. */
  track?: string | null | undefined;
  /** The unit of the amount. */
  unit?: string | null | undefined;
  /** The amount aimed at, where there is one. */
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

/** The parties agreed what the negotiation covers. */
export type TermsOfReferenceAgreedInput = {
  /** How many chapters it covers. */
  chapters?: number | null | undefined;
  /** The document that says so. */
  document?: string | null | undefined;
};

/** A separate strand of the negotiation began. */
export type TrackOpenedInput = {
  /** What it covers. */
  scope?: string | null | undefined;
  /** What it is called. */
  title: string;
  /** A short name other events refer to. */
  track: string;
};

export type CardQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
}>;


export type CardQuery = { negotiation: { slug: string, title: string, view: { at: string, knownAt: string, publicAt: string | null, position: number }, parties: Array<{ code: string, name: string }>, phase: { value: Phase, since: string, certainty: Answer }, activity: { value: ActivityState, scope: TalksScope | null, certainty: Answer }, targets: Array<{ slug: string, what: string, due: string, status: TargetStatus }>, rounds: Array<{ number: number | null, dates: string, place: string | null, status: RoundStatus }>, meetings: Array<{ dates: string, level: MeetingLevel }>, agreements: Array<{ title: string, inForceFrom: string | null }>, duties: Array<{ imposedBy: string, on: string, total: number, disputed: boolean, pending: Array<{ at: string, total: number }> }> } | null };

export type ConsequencesQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
  assuming?: Assumptions | null | undefined;
}>;


export type ConsequencesQuery = { negotiation: { slug: string, title: string, roundsCompleted: { reported: number | null, counted: number, disputed: boolean }, rounds: Array<{ track: string | null, number: number | null, dates: string, place: string | null, status: RoundStatus }>, meetings: Array<{ place: string | null, dates: string, level: MeetingLevel }>, pauses: Array<{ from: string, to: string | null, scope: TalksScope }>, statements: { totalCount: number }, targets: Array<{ slips: number, slug: string, what: string, due: string, status: TargetStatus }>, agreements: Array<{ status: AgreementStatus, since: string, title: string, inForceFrom: string | null }>, measures: Array<{ slug: string, title: string, status: MeasureStatus, certainty: Answer, rate: number | null, announcedRate: number | null, pending: Array<{ rate: number, from: string }> }>, findings: Array<{ code: string, message: string }>, parties: Array<{ code: string, name: string }>, phase: { value: Phase, since: string, certainty: Answer }, activity: { value: ActivityState, scope: TalksScope | null, certainty: Answer }, duties: Array<{ imposedBy: string, on: string, total: number, disputed: boolean, pending: Array<{ at: string, total: number }> }> } | null };

export type CourseQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
  assuming?: Assumptions | null | undefined;
  to?: string | null | undefined;
}>;


export type CourseQuery = { negotiation: { timeline: Array<{ at: string, changes: Array<{ path: string, after: unknown }> }> } | null };

export type DiffQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
  assuming?: Assumptions | null | undefined;
  to: AsOf;
}>;


export type DiffQuery = { negotiation: { diff: { from: { at: string, knownAt: string, publicAt: string | null }, to: { at: string, knownAt: string, publicAt: string | null }, changes: Array<{ path: string, before: unknown, after: unknown, causedBy: Array<
          | { id: string }
          | { id: string }
          | { id: string }
        > }> } } | null };

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

type Entered_Q82gApP3Iu2RznQz0ZlpuEadZRbh8CzzJsH524GqM_Fragment = { id: string, type: string, stream: string, also: Array<string>, position: number, revision: number, occurred: string, timeZone: string | null, certainty: EventCertainty, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> };

type Entered_FqSh2H8FlXzKz4noGgdE8iMIhXoh0bunFz0O3e4_Fragment = { id: string, type: string, stream: string, also: Array<string>, position: number, revision: number, occurred: string, timeZone: string | null, certainty: EventCertainty, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> };

type Entered_CbPPrXrpy3YTpaM4HfFYoQlnzinjFnjbe0cAjOtFyfc_Fragment = { id: string, type: string, stream: string, also: Array<string>, position: number, revision: number, occurred: string, timeZone: string | null, certainty: EventCertainty, data: unknown, sources: Array<{ kind: SourceKind, publisher: string | null, title: string | null, url: string | null, published: string | null, quote: string | null, via: string | null }> };

export type EnteredFragment =
  | Entered_Q82gApP3Iu2RznQz0ZlpuEadZRbh8CzzJsH524GqM_Fragment
  | Entered_FqSh2H8FlXzKz4noGgdE8iMIhXoh0bunFz0O3e4_Fragment
  | Entered_CbPPrXrpy3YTpaM4HfFYoQlnzinjFnjbe0cAjOtFyfc_Fragment
;

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


export type ExplainQuery = { negotiation: { explain: Array<{ value: unknown, certainty: EventCertainty, current: boolean, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
      , alsoBy: Array<
        | { id: string }
        | { id: string }
        | { id: string }
      > }> } | null };

export type HappeningsQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
  after?: string | null | undefined;
  isFirst: boolean;
}>;


export type HappeningsQuery = { negotiation: { events: { edges: Array<{ node:
          | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null }> }
          | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null }> }
          | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null }> }
          | { rate: number | null, id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null }> }
         }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, launches: { edges: Array<{ node: { dataTimeZone: string | null } }> }, measures?: Array<{ slug: string, imposedBy: string, affects: Array<string>, events: { edges: Array<{ node:
            | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null }> }
            | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null }> }
            | { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null }> }
            | { rate: number | null, id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null }> }
           }> } }> } | null };

type Mark_IwVmzNudkYt4wzdmngOplniPihZsEiggT0e6fG8Zs_Fragment = { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null }> };

type Mark_YwBzOjDKshqgJDy1Wc1KvRdbOlt6s0wdPt9wnxUWg_Fragment = { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null }> };

type Mark_HaDhDg39wZsgl4vyXehlniJfqNsQa8oQsg4ap4JslY_Fragment = { id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null }> };

type Mark_MeasureAnnounced_MeasureThreatened_Fragment = { rate: number | null, id: string, type: string, occurred: string, recordedAt: string, certainty: EventCertainty, retracted: boolean, summary: string, sources: Array<{ published: string | null }> };

export type MarkFragment =
  | Mark_IwVmzNudkYt4wzdmngOplniPihZsEiggT0e6fG8Zs_Fragment
  | Mark_YwBzOjDKshqgJDy1Wc1KvRdbOlt6s0wdPt9wnxUWg_Fragment
  | Mark_HaDhDg39wZsgl4vyXehlniJfqNsQa8oQsg4ap4JslY_Fragment
  | Mark_MeasureAnnounced_MeasureThreatened_Fragment
;

export type HeadQueryVariables = Exact<{ [key: string]: never; }>;


export type HeadQuery = { log: { headPosition: number, headRecordedAt: string | null } };

export type HeadlineQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
  assuming?: Assumptions | null | undefined;
}>;


export type HeadlineQuery = { negotiation: { slug: string, title: string, phase: { value: Phase, since: string, certainty: Answer }, activity: { value: ActivityState, scope: TalksScope | null, since: string, certainty: Answer } } | null };

export type NegotiationListQueryVariables = Exact<{
  asOf?: AsOf | null | undefined;
  after?: string | null | undefined;
}>;


export type NegotiationListQuery = { negotiations: { edges: Array<{ node: { slug: string, title: string, measures: Array<{ slug: string }>, begun: { edges: Array<{ node:
              | { occurred: string }
              | { occurred: string }
              | { occurred: string }
             }> }, lately: { edges: Array<{ node:
              | { id: string, type: string, occurred: string, retracted: boolean, summary: string }
              | { id: string, type: string, occurred: string, retracted: boolean, summary: string }
              | { id: string, type: string, occurred: string, retracted: boolean, summary: string }
             }> }, parties: Array<{ code: string, name: string }>, phase: { value: Phase, since: string, certainty: Answer }, activity: { value: ActivityState, scope: TalksScope | null, certainty: Answer }, targets: Array<{ slug: string, what: string, due: string, status: TargetStatus }>, rounds: Array<{ number: number | null, dates: string, place: string | null, status: RoundStatus }>, meetings: Array<{ dates: string, level: MeetingLevel }>, agreements: Array<{ title: string, inForceFrom: string | null }>, duties: Array<{ imposedBy: string, on: string, total: number, disputed: boolean, pending: Array<{ at: string, total: number }> }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PictureQueryVariables = Exact<{
  slug: string;
  asOf?: AsOf | null | undefined;
  assuming?: Assumptions | null | undefined;
}>;


export type PictureQuery = { negotiation: { slug: string, title: string, rtaStatus: string, view: { at: string, knownAt: string, publicAt: string | null, position: number }, parties: Array<{ code: string, name: string }>, phase: { value: Phase, since: string, certainty: Answer, setBy:
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
       }, pauses: Array<{ from: string, to: string | null, scope: TalksScope, reason: string | null, days: { min: number | null, max: number | null }, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
      , endedBy:
        | { id: string }
        | { id: string }
        | { id: string }
       | null }>, rounds: Array<{ number: number | null, part: number | null, track: string | null, dates: string, place: string | null, formal: Formality | null, status: RoundStatus, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
       }>, roundsCompleted: { reported: number | null, counted: number, disputed: boolean, reports: Array<{ count: number, by: string | null, rule: string | null, setBy:
          | { id: string }
          | { id: string }
          | { id: string }
         }> }, meetings: Array<{ dates: string, kind: MeetingKind | null, level: MeetingLevel, place: string | null, topics: Array<string>, setBy:
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
         }>, readings: Array<{ due: string, by: string, status: TargetStatus }>, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
       }>, agreements: Array<{ title: string, status: AgreementStatus, since: string, inForceFrom: string | null, provisional: boolean, signatories: Array<string>, terms: Array<string>, ratification: Array<{ party: string, step: string, body: string, vote: string | null, setBy:
          | { id: string }
          | { id: string }
          | { id: string }
         }>, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
       }>, measures: Array<{ slug: string, title: string, imposedBy: string, affects: Array<string>, kind: string | null, status: MeasureStatus, certainty: Answer, rate: number | null, announcedRate: number | null, endedHow: string | null, lawful: boolean, terms: Array<{ rate: number, from: string, until: string | null, status: MeasureStatus, setBy:
          | { id: string }
          | { id: string }
          | { id: string }
         }>, pending: Array<{ rate: number, from: string, until: string | null, status: MeasureStatus, setBy:
          | { id: string }
          | { id: string }
          | { id: string }
         }>, setBy:
        | { id: string }
        | { id: string }
        | { id: string }
       }>, duties: Array<{ imposedBy: string, on: string, total: number, disputed: boolean, layers: Array<{ rate: number | null, applies: boolean, reason: LayerReason, measure: { slug: string, title: string } | null, setBy:
          | { id: string }
          | { id: string }
          | { id: string }
         | null }>, pending: Array<{ at: string, total: number, measure: { slug: string, title: string } | null, setBy:
          | { id: string }
          | { id: string }
          | { id: string }
         }>, schedule: Array<{ from: string, until: string | null, total: number }> }>, findings: Array<{ code: string, message: string, events: Array<
        | { id: string }
        | { id: string }
        | { id: string }
      > }> } | null };

export type PhaseLineFragment = { value: Phase, since: string, certainty: Answer, setBy:
    | { id: string }
    | { id: string }
    | { id: string }
   };

export type TermFragment = { rate: number, from: string, until: string | null, status: MeasureStatus, setBy:
    | { id: string }
    | { id: string }
    | { id: string }
   };

export type RecentQueryVariables = Exact<{ [key: string]: never; }>;


export type RecentQuery = { negotiations: { edges: Array<{ node: { slug: string, title: string, parties: Array<{ code: string }> } }> }, measures: { edges: Array<{ node: { slug: string, title: string } }> }, events: { edges: Array<{ node:
        | { id: string, type: string, stream: string, occurred: string, summary: string, data: unknown, sources: Array<{ publisher: string | null }> }
        | { id: string, type: string, stream: string, occurred: string, summary: string, data: unknown, sources: Array<{ publisher: string | null }> }
        | { id: string, type: string, stream: string, occurred: string, summary: string, data: unknown, sources: Array<{ publisher: string | null }> }
       }> } };

export type RecordedSubscriptionVariables = Exact<{
  after: string;
}>;


export type RecordedSubscription = { events:
    | { id: string, cursor: string, stream: string, also: Array<string>, type: string, summary: string }
    | { id: string, cursor: string, stream: string, also: Array<string>, type: string, summary: string }
    | { id: string, cursor: string, stream: string, also: Array<string>, type: string, summary: string }
   };

export type SaidQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type SaidQuery = { nodes: Array<
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

export type SearchQueryVariables = Exact<{
  text: string;
  after?: string | null | undefined;
}>;


export type SearchQuery = { events: { edges: Array<{ node:
        | { id: string, type: string, stream: string, also: Array<string>, occurred: string, retracted: boolean, summary: string }
        | { id: string, type: string, stream: string, also: Array<string>, occurred: string, retracted: boolean, summary: string }
        | { id: string, type: string, stream: string, also: Array<string>, occurred: string, retracted: boolean, summary: string }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type StandingFragment = { slug: string, title: string, parties: Array<{ code: string, name: string }>, phase: { value: Phase, since: string, certainty: Answer }, activity: { value: ActivityState, scope: TalksScope | null, certainty: Answer }, targets: Array<{ slug: string, what: string, due: string, status: TargetStatus }>, rounds: Array<{ number: number | null, dates: string, place: string | null, status: RoundStatus }>, meetings: Array<{ dates: string, level: MeetingLevel }>, agreements: Array<{ title: string, inForceFrom: string | null }>, duties: Array<{ imposedBy: string, on: string, total: number, disputed: boolean, pending: Array<{ at: string, total: number }> }> };

export type StreamEndQueryVariables = Exact<{
  stream: string;
}>;


export type StreamEndQuery = { events: { edges: Array<{ node:
        | { id: string, type: string, stream: string, revision: number, occurred: string, recordedAt: string, recordedBy: string | null, summary: string, sources: Array<{ publisher: string | null, title: string | null }> }
        | { id: string, type: string, stream: string, revision: number, occurred: string, recordedAt: string, recordedBy: string | null, summary: string, sources: Array<{ publisher: string | null, title: string | null }> }
        | { id: string, type: string, stream: string, revision: number, occurred: string, recordedAt: string, recordedBy: string | null, summary: string, sources: Array<{ publisher: string | null, title: string | null }> }
       }> } };

export type AppendEventsMutationVariables = Exact<{
  input: AppendEventsInput;
}>;


export type AppendEventsMutation = { appendEvents:
    | { repeated: boolean, events: Array<
        | { id: string, stream: string, revision: number, position: number, summary: string }
        | { id: string, stream: string, revision: number, position: number, summary: string }
        | { id: string, stream: string, revision: number, position: number, summary: string }
      >, findings: Array<{ code: string, message: string, events: Array<
          | { id: string, summary: string }
          | { id: string, summary: string }
          | { id: string, summary: string }
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
        | { id: string, stream: string, revision: number, position: number, summary: string }
        | { id: string, stream: string, revision: number, position: number, summary: string }
        | { id: string, stream: string, revision: number, position: number, summary: string }
      >, findings: Array<{ code: string, message: string, events: Array<
          | { id: string, summary: string }
          | { id: string, summary: string }
          | { id: string, summary: string }
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
        | { id: string, stream: string, revision: number, position: number, summary: string }
        | { id: string, stream: string, revision: number, position: number, summary: string }
        | { id: string, stream: string, revision: number, position: number, summary: string }
      >, findings: Array<{ code: string, message: string, events: Array<
          | { id: string, summary: string }
          | { id: string, summary: string }
          | { id: string, summary: string }
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
        | { id: string, stream: string, revision: number, position: number, summary: string }
        | { id: string, stream: string, revision: number, position: number, summary: string }
        | { id: string, stream: string, revision: number, position: number, summary: string }
      >, findings: Array<{ code: string, message: string, events: Array<
          | { id: string, summary: string }
          | { id: string, summary: string }
          | { id: string, summary: string }
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

type Written_Q82gApP3Iu2RznQz0ZlpuEadZRbh8CzzJsH524GqM_Fragment = { id: string, stream: string, revision: number, position: number, summary: string };

type Written_FqSh2H8FlXzKz4noGgdE8iMIhXoh0bunFz0O3e4_Fragment = { id: string, stream: string, revision: number, position: number, summary: string };

type Written_CbPPrXrpy3YTpaM4HfFYoQlnzinjFnjbe0cAjOtFyfc_Fragment = { id: string, stream: string, revision: number, position: number, summary: string };

export type WrittenFragment =
  | Written_Q82gApP3Iu2RznQz0ZlpuEadZRbh8CzzJsH524GqM_Fragment
  | Written_FqSh2H8FlXzKz4noGgdE8iMIhXoh0bunFz0O3e4_Fragment
  | Written_CbPPrXrpy3YTpaM4HfFYoQlnzinjFnjbe0cAjOtFyfc_Fragment
;

export type WarningFragment = { code: string, message: string, events: Array<
    | { id: string, summary: string }
    | { id: string, summary: string }
    | { id: string, summary: string }
  > };

type Refused_ForbiddenError_IdempotencyConflictError_NotFoundError_Fragment = (
  { code: string, message: string }
  & { __typename: 'ForbiddenError' | 'IdempotencyConflictError' | 'NotFoundError' }
);

type Refused_RevisionConflictError_Fragment = (
  { stream: string, expected: number, actual: number, code: string, message: string }
  & { __typename: 'RevisionConflictError' }
);

type Refused_ValidationError_Fragment = (
  { code: string, message: string, problems: Array<{ path: string, message: string }> }
  & { __typename: 'ValidationError' }
);

export type RefusedFragment =
  | Refused_ForbiddenError_IdempotencyConflictError_NotFoundError_Fragment
  | Refused_RevisionConflictError_Fragment
  | Refused_ValidationError_Fragment
;

export const EnteredFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entered"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"stream"}},{"kind":"Field","name":{"kind":"Name","value":"also"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"occurred"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"publisher"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"published"}},{"kind":"Field","name":{"kind":"Name","value":"quote"}},{"kind":"Field","name":{"kind":"Name","value":"via"}}]}}]}}]} as unknown as DocumentNode<EnteredFragment, unknown>;
export const MarkFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Mark"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"occurred"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}},{"kind":"Field","name":{"kind":"Name","value":"retracted"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"published"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MeasureAnnounced"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rate"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MeasureThreatened"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rate"}}]}}]}}]} as unknown as DocumentNode<MarkFragment, unknown>;
export const PhaseLineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PhaseLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PhaseSpan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<PhaseLineFragment, unknown>;
export const TermFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Term"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MeasureTerm"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<TermFragment, unknown>;
export const StandingFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Negotiation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"parties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"phase"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}}]}},{"kind":"Field","name":{"kind":"Name","value":"activity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}}]}},{"kind":"Field","name":{"kind":"Name","value":"targets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"what"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rounds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"dates"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"meetings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dates"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}}]}},{"kind":"Field","name":{"kind":"Name","value":"duties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"imposedBy"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"disputed"}},{"kind":"Field","name":{"kind":"Name","value":"pending"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"total"}}]}}]}}]}}]} as unknown as DocumentNode<StandingFragment, unknown>;
export const WrittenFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Written"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"stream"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]} as unknown as DocumentNode<WrittenFragment, unknown>;
export const WarningFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Warning"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Finding"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]}}]} as unknown as DocumentNode<WarningFragment, unknown>;
export const RefusedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stream"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<RefusedFragment, unknown>;
export const CardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Card"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"negotiation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"view"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"knownAt"}},{"kind":"Field","name":{"kind":"Name","value":"publicAt"}},{"kind":"Field","name":{"kind":"Name","value":"position"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Standing"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Negotiation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"parties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"phase"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}}]}},{"kind":"Field","name":{"kind":"Name","value":"activity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}}]}},{"kind":"Field","name":{"kind":"Name","value":"targets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"what"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rounds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"dates"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"meetings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dates"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}}]}},{"kind":"Field","name":{"kind":"Name","value":"duties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"imposedBy"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"disputed"}},{"kind":"Field","name":{"kind":"Name","value":"pending"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"total"}}]}}]}}]}}]} as unknown as DocumentNode<CardQuery, CardQueryVariables>;
export const ConsequencesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Consequences"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"assuming"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Assumptions"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"negotiation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}},{"kind":"Argument","name":{"kind":"Name","value":"assuming"},"value":{"kind":"Variable","name":{"kind":"Name","value":"assuming"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Standing"}},{"kind":"Field","name":{"kind":"Name","value":"roundsCompleted"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reported"}},{"kind":"Field","name":{"kind":"Name","value":"counted"}},{"kind":"Field","name":{"kind":"Name","value":"disputed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rounds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"track"}}]}},{"kind":"Field","name":{"kind":"Name","value":"meetings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"place"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pauses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"targets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slips"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"announcedRate"}},{"kind":"Field","name":{"kind":"Name","value":"pending"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"from"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Negotiation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"parties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"phase"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}}]}},{"kind":"Field","name":{"kind":"Name","value":"activity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}}]}},{"kind":"Field","name":{"kind":"Name","value":"targets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"what"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rounds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"dates"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"meetings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dates"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}}]}},{"kind":"Field","name":{"kind":"Name","value":"duties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"imposedBy"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"disputed"}},{"kind":"Field","name":{"kind":"Name","value":"pending"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"total"}}]}}]}}]}}]} as unknown as DocumentNode<ConsequencesQuery, ConsequencesQueryVariables>;
export const CourseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Course"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"assuming"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Assumptions"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TimePoint"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"negotiation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}},{"kind":"Argument","name":{"kind":"Name","value":"assuming"},"value":{"kind":"Variable","name":{"kind":"Name","value":"assuming"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CourseQuery, CourseQueryVariables>;
export const DiffDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Diff"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"assuming"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Assumptions"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"negotiation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}},{"kind":"Argument","name":{"kind":"Name","value":"assuming"},"value":{"kind":"Variable","name":{"kind":"Name","value":"assuming"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"diff"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"knownAt"}},{"kind":"Field","name":{"kind":"Name","value":"publicAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"knownAt"}},{"kind":"Field","name":{"kind":"Name","value":"publicAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"causedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<DiffQuery, DiffQueryVariables>;
export const EventInFullDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EventInFull"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entered"}},{"kind":"Field","name":{"kind":"Name","value":"retracted"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"corrections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entered"}},{"kind":"Field","name":{"kind":"Name","value":"retracted"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entered"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"stream"}},{"kind":"Field","name":{"kind":"Name","value":"also"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"occurred"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"publisher"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"published"}},{"kind":"Field","name":{"kind":"Name","value":"quote"}},{"kind":"Field","name":{"kind":"Name","value":"via"}}]}}]}}]} as unknown as DocumentNode<EventInFullQuery, EventInFullQueryVariables>;
export const EventsOfDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EventsOf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"streams"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"streams"},"value":{"kind":"Variable","name":{"kind":"Name","value":"streams"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"EnumValue","value":"POSITION_ASC"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"500"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"occurred"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"retracted"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<EventsOfQuery, EventsOfQueryVariables>;
export const ExplainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Explain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"assuming"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Assumptions"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"negotiation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}},{"kind":"Argument","name":{"kind":"Name","value":"assuming"},"value":{"kind":"Variable","name":{"kind":"Name","value":"assuming"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}},{"kind":"Field","name":{"kind":"Name","value":"current"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"alsoBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ExplainQuery, ExplainQueryVariables>;
export const HappeningsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Happenings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"isFirst"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"negotiation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"500"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"EnumValue","value":"POSITION_ASC"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Mark"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"launches"},"name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"types"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"NegotiationLaunched","block":false}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NegotiationLaunched"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataTimeZone"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"isFirst"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"imposedBy"}},{"kind":"Field","name":{"kind":"Name","value":"affects"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Mark"}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Mark"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"occurred"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}},{"kind":"Field","name":{"kind":"Name","value":"retracted"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"published"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MeasureAnnounced"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rate"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MeasureThreatened"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rate"}}]}}]}}]} as unknown as DocumentNode<HappeningsQuery, HappeningsQueryVariables>;
export const HeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Head"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"log"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"headPosition"}},{"kind":"Field","name":{"kind":"Name","value":"headRecordedAt"}}]}}]}}]} as unknown as DocumentNode<HeadQuery, HeadQueryVariables>;
export const HeadlineDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Headline"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"assuming"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Assumptions"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"negotiation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}},{"kind":"Argument","name":{"kind":"Name","value":"assuming"},"value":{"kind":"Variable","name":{"kind":"Name","value":"assuming"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"phase"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}}]}},{"kind":"Field","name":{"kind":"Name","value":"activity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}}]}}]}}]}}]} as unknown as DocumentNode<HeadlineQuery, HeadlineQueryVariables>;
export const NegotiationListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NegotiationList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"negotiations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Standing"}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"begun"},"name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"EnumValue","value":"OCCURRED_ASC"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"occurred"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"lately"},"name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"EnumValue","value":"OCCURRED_DESC"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"occurred"}},{"kind":"Field","name":{"kind":"Name","value":"retracted"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Negotiation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"parties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"phase"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}}]}},{"kind":"Field","name":{"kind":"Name","value":"activity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}}]}},{"kind":"Field","name":{"kind":"Name","value":"targets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"what"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rounds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"dates"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"meetings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dates"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}}]}},{"kind":"Field","name":{"kind":"Name","value":"duties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"imposedBy"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"disputed"}},{"kind":"Field","name":{"kind":"Name","value":"pending"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"total"}}]}}]}}]}}]} as unknown as DocumentNode<NegotiationListQuery, NegotiationListQueryVariables>;
export const PictureDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Picture"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AsOf"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"assuming"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Assumptions"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"negotiation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}},{"kind":"Argument","name":{"kind":"Name","value":"assuming"},"value":{"kind":"Variable","name":{"kind":"Name","value":"assuming"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"rtaStatus"}},{"kind":"Field","name":{"kind":"Name","value":"view"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"knownAt"}},{"kind":"Field","name":{"kind":"Name","value":"publicAt"}},{"kind":"Field","name":{"kind":"Name","value":"position"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"phase"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PhaseLine"}}]}},{"kind":"Field","name":{"kind":"Name","value":"phases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PhaseLine"}}]}},{"kind":"Field","name":{"kind":"Name","value":"activity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pauses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"days"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}}]}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"rounds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"track"}},{"kind":"Field","name":{"kind":"Name","value":"dates"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"formal"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"roundsCompleted"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reported"}},{"kind":"Field","name":{"kind":"Name","value":"counted"}},{"kind":"Field","name":{"kind":"Name","value":"disputed"}},{"kind":"Field","name":{"kind":"Name","value":"reports"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"meetings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dates"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"topics"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"30"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"occurred"}},{"kind":"Field","name":{"kind":"Name","value":"speaker"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"onBehalfOf"}},{"kind":"Field","name":{"kind":"Name","value":"stance"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"quote"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}},{"kind":"Field","name":{"kind":"Name","value":"disputedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"targets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"what"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"slips"}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"readings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"provisional"}},{"kind":"Field","name":{"kind":"Name","value":"signatories"}},{"kind":"Field","name":{"kind":"Name","value":"terms"}},{"kind":"Field","name":{"kind":"Name","value":"ratification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"party"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"vote"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"imposedBy"}},{"kind":"Field","name":{"kind":"Name","value":"affects"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"announcedRate"}},{"kind":"Field","name":{"kind":"Name","value":"endedHow"}},{"kind":"Field","name":{"kind":"Name","value":"lawful"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Term"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pending"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Term"}}]}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"duties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"imposedBy"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"disputed"}},{"kind":"Field","name":{"kind":"Name","value":"layers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"applies"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pending"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"measure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"schedule"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"StringValue","value":"2000-01-01","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"StringValue","value":"2100-01-01","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"total"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PhaseLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PhaseSpan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Term"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MeasureTerm"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rate"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<PictureQuery, PictureQueryVariables>;
export const RecentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Recent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"negotiations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"parties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"EnumValue","value":"POSITION_DESC"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"200"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"stream"}},{"kind":"Field","name":{"kind":"Name","value":"occurred"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publisher"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RecentQuery, RecentQueryVariables>;
export const RecordedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Recorded"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"stream"}},{"kind":"Field","name":{"kind":"Name","value":"also"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]}}]} as unknown as DocumentNode<RecordedSubscription, RecordedSubscriptionVariables>;
export const SaidDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Said"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"occurred"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"recordedBy"}},{"kind":"Field","name":{"kind":"Name","value":"certainty"}},{"kind":"Field","name":{"kind":"Name","value":"retracted"}},{"kind":"Field","name":{"kind":"Name","value":"hypothetical"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"publisher"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"published"}},{"kind":"Field","name":{"kind":"Name","value":"quote"}},{"kind":"Field","name":{"kind":"Name","value":"via"}}]}},{"kind":"Field","name":{"kind":"Name","value":"corrections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"retracted"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EventCorrected"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SaidQuery, SaidQueryVariables>;
export const SearchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Search"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"text"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"EnumValue","value":"POSITION_DESC"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"stream"}},{"kind":"Field","name":{"kind":"Name","value":"also"}},{"kind":"Field","name":{"kind":"Name","value":"occurred"}},{"kind":"Field","name":{"kind":"Name","value":"retracted"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<SearchQuery, SearchQueryVariables>;
export const StreamEndDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StreamEnd"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"stream"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"streams"},"value":{"kind":"ListValue","values":[{"kind":"Variable","name":{"kind":"Name","value":"stream"}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"EnumValue","value":"POSITION_DESC"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"stream"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"occurred"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"recordedBy"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publisher"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<StreamEndQuery, StreamEndQueryVariables>;
export const AppendEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AppendEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AppendEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appendEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AppendEventsSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"repeated"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Written"}}]}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Warning"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Written"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"stream"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Warning"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Finding"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stream"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<AppendEventsMutation, AppendEventsMutationVariables>;
export const CorrectEventDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CorrectEvent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CorrectEventInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"correctEvent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CorrectEventSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"repeated"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Written"}}]}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Warning"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Written"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"stream"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Warning"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Finding"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stream"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<CorrectEventMutation, CorrectEventMutationVariables>;
export const RetractEventDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetractEvent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RetractEventInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retractEvent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RetractEventSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"repeated"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Written"}}]}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Warning"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Written"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"stream"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Warning"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Finding"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stream"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<RetractEventMutation, RetractEventMutationVariables>;
export const AddSourcesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddSources"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddSourcesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addSources"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AddSourcesSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"repeated"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Written"}}]}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Warning"}}]}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Written"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"stream"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Warning"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Finding"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ValidationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stream"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<AddSourcesMutation, AddSourcesMutationVariables>;