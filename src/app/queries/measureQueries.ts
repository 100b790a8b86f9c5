/** Measures at a view. */
import { indexKey } from '../../../events/indexKeys.js';
import { imposesFor, touches } from '../../domain/area/areaReach.js';
import { type MeasureView, measureView } from '../../domain/measure/measureView.js';
import type { AsOf, AsOfResult } from './asOf.js';
import type { ReadBasis } from './readBasis.js';
import { ViewList } from './viewList.js';
import type { ViewReader } from './viewReader.js';

/** By whom and on whom a measure is to be, as of its view; groups count for their members. */
export interface MeasureParties {
  /** The imposing area, or a member of it. */
  readonly imposedBy?: string | undefined;
  /** An area whose goods it affects, or some of whose members' goods it affects. */
  readonly affects?: string | undefined;
}

/** Which measures to list. */
export interface MeasureFilter extends MeasureParties {
  /** Whether a measure by and on those asked for is listed. */
  readonly matches?: ((result: AsOfResult<MeasureView>) => boolean) | undefined;
}

/**
 * The measure of a stream; undefined when nothing of it is known at the view, or when it is not by
 * and on those asked for.
 */
export async function readMeasure(
  basis: ReadBasis,
  stream: string,
  { imposedBy, affects }: MeasureParties = {},
): Promise<AsOfResult<MeasureView> | undefined> {
  const { knowledge, view } = await basis.resolve(stream);
  const subject = knowledge && measureView(knowledge, view.at);
  if (!subject) return undefined;
  const answer = { subject, view, asOf: basis.asOf };
  if (imposedBy === undefined && affects === undefined) return answer;
  const areas = await basis.areas(view);
  const matches =
    (imposedBy === undefined || imposesFor(areas, subject.imposedBy, imposedBy, view.at)) &&
    (affects === undefined || touches(areas, subject, affects, view.at));
  return matches ? answer : undefined;
}

/** The measures by and on some areas, by slug: see `Parley.measureList`. */
export const measureList = (
  reader: ViewReader,
  asOf: AsOf,
  { imposedBy, affects, matches = () => true }: MeasureFilter,
): ViewList<MeasureView> =>
  new ViewList(reader, asOf, {
    prefix: 'measure/',
    async keys(basis) {
      const by = imposedBy === undefined ? undefined : await basis.areaReach(imposedBy);
      const on = affects === undefined ? undefined : await basis.areaReach(affects);
      return [
        ...(by ? [[...by].map(indexKey.imposedBy)] : []),
        ...(on ? [['*', ...on].map(indexKey.affects)] : []),
      ];
    },
    async read(basis, stream) {
      const result = await readMeasure(basis, stream, { imposedBy, affects });
      return result && matches(result) ? result : undefined;
    },
  });
