/** Text broken into lines, where nothing does it by itself: in SVG. */

/** Estimated width of a letter per unit of font size, rounded up. */
const LETTER = 0.55;

/** Breaks text into lines of at most `width`; of more than `most` lines the last ends with "…". */
export function linesOf(
  text: string,
  size: number,
  width: number,
  most = Infinity,
): readonly string[] {
  const letters = Math.max(1, Math.floor(width / (size * LETTER)));
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && longer.length <= letters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const shown = lines
    .slice(0, most)
    .map((line) => (line.length > letters ? `${line.slice(0, letters - 1)}…` : line));
  if (lines.length > shown.length) {
    const last = shown.pop() ?? '';
    shown.push(`${last.slice(0, letters - 1).replace(/[\s,;:]+$/, '')}…`);
  }
  return shown;
}
