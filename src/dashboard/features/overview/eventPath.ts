/** Links from events to the page of their negotiation, on the day of the event. */
import { negotiationPath } from '../../lib/routes.js';
import { boundsOf } from '../../lib/time/edtfWords.js';

interface EventReference {
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

/** The fields of a negotiation that decide which events its page shows. */
interface ListedNegotiation {
  readonly slug: string;
  readonly parties: readonly { readonly code: string }[];
  readonly measures: readonly { readonly slug: string }[];
  /** Its earliest event. */
  readonly firstEvent: {
    readonly edges: readonly { readonly node: { readonly occurred: string } }[];
  };
}

/** Whether a stream is that of the negotiation, of one of its measures, or of a party's rulebook. */
function shows({ slug, parties, measures }: ListedNegotiation, stream: string): boolean {
  return (
    stream === `negotiation/${slug}` ||
    measures.some((measure) => stream === `measure/${measure.slug}`) ||
    parties.some(({ code }) => stream === `rulebook/${code}`)
  );
}

/** The negotiation of the list that an event is about; undefined where there is none. */
export function negotiationOf<N extends ListedNegotiation>(
  { stream, also }: EventReference,
  negotiations: readonly N[],
): N | undefined {
  const streams = [stream, ...also];
  return negotiations.find((each) => streams.some((name) => shows(each, name)));
}

/** The path of a negotiation's page on the day of an event. */
export function eventPath(event: EventReference, negotiation: ListedNegotiation): string {
  const day = dayOf(event.occurred);
  const start = startOf(negotiation);
  // The page is empty before the negotiation started, as for an event of an earlier measure.
  const isOnPage = day !== null && start !== null && day.slice(0, 10) >= start;
  return negotiationPath(negotiation.slug) + (isOnPage ? `?at=${day}` : '');
}

/** The first day on which a negotiation may have begun. */
function startOf({ firstEvent }: ListedNegotiation): string | null {
  const bounds = boundsOf(firstEvent.edges[0]?.node.occurred ?? '');
  return bounds && new Date(bounds.from).toISOString().slice(0, 10);
}
