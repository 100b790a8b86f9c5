/** What the enum values of the vocabulary mean, where the word alone does not say it. */

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  'EventCertainty.CONFIRMED': 'A government or a legal act is behind it.',
  'EventCertainty.REPORTED': 'Someone reported it, and no one contradicts.',
  'EventCertainty.DISPUTED': 'Reports clash, or it is plainly mistaken.',
  'EventCertainty.INFERRED': 'Concluded from other things; it may have no source of its own.',
  'SourceKind.INSTRUMENT': 'The legal act itself.',
  'SourceKind.GUIDANCE': 'How an authority carries the act out.',
  'SourceKind.OFFICIAL': 'A statement or publication of a government.',
  'SourceKind.WIRE': 'A news agency.',
  'SourceKind.PRESS': 'A newspaper, a broadcaster, a trade blog or a law firm.',
  'SourceKind.SOCIAL': 'A post on a social network.',
  'SourceKind.DATASET': 'A collection of data that names no source.',
  'Formality.YES': 'The parties call it a formal round.',
  'Formality.NO': 'They do not.',
  'Formality.UNDETERMINED': 'It is not known whether they do.',
  'TalksScope.ALL': 'All talks.',
  'TalksScope.FORMAL_ROUNDS': 'Formal rounds only; other contacts go on.',
  'TalksScope.IN_PERSON': 'Meetings in one place only; calls go on.',
  'MeetingLevel.LEADERS': 'Heads of state or government.',
  'MeetingLevel.MINISTERIAL': 'Ministers.',
  'MeetingLevel.CHIEF_NEGOTIATOR': 'Those who lead the delegations.',
  'MeetingLevel.TECHNICAL': 'Officials.',
  'MeetingKind.MEETING': 'In one place.',
  'MeetingKind.CALL': 'By telephone or video.',
  'TargetKind.TARGET': 'A goal; missing it has no consequence of its own.',
  'TargetKind.DEADLINE': 'A date by which it must be done, as the parties said.',
  'TargetKind.LEGAL_LIMIT': 'A date set by law.',
  'Stance.POSITIVE': 'It points towards agreement.',
  'Stance.NEUTRAL': 'It points neither way.',
  'Stance.NEGATIVE': 'It points away from agreement.',
  'ForceMode.PROVISIONAL': 'Applied before every party has ratified.',
  'ForceMode.DEFINITIVE': 'In force for good.',
  'MeasureKind.RECIPROCAL': 'An answer to how the other treats trade in general.',
  'MeasureKind.PENALTY': 'A punishment for something outside trade.',
  'MeasureKind.RETALIATORY': "An answer to another's measure.",
  'MeasureKind.SAFEGUARD': 'Protection against a surge of imports.',
  'MeasureKind.NATIONAL_SECURITY': 'Protection of national security.',
  'MeasureKind.UNFAIR_TRADE': 'An answer to practices held to be unfair.',
  'MeasureKind.BALANCE_OF_PAYMENTS': 'Protection of the balance of payments.',
  'MeasureKind.OTHER': 'Something else.',
  'MeasureEnding.LIFTED': 'Whoever imposed it took it away.',
  'MeasureEnding.EXPIRED': 'Its time ran out.',
  'MeasureEnding.REPLACED': 'Another measure took its place.',
  'MeasureEnding.WITHDRAWN': 'It was taken back, as if it had not been imposed from then on.',
  'MeasureEnding.INVALIDATED': 'A court struck it down.',
};

/** What an enum value means; for a word that no one explained, the word itself. */
export function valueDescription(type: string, value: string): string {
  const words = value.toLowerCase().replaceAll('_', ' ');
  return DESCRIPTIONS[`${type}.${value}`] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
