/** Descriptions of the catalogue's enum values whose name is not description enough. */

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  'EventCertainty.CONFIRMED': 'Confirmed by a government or a legal act.',
  'EventCertainty.REPORTED': 'Reported, and not contradicted.',
  'EventCertainty.DISPUTED': 'Reports contradict each other, or the report is plainly mistaken.',
  'EventCertainty.INFERRED': 'Concluded from other events or data; a source is optional.',
  'SourceKind.INSTRUMENT': 'The legal act itself.',
  'SourceKind.GUIDANCE': 'How an authority applies the act.',
  'SourceKind.OFFICIAL': 'A statement or publication of a government.',
  'SourceKind.WIRE': 'A news agency.',
  'SourceKind.PRESS': 'A newspaper, a broadcaster, a trade blog or a law firm.',
  'SourceKind.SOCIAL': 'A post on a social network.',
  'SourceKind.DATASET': 'A collection of data that names no source.',
  'Formality.YES': 'The parties call it a formal round.',
  'Formality.NO': 'The parties do not call it a formal round.',
  'Formality.UNDETERMINED': 'Unknown whether the parties call it a formal round.',
  'TalksScope.ALL': 'All talks.',
  'TalksScope.FORMAL_ROUNDS': 'Formal rounds only; other contacts go on.',
  'TalksScope.IN_PERSON': 'Meetings in one place only; calls go on.',
  'MeetingLevel.LEADERS': 'Heads of state or government.',
  'MeetingLevel.MINISTERIAL': 'Ministers.',
  'MeetingLevel.CHIEF_NEGOTIATOR': 'Those who lead the delegations.',
  'MeetingLevel.TECHNICAL': 'Officials.',
  'MeetingKind.MEETING': 'In one place.',
  'MeetingKind.CALL': 'By telephone or video.',
  'TargetKind.TARGET': 'A goal; missing a goal has no consequence of its own.',
  'TargetKind.DEADLINE': 'A binding date that the parties set.',
  'TargetKind.LEGAL_LIMIT': 'A date set by law.',
  'Stance.POSITIVE': 'Points towards agreement.',
  'Stance.NEUTRAL': 'Points neither way.',
  'Stance.NEGATIVE': 'Points away from agreement.',
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
  'MeasureEnding.LIFTED': 'Removed by the authority that imposed it.',
  'MeasureEnding.EXPIRED': 'Reached the end of its term.',
  'MeasureEnding.REPLACED': 'Replaced by another measure.',
  'MeasureEnding.WITHDRAWN': 'Taken back by the authority, also before it took effect.',
  'MeasureEnding.INVALIDATED': 'Invalidated by a court.',
};

/** The description of an enum value; without one, its name in words. */
export function valueDescription(type: string, value: string): string {
  const words = value.toLowerCase().replaceAll('_', ' ');
  return DESCRIPTIONS[`${type}.${value}`] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
