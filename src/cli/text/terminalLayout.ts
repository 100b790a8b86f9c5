/** Lays text out for a terminal: wrapped lines, and colours where the terminal shows them. */

/** Columns of the longest line. */
export const WIDTH = 100;

export type Tone = 'bold' | 'dim' | 'warn';

const CODES: Readonly<Record<Tone, string>> = { bold: '1', dim: '2', warn: '33' };

/** Whether stdout is a terminal and NO_COLOR is not set (https://no-color.org). */
export const wantsColour = (): boolean => process.stdout.isTTY && !process.env['NO_COLOR'];

/** Control characters, which a terminal would execute: recorded text must not contain any. */
const CONTROL = /\p{Cc}+/gu;

/** Breaks text into lines of at most `width`; a longer word has a line to itself. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.replace(CONTROL, ' ').split(/ +/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Labelled paragraphs, added from top to bottom. */
export class TextLayout {
  readonly #lines: string[] = [];

  constructor(readonly colour: boolean) {}

  #paint(text: string, tone: Tone | undefined): string {
    return tone && this.colour && text !== '' ? `\x1b[${CODES[tone]}m${text}\x1b[0m` : text;
  }

  /** A paragraph; further lines begin under its text, not under `label`. */
  line(text: string, { label = '', tone }: { label?: string; tone?: Tone } = {}): this {
    const titled = /^\S/.test(label);
    wrap(text, WIDTH - label.length).forEach((part, i) => {
      const margin = i === 0 ? label : ' '.repeat(label.length);
      this.#lines.push(
        this.#paint(margin, titled && i === 0 ? 'bold' : undefined) + this.#paint(part, tone),
      );
    });
    return this;
  }

  blank(): this {
    this.#lines.push('');
    return this;
  }

  toString(): string {
    return `${this.#lines.map((line) => line.trimEnd()).join('\n')}\n`;
  }
}
