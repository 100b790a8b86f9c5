/** Negotiations at a view, compared, followed through time and explained. */
import { indexKey } from '../../../events/indexKeys.js';
import { isBetween } from '../../domain/area/areaReach.js';
import { type Change, diff } from '../../domain/history/diff.js';
import { timelineOf, type TimelinePoint } from '../../domain/history/timeline.js';
import type { MeasureView } from '../../domain/measure/measureView.js';
import { NegotiationView } from '../../domain/negotiation/negotiationView.js';
import { NegotiationStreams } from '../readModel/negotiationStreams.js';
import { type AsOf, type AsOfResult, timePoint, type View } from './asOf.js';
import type { ReadBasis } from './readBasis.js';
import { ViewList } from './viewList.js';
import type { ViewReader } from './viewReader.js';

/** Two views of one negotiation compared. */
export interface Diff {
  readonly from: View;
  readonly to: View;
  /** In order of path. */
  readonly changes: readonly Change[];
}

/** A negotiation that may have no event, or not have begun by the view. */
export type NegotiationOrNone = AsOfResult<NegotiationView | undefined>;

/** Where it has begun by the view. */
export function begun({
  subject,
  ...at
}: NegotiationOrNone): AsOfResult<NegotiationView> | undefined {
  return subject?.hasBegun ? { ...at, subject } : undefined;
}

/** Whatever of a negotiation is known. Its measures and rulebooks are not loaded: see {@link completeNegotiation}. */
export async function readNegotiationOrNone(
  basis: ReadBasis,
  stream: string,
): Promise<NegotiationOrNone> {
  const { knowledge, view } = await basis.resolve(stream);
  const related = knowledge && (await basis.negotiationStreams(view, knowledge));
  const subject = related && new NegotiationView(knowledge, view.at, related);
  return { subject, view, asOf: basis.asOf };
}

/** The same; undefined when it is unknown or has not begun by the view. */
export const readNegotiation = async (
  basis: ReadBasis,
  stream: string,
): Promise<AsOfResult<NegotiationView> | undefined> =>
  begun(await readNegotiationOrNone(basis, stream));

/** Which negotiations to list. */
export interface NegotiationFilter {
  /** A party at the view: by itself, or as a member of a group that is one. */
  readonly party?: string | undefined;
  /** A measure between two of its parties at the view. */
  readonly measure?: Pick<MeasureView, 'imposedBy' | 'affects' | 'exceptFor'> | undefined;
  /** Whether a negotiation with that party is listed. */
  readonly matches?: ((result: AsOfResult<NegotiationView>) => boolean) | undefined;
}

/** The negotiations that have begun by the view, by slug: see `Parley.negotiationList`. */
export const negotiationList = (
  reader: ViewReader,
  asOf: AsOf,
  { party, measure, matches = () => true }: NegotiationFilter,
): ViewList<NegotiationView> =>
  new ViewList(reader, asOf, {
    prefix: 'negotiation/',
    async keys(basis) {
      const keysOf = async (code: string | null) =>
        code === null ? [] : [...(await basis.areaReach(code))].map(indexKey.party);
      return [
        ...(party === undefined ? [] : [await keysOf(party)]),
        ...(measure ? [await keysOf(measure.imposedBy)] : []),
      ];
    },
    async read(basis, stream) {
      const result = await readNegotiation(basis, stream);
      if (!result || (party !== undefined && !result.subject.partyFor(party))) return undefined;
      const { subject, view } = result;
      const codes = subject.parties.map(({ code }) => code);
      if (measure && !isBetween(await basis.areas(view), measure, codes, view.at)) return undefined;
      return matches(result) ? result : undefined;
    },
  });

/** Loads the measures and rulebooks of a negotiation, once. O(measures between its parties). */
export async function completeNegotiation<Result extends { readonly subject: NegotiationView }>(
  result: Result,
): Promise<Result> {
  const { related } = result.subject;
  if (related instanceof NegotiationStreams) await related.load();
  return result;
}

/** What differs between an answer and the same negotiation at another view. */
export function diffNegotiation(
  reader: ViewReader,
  from: AsOfResult<NegotiationView>,
  to: AsOf,
): Promise<Diff> {
  return reader.read(to, from.assumptions ?? {}, async (basis) => {
    const { knowledge, view } = await basis.resolve(`negotiation/${from.subject.slug}`);
    const related = knowledge && (await basis.negotiationStreams(view, knowledge));
    await Promise.all([related?.load(), completeNegotiation(from)]);
    const other = related && new NegotiationView(knowledge, view.at, related);
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
