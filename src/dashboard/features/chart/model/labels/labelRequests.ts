/** The labels that a chart asks room for: of its steps, announced rates and the view compared with. */
import { percent } from '../../../../lib/words/labels.js';
import { dateInZone } from '../../../../lib/time/calendarDays.js';
import { dateWords, dayWords, shortMonths } from '../../../../lib/time/edtfWords.js';
import type { LabelRequest, Segment } from './placeLabels.js';
import type { Frame, Size } from '../scale.js';
import { type Announced, drawnSteps, type MadeStep, stepAt } from '../steps.js';
import { holdWords } from '../../../../lib/words/dutyWords.js';
import { changeWords, isTakeover, rateWords } from '../stepWords.js';
import { linesOf, textWidth, wrapped } from '../../../../lib/drawing/textWidth.js';

export interface TextLine {
  readonly text: string;
  readonly tone: 'strong' | 'plain' | 'soft' | 'announced' | 'compared';
}

export interface LabelText {
  readonly width: number;
  readonly height: number;
  readonly loss: number;
  readonly lines: readonly TextLine[];
}

export const FONT_SIZE = 12;
export const LINE = 14;
/** Narrower charts take fewer words, in pixels. */
export const NARROW = 560;
/** Half the width of the mark of an announced rate. */
export const DIAMOND = 6;
/** Shorter steps are not seen, or are but a spike with no room below, in pixels. */
const VISIBLE = 4;
/** On a narrow chart a figure is beside its step or nowhere, in pixels. */
const NARROW_REACH = 30;
const SPIKE = 14;

const lineWidth = ({ text, tone }: TextLine): number =>
  textWidth(text, FONT_SIZE, tone !== 'plain' && tone !== 'soft');

const textOf = (lines: readonly TextLine[], loss = 0): LabelText => ({
  ...{ lines, loss },
  width: Math.max(...lines.map(lineWidth)),
  height: lines.length * LINE,
});

/** Widths of what is said below a figure, in pixels, with the most lines it may take. */
const SHAPES = {
  wide: [
    [230, 3],
    [150, 4],
    [110, 5],
  ],
  narrow: [
    [120, 3],
    [84, 4],
  ],
} as const;

/** What is lost without the act, without the date too, and without how firmly it is held. */
const LOSS = { act: 40, date: 60, hold: 75 } as const;

interface Wording {
  readonly figure: TextLine;
  /** How firmly it is held; empty where nothing is to be said. */
  readonly held: string;
  readonly more: string;
  readonly last: string;
}

/** A label in full, in several shapes, shorter, and at last its figure alone: no text is cut. */
function variantsOf({ figure, held, more, last }: Wording, narrow: boolean): readonly LabelText[] {
  const first = held === '' ? figure : { ...figure, text: `${figure.text}, ${held}` };
  const end: TextLine = { text: last, tone: 'soft' };
  const full = SHAPES[narrow ? 'narrow' : 'wide'].flatMap(([width, limit]) => {
    const lines = more === '' ? [] : wrapped(more, FONT_SIZE, width, limit);
    const plain = lines?.map((text): TextLine => ({ text, tone: 'plain' }));
    return plain ? [textOf([first, ...plain, end])] : [];
  });
  return [
    ...full,
    textOf([first, end], LOSS.act),
    textOf([first], LOSS.date),
    textOf([figure], LOSS.hold),
  ];
}

export function stepRequests(
  steps: readonly MadeStep[],
  { x, y, width }: Frame,
  zone: string,
  size: Size,
): readonly LabelRequest<LabelText>[] {
  const narrow = width < NARROW;
  return steps.flatMap((step, i): readonly LabelRequest<LabelText>[] => {
    const { total } = step;
    // Before anything is on record the axis says enough.
    if (total === null || (i === 0 && total === 0)) return [];
    const [before, after] = [steps[i - 1], steps[i + 1]];
    const length = x(step.to) - x(step.from);
    // Too short to be seen on the way to another.
    if (length < VISIBLE && (after?.total ?? 0) >= total) return [];
    const still = isTakeover(before, step) ? 'still ' : '';
    const figure: TextLine = { text: still + rateWords(step), tone: 'strong' };
    const day = i === 0 ? '' : `from ${shortMonths(dayWords(dateInZone(zone, step.from)))}`;
    const [start, middle] = [x(step.from) + 4, (x(step.from) + x(step.to)) / 2];
    const isLast = i === steps.length - 1;
    return [
      {
        id: `step ${step.from}`,
        // What is current, what is high and what lasted long is named first.
        priority: (isLast ? 1000 : 0) + total + length / 8 - (i === 0 ? 500 : 0),
        line: { from: { x: x(step.from), y: y(total) }, to: { x: x(step.to), y: y(total) } },
        reach: narrow ? NARROW_REACH : Infinity,
        above: length < SPIKE && total > Math.max(before?.total ?? 0, after?.total ?? 0),
        // What begins at a mark on the line is named there and nowhere else.
        anchors: [...new Set([Math.min(start, middle), ...(still === '' ? [middle] : [])])].map(
          (at) => ({
            x: at,
            y: y(total),
          }),
        ),
        variants:
          i === 0 || size === 'small'
            ? [textOf([figure])]
            : variantsOf(
                { figure, held: holdWords(step), more: changeWords(before, step), last: day },
                narrow,
              ),
      },
    ];
  });
}

export const announcedRequests = (
  announced: readonly Announced[],
  { x, y, width }: Frame,
): readonly LabelRequest<LabelText>[] =>
  announced.map(({ id, at, rate, occurred }) => ({
    id: `announced ${id}`,
    priority: rate - 200,
    anchors: [{ x: x(at), y: y(rate) }],
    radius: DIAMOND,
    variants: variantsOf(
      {
        figure: { text: percent(rate), tone: 'announced' },
        ...{ held: '', more: 'announced', last: shortMonths(dateWords(occurred)) },
      },
      width < NARROW,
    ),
  }));

/** The longest step of the other view that differs from this one, named after it. */
export function overlayRequests(
  others: readonly MadeStep[],
  steps: readonly MadeStep[],
  words: string,
  { x, y, width }: Frame,
): readonly LabelRequest<LabelText>[] {
  const [longest] = drawnSteps(others)
    .filter(({ from, to, total }) => stepAt(steps, (from + to) / 2)?.total !== total)
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  if (!longest) return [];
  const { from, to, total } = longest;
  const [first, ...more] = linesOf(`${words}: ${percent(total)}`, FONT_SIZE, width / 3, 3, true);
  const lines = [first ?? '', ...more].map((text) => ({ text, tone: 'compared' }) as const);
  const at = { x: (x(from) + x(to)) / 2, y: y(total) };
  return [{ id: 'compared', priority: 2000, anchors: [at], variants: [textOf(lines)] }];
}

/** The line of the steps as segments. */
export function segmentsOf(steps: readonly MadeStep[], { x, y }: Frame): readonly Segment[] {
  return steps.flatMap((step, i) => {
    const { total } = step;
    if (total === null) return [];
    const from = { x: x(step.from), y: y(total) };
    const before = steps[i - 1]?.total ?? null;
    return [
      { from, to: { x: x(step.to), y: y(total) } },
      ...(before === null ? [] : [{ from: { x: from.x, y: y(before) }, to: from }]),
    ];
  });
}
