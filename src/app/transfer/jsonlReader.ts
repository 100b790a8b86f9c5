/** Reads files of the interchange format as a stream of lines, never a whole file at once. */
import { createReadStream } from 'node:fs';

/** A file to read, and its name in error messages. */
export interface JsonlFile {
  readonly path: string;
  readonly name: string;
}

/** A line that is not blank: its value, or the problem that keeps it from being read. */
export type JsonlLine =
  | { readonly file: string; readonly number: number; readonly value: unknown }
  | { readonly file: string; readonly number: number; readonly problem: string };

export class UnreadableFile extends Error {
  readonly code = 'UNREADABLE_FILE';
  constructor(
    readonly file: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`${file} cannot be read: ${reason}.`, options);
    this.name = 'UnreadableFile';
  }
}

/** Far more than an event can hold; bounds the memory for a file without line ends. */
const MAX_LINE_BYTES = 4 * 1024 * 1024;
const TOO_LONG = `is longer than ${MAX_LINE_BYTES / 1024 / 1024} MB: there must be one event a line`;
const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = '\ufeff';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'its permissions forbid it',
  EISDIR: 'it is a directory; name the files in it',
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function parseLine(file: string, number: number, bytes: Uint8Array): JsonlLine | undefined {
  if (bytes.length > MAX_LINE_BYTES) return { file, number, problem: TOO_LONG };
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return { file, number, problem: 'is not UTF-8: save the file in that encoding' };
  }
  if (number === 1 && text.startsWith(BYTE_ORDER_MARK)) text = text.slice(1);
  if (text.trim() === '') return undefined;
  try {
    return { file, number, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { file, number, problem: `is not JSON: ${(error as Error).message}` };
  }
}

/** Splits bytes into numbered lines; buffers an unfinished one. */
class LineSplitter {
  #rest: Uint8Array[] = [];
  #restBytes = 0;
  #number = 0;

  constructor(readonly file: string) {}

  push(chunk: Buffer): readonly JsonlLine[] {
    const lines: JsonlLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      this.#buffer(chunk.subarray(start, end));
      lines.push(...this.endLine());
      start = end + 1;
    }
    this.#buffer(chunk.subarray(start));
    return lines;
  }

  /** Ends the buffered line, at a line end or at the end of the file; empty for a blank line. */
  endLine(): readonly JsonlLine[] {
    this.#number += 1;
    const [only] = this.#rest;
    const bytes = only && this.#rest.length === 1 ? only : Buffer.concat(this.#rest);
    this.#rest = [];
    this.#restBytes = 0;
    const line = parseLine(this.file, this.#number, bytes);
    return line ? [line] : [];
  }

  /** Buffers at most one byte over the limit, enough to detect a long line. */
  #buffer(bytes: Uint8Array): void {
    const capacity = MAX_LINE_BYTES + 1 - this.#restBytes;
    if (capacity <= 0 || bytes.length === 0) return;
    this.#rest.push(bytes.subarray(0, capacity));
    this.#restBytes += Math.min(capacity, bytes.length);
  }
}

/**
 * The lines of a file that are not blank, in groups as they are read; line numbers count from 1
 * and count blank lines too. Throws {@link UnreadableFile}.
 */
export async function* readLines({ path, name }: JsonlFile): AsyncGenerator<readonly JsonlLine[]> {
  const splitter = new LineSplitter(name);
  try {
    for await (const chunk of createReadStream(path)) {
      const lines = splitter.push(chunk as Buffer);
      if (lines.length > 0) yield lines;
    }
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new UnreadableFile(name, REASONS[code] ?? message, { cause: error });
  }
  yield splitter.endLine();
}
