/** Events in words beside a date. */
import type { TimelineEvent } from '../../../lib/time/timelineEvents.js';
import { dateWords, meansOfType, shortMonths } from '../../../lib/time/edtfWords.js';

/** The longest that the name of a measure before a colon may be where there is little room. */
const MAX_NAME = 28;

/** The same where there is little room: what happened counts more than the name and the hour. */
export const shortEventWords = (event: TimelineEvent): string =>
  eventWords({
    ...event,
    summary: event.summary
      .replace(/, \d\d:\d\d [\p{L} ]+ time\b/gu, '')
      .replace(/^([^:]+): /, (head: string, name: string) =>
        name.length <= MAX_NAME ? head : `${name.slice(0, MAX_NAME).trimEnd()}…: `,
      ),
  });

/** An event as it is named: "6 Feb 2026: Framework agreed". */
export function eventWords({ occurred, type, summary }: TimelineEvent): string {
  const date = shortMonths(dateWords(occurred, meansOfType(type)));
  return `${date}: ${summary}`;
}
