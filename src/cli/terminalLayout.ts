/** Laying text out for a terminal: lines that fit, and colours only where they are seen. */

/** Lines are never longer, so that a picture fits beside other things. */
export const WIDTH = 100;

export type Tone = 'bold' | 'dim' | 'warn';

const CODES: Readonly<Record<Tone, string>> = { bold: '1', dim: '2', warn: '33' };

/** Whether stdout is a terminal whose user did not ask for no colours (https://no-color.org). */
export const wantsColour = (): boolean => process.stdout.isTTY && !process.env['NO_COLOR'];

/** Characters a terminal could take for commands; what was recorded must not move its cursor. */
const CONTROL = /\p{Cc}+/gu;

/** Breaks text into lines of at most `width`; a longer word stands on a line of its own. */
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

/** A layout of labelled parts, written from top to bottom. */
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
