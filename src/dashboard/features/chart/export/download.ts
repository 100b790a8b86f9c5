/** Downloads of a chart: SVG with its own style, PNG or CSV. Loaded on first use. */
import type { TimelineEvent } from '../../../api/cache/timelineEvents.js';
import { capital } from '../../../lib/labels.js';
import type { Clock, LogHead } from '../../../lib/view.js';
import { viewWords } from '../../../lib/viewWords.js';
import { csvOf } from './csv.js';
import { type Charted, rowsOf } from '../model/rows.js';

/** Properties written into each element: the file has no style sheet. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

const SCALE = 2;
const NAMESPACE = 'http://www.w3.org/2000/svg';
const EDGE = 12;
const LINE = 18;
/** Estimated width of a letter per unit of font size, rounded up: SVG does not break lines. */
const LETTER = 0.55;
const SMALL = 12;
const LARGE = 16;
const SWATCH = 30;
const GAP = 18;

/** The view of a chart in words, with every clock stated. */
export function viewOf(clock: Clock, instant: number, head: LogHead | null): string {
  const at = clock.at ?? new Date(instant).toISOString();
  const knownAt = clock.knownAt ?? (clock.publicAt === null ? head?.recordedAt : null) ?? null;
  return capital(viewWords({ ...clock, at, knownAt }) ?? '');
}

/** A copy of an element with its computed style as attributes. */
function withInlineStyles<E extends Element>(element: E): E {
  const copy = element.cloneNode(true) as E;
  const [from, to] = [element.querySelectorAll('*'), copy.querySelectorAll('*')];
  from.forEach((each, i) => {
    const style = getComputedStyle(each);
    const target = to[i];
    for (const name of STYLES) {
      const value = style.getPropertyValue(name);
      if (value !== '') target?.setAttribute(name, value);
    }
    target?.removeAttribute('class');
  });
  copy.removeAttribute('class');
  return copy;
}

function make(name: string, attributes: Readonly<Record<string, string | number>>, text = '') {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

/** Breaks text into lines of at most `width`. */
export function linesOf(text: string, size: number, width: number): readonly string[] {
  const most = Math.floor(width / (size * LETTER));
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The header of the chart as SVG: title, unit, view and legend; and its height. */
function headerOf(figure: Element, view: string, width: number) {
  const head = make('g', {});
  let y = EDGE;
  const addLines = (words: string, size: number, weight: number, color: string) => {
    for (const line of linesOf(words, size, width - 2 * EDGE)) {
      y += size === LARGE ? 1.3 * LARGE : LINE;
      const font = { 'font-family': 'system-ui, sans-serif', 'font-size': `${size}px` };
      const attributes = { x: EDGE, y, 'font-weight': weight, fill: color };
      head.append(make('text', { ...attributes, ...font }, line));
    }
  };
  const colorOf = (element: Element) => getComputedStyle(element).color || 'currentColor';
  const title = figure.querySelector('figcaption h2');
  if (title) addLines(title.textContent, LARGE, 600, colorOf(title));
  if (title) addLines(`${view}.`, SMALL, 600, colorOf(title));
  for (const each of figure.querySelectorAll('figcaption p'))
    addLines(each.textContent, SMALL, 400, colorOf(each));
  let x = EDGE;
  y += LINE;
  for (const item of figure.querySelectorAll('.chart-legend li')) {
    const shape = item.querySelector('svg > g');
    const words = item.textContent.trim();
    const wide = SWATCH + words.length * SMALL * LETTER;
    if (x > EDGE && x + wide > width - EDGE) [x, y] = [EDGE, y + LINE];
    const group = make('g', { transform: `translate(${x} ${y - 11})` });
    if (shape) group.append(withInlineStyles(shape));
    const font = { 'font-family': 'system-ui, sans-serif', 'font-size': `${SMALL}px` };
    group.append(make('text', { x: SWATCH, y: 11, fill: colorOf(item), ...font }, words));
    head.append(group);
    x += wide + GAP;
  }
  return { head, above: Math.ceil(y + EDGE) };
}

/** A chart as a self-contained SVG document with its header. */
function standaloneSvg(svg: SVGSVGElement, view: string) {
  const copy = withInlineStyles(svg);
  const { width, height: below } = svg.viewBox.baseVal;
  const figure = svg.closest('figure');
  const { head, above } = figure ? headerOf(figure, view, width) : { head: null, above: 0 };
  const height = above + below;
  copy.setAttribute('xmlns', NAMESPACE);
  copy.setAttribute('viewBox', `0 ${-above} ${width} ${height}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.removeAttribute('style');
  if (head) {
    head.setAttribute('transform', `translate(0 ${-above})`);
    copy.prepend(head);
  }
  const fill = getComputedStyle(document.documentElement).backgroundColor;
  copy.prepend(make('rect', { y: -above, width: '100%', height: '100%', fill }));
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

/** @param view in words */
export const svgText = (svg: SVGSVGElement, view: string): string => standaloneSvg(svg, view).text;

/** Hands a file to the browser. */
export function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function saveCsv(
  name: string,
  charted: Charted & { readonly events: readonly TimelineEvent[] },
  hypothetical: boolean,
): void {
  const text = csvOf(rowsOf(charted, hypothetical));
  save(`${name}.csv`, new Blob([text], { type: 'text/csv;charset=utf-8' }));
}

export function saveSvg(name: string, svg: SVGSVGElement, view: string): void {
  save(`${name}.svg`, new Blob([svgText(svg, view)], { type: 'image/svg+xml' }));
}

/** Draws the chart at twice its size, for print and for screens with small pixels. */
export async function savePng(name: string, svg: SVGSVGElement, view: string): Promise<void> {
  const { text, width, height } = standaloneSvg(svg, view);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob) save(`${name}.png`, blob);
  } finally {
    URL.revokeObjectURL(url);
  }
}
