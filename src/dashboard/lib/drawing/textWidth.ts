/**
 * How wide text is, without a page to measure it on: by the widths of DejaVu Sans, the widest of the
 * fonts that machines without Arial draw it in. In Arial it takes up to 15 % less room.
 */

/** Arial, those made to its measure, and what there is. */
export const FONT = "Arial, Helvetica, 'Liberation Sans', sans-serif";

/** Letters of each width, in thousandths of the font size, rounded up. */
const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  ["'ijl", 280],
  [' !,./:;I[]\\f|J’·\u00a0', 355],
  ['()t-r!', 415],
  ['"', 460],
  ['*_`–“”', 520],
  ['szcL?', 560],
  ['Fkvxy', 600],
  ['TYPaeoé', 630],
  ['0123456789ESbdghnpquü$', 640],
  ['ABCKRVXZ', 700],
  ['HNUDG&', 780],
  ['OQw', 820],
  ['+<=>~#×', 840],
  ['M', 870],
  ['%m', 975],
];

const WIDTH_OF = new Map(
  WIDTHS.flatMap(([letters, width]) => Array.from(letters, (letter) => [letter, width] as const)),
);
/** Of letters that are not listed, such as those of other scripts. */
const OTHER = 1000;
/** Bold letters are wider, and no two systems draw quite alike. */
const BOLD = 1.14;
const SLACK = 1.01;

/** The width of a text in pixels; never less than it is in the widest of the usual fonts. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const letter of text) sum += WIDTH_OF.get(letter) ?? OTHER;
  return (sum / 1000) * size * SLACK * (bold ? BOLD : 1);
}

/**
 * Breaks text into lines of at most `width` pixels and at most `limit` lines; what does not fit is
 * cut with an ellipsis. A single word wider than a line is broken, where there may be more lines.
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
  const words = text
    .trim()
    .split(/ +/)
    .flatMap((word) => (limit === Infinity ? broken(word, fits) : [word]));
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

/** The text in full, in as few lines as it takes and these as short as they can be; null where it is too long. */
export function wrapped(
  text: string,
  size: number,
  width: number,
  limit: number,
): readonly string[] | null {
  const linesIn = (most: number): readonly string[] | null => {
    const lines = linesOf(text, size, most);
    const isWhole = lines.join(' ') === text.trim().replaceAll(/ +/g, ' ');
    return isWhole && lines.length <= limit ? lines : null;
  };
  const lines = linesIn(width);
  if (!lines || lines.length === 1) return lines;
  let [low, high] = [width / lines.length / 2, width];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (linesIn(middle)?.length === lines.length) high = middle;
    else low = middle;
  }
  return linesIn(high);
}

/** The parts of a word that fit a line each, such as of an address: after its marks where it has any. */
function broken(word: string, fits: (line: string) => boolean): readonly string[] {
  const parts: string[] = [''];
  for (const letter of word) {
    const longer = (parts.at(-1) ?? '') + letter;
    if (longer === letter || fits(longer)) parts[parts.length - 1] = longer;
    else {
      const [kept = '', rest = ''] = /^(.*[/?&])(.+)$/s.exec(longer)?.slice(1) ?? [
        longer.slice(0, -letter.length),
        letter,
      ];
      parts.splice(-1, 1, kept, rest);
    }
  }
  return parts;
}

function cut(line: string, fits: (line: string) => boolean): string {
  let kept = line;
  while (kept !== '' && !fits(`${kept}…`)) kept = kept.slice(0, -1).trimEnd();
  return `${kept.replace(/[ ,;:(–-]+$/, '')}…`;
}
