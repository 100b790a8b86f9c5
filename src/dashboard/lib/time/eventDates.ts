import { dateWords } from './edtfWords.js';

/** Events that go on all through their dates; what others tell of happened at some moment in them. */
const SESSIONS: ReadonlySet<string> = new Set(['RoundHeld', 'MeetingHeld']);

/** When an event happened, in plain words. */
export const eventDateWords = ({ type, occurred }: { type: string; occurred: string }): string =>
  dateWords(occurred, SESSIONS.has(type) ? 'session' : 'window');
