/** What events are about, for the filters of the chronicle. */

interface Kind {
  readonly words: string;
  readonly types: readonly string[];
}

/** Every event type is of one kind. */
export const KINDS: Readonly<Record<string, Kind>> = {
  talks: {
    words: 'Talks',
    types: [
      'NegotiationLaunched',
      'NegotiationRenamed',
      'PartyJoined',
      'PartyLeft',
      'TermsOfReferenceAgreed',
      'TrackOpened',
      'RoundHeld',
      'MeetingHeld',
      'RoundsReported',
      'TalksPaused',
      'TalksResumed',
      'TalksTerminated',
    ],
  },
  plans: {
    words: 'Plans and targets',
    types: ['RoundScheduled', 'RoundPostponed', 'TargetSet', 'TargetMet', 'TargetMissed'],
  },
  agreements: {
    words: 'Agreements',
    types: [
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
  },
  measures: {
    words: 'Measures',
    types: [
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
    ],
  },
  statements: { words: 'Statements', types: ['StatementMade', 'ClaimDisputed'] },
  record: {
    words: 'Corrections and checks',
    types: [
      'EventCorrected',
      'EventRetracted',
      'SourceAdded',
      'SourcesChecked',
      'CoverageDeclared',
      'AreaDefined',
      'MemberJoined',
      'MemberLeft',
    ],
  },
};

const TOLD_AS: Readonly<Record<string, string>> = {
  EventCorrected: 'Correction',
  EventRetracted: 'Retraction',
  SourceAdded: 'Source added',
  RoundScheduled: 'Plan',
  RoundPostponed: 'Plan',
  TargetSet: 'Plan',
};

/** What an entry is told as beside its sentence; null for what simply happened. */
export const toldAs = (type: string): string | null =>
  TOLD_AS[type] ?? (KINDS['measures']?.types.includes(type) ? 'Measure' : null);
