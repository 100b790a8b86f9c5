/** Events in words beside a date. */
import type { TimelineEvent } from '../../../lib/time/timelineEvents.js';
import { dateWords, meansOfType, shortMonths } from '../../../lib/time/edtfWords.js';

/** The longest that the name of a measure before a colon may be where there is little room. */
const MAX_NAME = 28;

const HOUR = /, \d\d:\d\d [\p{L} ]+ time\b/gu;
/** What follows a first sentence, a bracket at the end, or a clause that only qualifies. */
const ASIDES = [
  /(?<=[\p{Ll}\d)]{2})\. (?=\p{Lu}).*$/su,
  / \([^()]*\)$/u,
  /(?:; |, (?:though|but|which|who|while|because|when|after|before) ).*$/su,
];
const NAME = /^([^:]+): /;

/** An event as it is named: "6 Feb 2026: Framework agreed". */
export function eventWords({ occurred, type, summary }: TimelineEvent): string {
  const date = shortMonths(dateWords(occurred, meansOfType(type)));
  return `${date}: ${summary}`;
}

/**
 * The same for a chart, in fewer and fewer words: what happened counts more than asides, the hour and
 * the name of a measure. Whose talks they are is said around the chart.
 */
export function eventWordings(event: TimelineEvent): readonly string[] {
  const summary = event.type === 'NegotiationLaunched' ? 'Talks launched' : event.summary;
  const wordings = [summary, summary.replace(HOUR, '')];
  for (const aside of ASIDES) wordings.push((wordings.at(-1) ?? '').replace(aside, ''));
  const short = (wordings.at(-1) ?? '').replace(NAME, (head: string, name: string) =>
    name.length <= MAX_NAME ? head : `${name.slice(0, MAX_NAME).trimEnd()}…: `,
  );
  return [...new Set([...wordings, short])].map((words) =>
    eventWords({ ...event, summary: words }),
  );
}
