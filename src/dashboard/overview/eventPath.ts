/** Where a page shows an event: its negotiation, on the day that it happened. */
import { negotiationPath } from '../routing/routes.js';
import { boundsOf } from '../wording/edtf.js';

interface Placed {
  readonly stream: string;
  readonly also: readonly string[];
  readonly occurred: string;
}

/** The date or the instant by which an event had happened, as a clock of the page takes it. */
export function dayOf(occurred: string): string | null {
  const [from = '', to = from] = occurred.split('/');
  if (to.includes('T')) return encodeURIComponent(to);
  const bounds = boundsOf(occurred);
  return bounds && new Date(bounds.to).toISOString().slice(0, 10);
}

/** What of a negotiation tells which events it shows. */
interface Owner {
  readonly slug: string;
  readonly parties: readonly { readonly code: string }[];
  readonly measures: readonly { readonly slug: string }[];
}

/** Whether a stream is a negotiation's own, one of its measures' or the rulebook of a party. */
function shows({ slug, parties, measures }: Owner, stream: string): boolean {
  return (
    stream === `negotiation/${slug}` ||
    measures.some((measure) => stream === `measure/${measure.slug}`) ||
    parties.some(({ code }) => stream === `rulebook/${code}`)
  );
}

/** The path that shows an event; null for one that no negotiation in the list is about. */
export function eventPath(event: Placed, negotiations: readonly Owner[]): string | null {
  const streams = [event.stream, ...event.also];
  const owner = negotiations.find((each) => streams.some((stream) => shows(each, stream)));
  if (!owner) return null;
  const day = dayOf(event.occurred);
  return negotiationPath(owner.slug) + (day === null ? '' : `?at=${day}`);
}
