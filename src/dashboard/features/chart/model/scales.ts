import { type ScaleLinear, scaleLinear } from 'd3-scale';

export const MARGIN = { top: 18, right: 14, bottom: 22, left: 80 } as const;
export const LANE = 20;

export interface Frame {
  readonly width: number;
  /** Bottom edge of the duty plot. */
  readonly bottom: number;
  readonly height: number;
  /** From epoch milliseconds. */
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

/** The layout of a chart of a given width, with `lanes` of marks below the duty. */
export function frameOf(
  width: number,
  [min, max]: readonly [number, number],
  highest: number,
  lanes: number,
): Frame {
  const plot = Math.round(Math.min(340, Math.max(170, width * 0.26)));
  const bottom = MARGIN.top + plot;
  return {
    width,
    bottom,
    height: bottom + MARGIN.bottom + lanes * LANE + 4,
    x: scaleLinear([min, max], [MARGIN.left, width - MARGIN.right]),
    y: scaleLinear([0, Math.max(10, highest * 1.08)], [bottom, MARGIN.top]).nice(5),
  };
}
