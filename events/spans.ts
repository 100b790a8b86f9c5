/** The types whose date is a duration: what the catalogue says of them, for programs without it. */
export const SPAN_TYPES: ReadonlySet<string> = new Set(['RoundHeld', 'MeetingHeld']);
