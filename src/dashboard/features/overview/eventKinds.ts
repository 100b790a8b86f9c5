/** Kinds of events that a search can be narrowed to; every type of the catalogue has one. */
export const EVENT_KINDS = {
  talks: [
    'NegotiationLaunched',
    'NegotiationRenamed',
    'PartyJoined',
    'PartyLeft',
    'TermsOfReferenceAgreed',
    'TrackOpened',
    'RoundScheduled',
    'RoundPostponed',
    'RoundHeld',
    'MeetingHeld',
    'RoundsReported',
    'TalksPaused',
    'TalksResumed',
    'TalksTerminated',
  ],
  agreements: [
    'FrameworkAgreed',
    'AgreementConcluded',
    'AgreementSigned',
    'RatificationStepTaken',
    'AgreementEnteredIntoForce',
    'AgreementExtended',
    'AgreementSuspended',
    'AgreementResumed',
    'PartyWithdrew',
    'AgreementTerminated',
  ],
  measures: [
    'MeasureThreatened',
    'MeasureAnnounced',
    'MeasureAdopted',
    'MeasureCommenced',
    'MeasureAmended',
    'MeasureSuspended',
    'MeasureResumed',
    'MeasureEnded',
    'MeasureReinstated',
    'ExemptionGranted',
    'ExemptionEnded',
    'QuotaReported',
    'RetaliationNotified',
    'InvestigationStepTaken',
    'PrecedenceSet',
    'CoverageDeclared',
  ],
  targets: ['TargetSet', 'TargetMet', 'TargetMissed'],
  statements: ['StatementMade', 'ClaimDisputed'],
  others: [
    'AreaDefined',
    'MemberJoined',
    'MemberLeft',
    'SourcesChecked',
    'EventCorrected',
    'EventRetracted',
    'SourceAdded',
  ],
} satisfies Readonly<Record<string, string[]>>;

export type EventKind = keyof typeof EVENT_KINDS;

export const KIND_WORDS: Readonly<Record<EventKind, string>> = {
  talks: 'Talks',
  agreements: 'Agreements',
  measures: 'Measures',
  targets: 'Targets',
  statements: 'Statements',
  others: 'Corrections, checks and groups',
};

export const isEventKind = (text: string | null): text is EventKind =>
  text !== null && Object.hasOwn(EVENT_KINDS, text);
