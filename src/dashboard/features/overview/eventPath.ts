/** Where a page shows an event: its negotiation, on the day that it happened. */
import { negotiationPath } from '../../lib/routes.js';
import { boundsOf } from '../../lib/edtfWords.js';

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
  /** The first that happened in it. */
  readonly begun: { readonly edges: readonly { readonly node: { readonly occurred: string } }[] };
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
  const begun = beginningOf(owner);
  // Before a negotiation began its page has nothing to show of a measure that came first.
  const isOnPage = day !== null && begun !== null && day.slice(0, 10) >= begun;
  return negotiationPath(owner.slug) + (isOnPage ? `?at=${day}` : '');
}

/** The first day on which a negotiation may have begun. */
function beginningOf({ begun }: Owner): string | null {
  const bounds = boundsOf(begun.edges[0]?.node.occurred ?? '');
  return bounds && new Date(bounds.from).toISOString().slice(0, 10);
}
