/** Negotiations at a view, compared, followed through time and explained. */
import { type Change, diff } from '../../domain/history/diff.js';
import { timelineOf, type TimelinePoint } from '../../domain/history/timeline.js';
import { NegotiationView } from '../../domain/negotiation/negotiationView.js';
import { type AsOf, type AsOfResult, timePoint, type View } from './asOf.js';
import type { ReadBasis } from './readBasis.js';
import type { ViewReader } from './viewReader.js';

/** Two views of one negotiation compared. */
export interface Diff {
  readonly from: View;
  readonly to: View;
  /** In order of path. */
  readonly changes: readonly Change[];
}

/** The negotiation of a stream; undefined when it is unknown or has not begun by the view. */
export async function readNegotiation(
  basis: ReadBasis,
  stream: string,
): Promise<AsOfResult<NegotiationView> | undefined> {
  const { knowledge, view } = await basis.resolve(stream);
  if (!knowledge) return undefined;
  const subject = new NegotiationView(knowledge, view.at, await basis.relatedStreams(view));
  return subject.hasBegun ? { subject, view, asOf: basis.asOf } : undefined;
}

/** What differs between an answer and the same negotiation at another view. */
export function diffNegotiation(
  reader: ViewReader,
  from: AsOfResult<NegotiationView>,
  to: AsOf,
): Promise<Diff> {
  return reader.read(to, from.assumptions ?? {}, async (basis) => {
    const { knowledge, view } = await basis.resolve(`negotiation/${from.subject.slug}`);
    const other =
      knowledge && new NegotiationView(knowledge, view.at, await basis.relatedStreams(view));
    return { from: from.view, to: view, changes: diff(from.subject, other) };
  });
}

/** The instants in `[from, to]` at which a negotiation changes; see `Parley.timeline`. */
export function negotiationTimeline(
  subject: NegotiationView,
  from: string | undefined,
  to: string | undefined,
): readonly TimelinePoint[] {
  const { zone } = subject.knowledge;
  return timelineOf(
    subject,
    from === undefined ? -Infinity : timePoint('from', from, zone),
    to === undefined ? subject.at : timePoint('to', to, zone),
  );
}
