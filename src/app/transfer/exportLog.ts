/** Writing a log out in the interchange format, so that it can be imported anywhere. */
import { interchangeLine } from '../../log/core/recordCodec.js';
import type { Parley } from '../parley.js';

/** The positions of the events in the histories of some streams, asked for as they are needed. */
class Positions {
  readonly #pages: AsyncIterator<readonly { position: number }[]>;
  readonly #known = new Set<number>();
  #last = 0;
  #done = false;

  constructor(parley: Parley, streams: readonly string[]) {
    this.#pages = parley.read({ streams })[Symbol.asyncIterator]();
  }

  async has(position: number): Promise<boolean> {
    while (!this.#done && this.#last < position) {
      const page = await this.#pages.next();
      this.#done = page.done === true;
      for (const event of page.done ? [] : page.value) {
        this.#known.add(event.position);
        this.#last = event.position;
      }
    }
    return this.#known.delete(position);
  }
}

/**
 * The log as lines of canonical JSON, in log order, in groups as they are read; each line ends in
 * a line feed. Importing them into an empty log and exporting that gives the same bytes. With
 * `streams`, only the events in the history of any of these.
 */
export async function* exportLines(
  parley: Parley,
  streams?: readonly string[],
): AsyncGenerator<string> {
  const wanted = streams && new Positions(parley, streams);
  for await (const records of parley.log.records()) {
    let text = '';
    for (const { position, body } of records)
      if (!wanted || (await wanted.has(position))) text += `${interchangeLine(body)}\n`;
    if (text !== '') yield text;
  }
}
