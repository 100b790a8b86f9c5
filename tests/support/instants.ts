/** How tests write down instants: as a person reads them, not as epoch milliseconds. */
import type { Bounds } from '../../events/time/edtf.js';

export const iso = (instant: number): string =>
  Number.isFinite(instant) ? new Date(instant).toISOString() : String(instant);

/** `earliest … latest`. */
export const span = ({ min, max }: Bounds): string => `${iso(min)} … ${iso(max)}`;
