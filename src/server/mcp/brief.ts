/** Keeps answers short: what does not fit is counted, and how to get it is said. */
import { MAX_BRIEF_BYTES } from './tool.js';

const bytes = (text: string): number => Buffer.byteLength(text);

/** Lines of text, up to a number of bytes. */
export class BriefText {
  readonly #lines: string[] = [];
  #bytes = 0;
  #omitted = 0;
  readonly #limit: number;

  /** @param full whether everything was asked for */
  constructor(full: boolean) {
    // Room for the line that says what was left out.
    this.#limit = full ? Infinity : MAX_BRIEF_BYTES - 200;
  }

  line(text: string): this {
    const size = bytes(text) + 1;
    if (this.#omitted > 0 || this.#bytes + size > this.#limit) this.#omitted += 1;
    else {
      this.#lines.push(text);
      this.#bytes += size;
    }
    return this;
  }

  toString(): string {
    const rest =
      this.#omitted > 0 ? [`(${this.#omitted} more lines: ask again with detail "full".)`] : [];
    return [...this.#lines, ...rest].join('\n');
  }
}

/**
 * Structured content within the limit: of its lists the longest are cut from the end until it fits,
 * and `omitted` counts what each lost.
 */
export function briefStructure(
  content: Readonly<Record<string, unknown>>,
  full: boolean,
): Readonly<Record<string, unknown>> {
  if (full) return content;
  const cut: Record<string, unknown> = { ...content };
  const omitted: Record<string, number> = {};
  const size = () => bytes(JSON.stringify(Object.keys(omitted).length ? { ...cut, omitted } : cut));
  while (size() > MAX_BRIEF_BYTES) {
    const lists = Object.entries(cut).filter(
      (entry): entry is [string, unknown[]] => Array.isArray(entry[1]) && entry[1].length > 0,
    );
    const [longest] = lists.sort(
      ([, a], [, b]) => JSON.stringify(b).length - JSON.stringify(a).length,
    );
    if (!longest) break;
    const [name, list] = longest;
    cut[name] = list.slice(0, -1);
    omitted[name] = (omitted[name] ?? 0) + 1;
  }
  return Object.keys(omitted).length > 0 ? { ...cut, omitted } : cut;
}
