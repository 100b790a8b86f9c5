/**
 * Places labels beside what they name: greedy by priority, with leader lines. No label covers
 * another, a leader line or the line that is labelled, and none leaves its bounds; what finds no
 * room is left out. O(labels × variants × positions × obstacles).
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Segment {
  readonly from: Point;
  readonly to: Point;
}

export interface Extent {
  readonly width: number;
  readonly height: number;
  /** What is lost by its fewer words: as bad as to lie so many pixels further off. */
  readonly loss?: number;
}

export interface LabelRequest<Variant extends Extent> {
  readonly id: string;
  /** The higher goes first; of equals the earlier in the list. */
  readonly priority: number;
  /** Points on what is labelled, the best first. */
  readonly anchors: readonly Point[];
  /** The step that it names: a label without a leader lies no nearer to another one. */
  readonly line?: Segment;
  /** Of the mark at the anchor, in pixels; none where absent. */
  readonly radius?: number;
  /** Whether it may lie above only. */
  readonly above?: boolean;
  /** How far off it may lie, in pixels; as far as any where absent. */
  readonly reach?: number;
  /** The same in more and in fewer words, the most telling first. */
  readonly variants: readonly Variant[];
}

export interface PlacedLabel<Variant extends Extent> {
  readonly id: string;
  readonly variant: Variant;
  readonly box: Box;
  /** From what is labelled to the label; null where they touch. */
  readonly leader: Segment | null;
}

export interface Obstacles {
  readonly bounds: Box;
  /** The line that is labelled, and whatever else must stay visible. */
  readonly segments: readonly Segment[];
  readonly boxes: readonly Box[];
}

/** Between a label and whatever it must not touch, in pixels. */
export const CLEARANCE = 3;
const DISTANCES = [5, 16, 30, 48, 70, 96, 128];
/** Up to this distance a label needs no leader. */
const NEAR = 6;

export const overlap = (a: Box, b: Box, clearance = 0): boolean =>
  a.x < b.x + b.width + clearance &&
  b.x < a.x + a.width + clearance &&
  a.y < b.y + b.height + clearance &&
  b.y < a.y + a.height + clearance;

const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** Whether a segment passes through a box (Liang and Barsky's clipping). */
export function crosses({ from, to }: Segment, box: Box, clearance = 0): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const [left, top] = [box.x - clearance, box.y - clearance];
  const [right, bottom] = [box.x + box.width + clearance, box.y + box.height + clearance];
  let [start, end] = [0, 1];
  for (const [step, distance] of [
    [-dx, from.x - left],
    [dx, right - from.x],
    [-dy, from.y - top],
    [dy, bottom - from.y],
  ] as const) {
    if (step === 0) {
      if (distance <= 0) return false;
      continue;
    }
    const ratio = distance / step;
    if (step < 0) start = Math.max(start, ratio);
    else end = Math.min(end, ratio);
    if (start >= end) return false;
  }
  return true;
}

/** Whether two segments cross or touch. */
export function meet(a: Segment, b: Segment): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return (
    side(a.from, a.to, b.from) * side(a.from, a.to, b.to) <= 0 &&
    side(b.from, b.to, a.from) * side(b.from, b.to, a.to) <= 0
  );
}

/** Where a label of this size may lie at a distance from a point: above, beside, below. */
function* positionsOf(
  { x, y }: Point,
  { width, height }: Extent,
  distance: number,
): Generator<Box> {
  for (const top of [y - distance - height, y - height / 2, y + distance])
    for (const left of [x, x - width / 2, x - width, x + distance, x - distance - width]) {
      const beside = left === x + distance || left === x - distance - width;
      if (top === y - height / 2 && !beside) continue;
      yield { x: left, y: top, width, height };
    }
}

/** Every wording at every distance, the best first: in full and near. */
const choicesOf = <Variant extends Extent>(
  variants: readonly Variant[],
  reach: number,
): readonly (readonly [Variant, distance: number])[] =>
  variants
    .flatMap((variant) =>
      DISTANCES.filter((each) => each <= reach).map((distance) => [variant, distance] as const),
    )
    .sort(([a, near], [b, far]) => (a.loss ?? 0) + near - (b.loss ?? 0) - far);

/** The point of a box that is nearest to another point. */
const nearest = (box: Box, { x, y }: Point): Point => ({
  x: Math.min(Math.max(x, box.x), box.x + box.width),
  y: Math.min(Math.max(y, box.y), box.y + box.height),
});

/** From the middle of a box to a level or upright segment. */
const distanceTo = ({ from, to }: Segment, { x, y, width, height }: Box): number => {
  const left = Math.min(from.x, to.x);
  const top = Math.min(from.y, to.y);
  const line = { x: left, y: top, width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
  const middle = { x: x + width / 2, y: y + height / 2 };
  const on = nearest(line, middle);
  return Math.hypot(middle.x - on.x, middle.y - on.y);
};

/** From a mark to a box, without the ends; null where the box is near. */
function leaderOf(anchor: Point, box: Box, radius: number): Segment | null {
  const to = nearest(box, anchor);
  const [dx, dy] = [to.x - anchor.x, to.y - anchor.y];
  const length = Math.hypot(dx, dy);
  if (length <= NEAR + radius) return null;
  const at = (distance: number) => ({
    x: anchor.x + (dx * distance) / length,
    y: anchor.y + (dy * distance) / length,
  });
  return { from: at(CLEARANCE + radius), to: at(length - 1) };
}

/** The labels that find room, in the order of the requests. */
export function placeLabels<Variant extends Extent>(
  requests: readonly LabelRequest<Variant>[],
  { bounds, segments, boxes }: Obstacles,
): readonly PlacedLabel<Variant>[] {
  const placed: PlacedLabel<Variant>[] = [];
  const isFree = (box: Box, leader: Segment | null): boolean =>
    within(box, bounds) &&
    !boxes.some((each) => overlap(box, each, CLEARANCE) || (leader && crosses(leader, each))) &&
    !segments.some((each) => crosses(each, box, CLEARANCE) || (leader && meet(leader, each))) &&
    !placed.some(
      (other) =>
        overlap(box, other.box, CLEARANCE) ||
        (other.leader && crosses(other.leader, box, CLEARANCE)) ||
        (leader && (crosses(leader, other.box, 1) || (other.leader && meet(leader, other.leader)))),
    );
  const levels = segments.filter(({ from, to }) => from.y === to.y);
  const isNearestTo = (line: Segment, box: Box): boolean => {
    const own = distanceTo(line, box);
    return levels.every((other) => own <= distanceTo(other, box));
  };
  const place = (request: LabelRequest<Variant>): void => {
    const { id, anchors, variants, line, radius = 0, reach = Infinity, above = false } = request;
    for (const [variant, distance] of choicesOf(variants, reach))
      for (const anchor of anchors)
        for (const box of positionsOf(anchor, variant, distance + radius)) {
          const leader = leaderOf(anchor, box, radius);
          if (above && box.y + box.height > anchor.y) continue;
          if (line && !leader && !isNearestTo(line, box)) continue;
          if (!isFree(box, leader)) continue;
          placed.push({ id, variant, box, leader });
          return;
        }
  };
  [...requests].sort((a, b) => b.priority - a.priority).forEach(place);
  const order = new Map(requests.map(({ id }, i) => [id, i]));
  return placed.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}
