/** How wide text is, without a page to measure it on: by the widths of Arial, rounded up. */

/** Fonts of one width: Arial, and those made to its measure. */
export const FONT = "Arial, Helvetica, 'Liberation Sans', sans-serif";

/** Letters of each width, in thousandths of the font size. */
const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  ["ijl'|", 222],
  [' !,./:;I[]\\ft\u00a0', 278],
  ['()-r"`', 340],
  ['*', 389],
  ['cksvxyzJ', 500],
  ['abdeghnopqu0123456789?$#_–+=<>~', 584],
  ['FLTZ', 611],
  ['ABEKPSVXY&', 667],
  ['CDHNRUw', 722],
  ['GOQ', 778],
  ['mM', 833],
  ['%W', 944],
];

const WIDTH_OF = new Map(
  WIDTHS.flatMap(([letters, width]) => Array.from(letters, (letter) => [letter, width] as const)),
);
/** Of letters that are not listed, such as those of other scripts. */
const OTHER = 1000;
/** Bold letters are wider, and no two systems draw quite alike. */
const BOLD = 1.09;
const SLACK = 1.03;

/** The width of a text in pixels; never less than it is in Arial. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const letter of text) sum += WIDTH_OF.get(letter) ?? OTHER;
  return (sum / 1000) * size * SLACK * (bold ? BOLD : 1);
}

/**
 * Breaks text into lines of at most `width` pixels and at most `limit` lines; what does not fit is
 * cut with an ellipsis. A single word wider than a line is cut, too.
 */
export function linesOf(
  text: string,
  size: number,
  width: number,
  limit = Infinity,
  bold = false,
): readonly string[] {
  const fits = (line: string) => textWidth(line, size, bold) <= width;
  const lines: string[] = [];
  const words = text.trim().split(/ +/);
  for (const [i, word] of words.entries()) {
    const longer = lines.length === 0 ? word : `${lines.at(-1) ?? ''} ${word}`;
    if (fits(longer) || lines.length === 0) lines.splice(-1, 1, longer);
    else if (lines.length < limit) lines.push(word);
    else {
      lines.splice(-1, 1, [lines.at(-1), ...words.slice(i)].join(' '));
      break;
    }
  }
  return lines.map((line) => (fits(line) ? line : cut(line, fits)));
}

function cut(line: string, fits: (line: string) => boolean): string {
  let kept = line;
  while (kept !== '' && !fits(`${kept}…`)) kept = kept.slice(0, -1).trimEnd();
  return `${kept.replace(/[ ,;:(–-]+$/, '')}…`;
}
