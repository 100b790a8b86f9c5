/** The words above the plot: the view, the view compared with, and what lies after today. */
import { textWidth } from '../../../lib/drawing/textWidth.js';
import type { DrawnView } from './drawnView.js';
import { FONT_SIZE } from './labels/labelRequests.js';
import { clamped, type Frame } from './scale.js';

export interface HeadText {
  readonly of: 'view' | 'compared' | 'future';
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  /** Its ends, in pixels. */
  readonly from: number;
  readonly to: number;
}

const UPPER = 13;
const LOWER = 28;
const GAP = 10;
const SMALL = 11;

/** Centred at a place, or moved, and at last shrunk, so that it stays on the drawing. */
function centred(
  of: HeadText['of'],
  words: string,
  { at, y, width }: { readonly at: number; readonly y: number; readonly width: number },
): HeadText {
  const natural = textWidth(words, FONT_SIZE, true);
  const size = natural > width ? (FONT_SIZE * width) / natural : FONT_SIZE;
  const taken = Math.min(natural, width);
  const from = Math.min(width - taken, Math.max(0, at - taken / 2));
  const anchor = from === 0 ? 'start' : from === width - taken ? 'end' : 'middle';
  const x = { start: 0, middle: at, end: width }[anchor];
  return { of, words, x, y, anchor, size, from, to: from + taken };
}

/** None covers another, and none leaves the drawing. */
export function headOf(frame: Frame, view: DrawnView): readonly HeadText[] {
  const { x, width, right } = frame;
  const { at, other, today } = view;
  const place = (time: number, y: number) => ({ at: x(clamped(time, frame)), y, width });
  const name = centred('view', `${view.date}: ${view.figure}`, place(at, UPPER));
  const compared = other ? [centred('compared', other.words, place(other.at, LOWER))] : [];
  const future = at < today ? 'Later, as it came' : 'After today: as decided so far';
  const from = right - textWidth(future, SMALL);
  const hasRoom = compared.every(({ to }) => to + GAP <= from);
  const isAhead = x(clamped(at, frame)) < right - 12;
  const note: HeadText = {
    ...{ of: 'future', words: future, x: right, y: LOWER, anchor: 'end', size: SMALL },
    ...{ from, to: right },
  };
  return [name, ...compared, ...(hasRoom && isAhead ? [note] : [])];
}
