/** Exports a log in the interchange format, so that it can be imported anywhere. */
import { interchangeLine } from '../../log/core/recordCodec.js';
import type { Parley } from '../parley.js';

/** The positions of the events in the history of some streams, read as far as they are asked for. */
class PositionSet {
  readonly #pages: AsyncIterator<readonly { position: number }[]>;
  readonly #positions = new Set<number>();
  #last = 0;
  #done = false;

  constructor(parley: Parley, streams: readonly string[]) {
    this.#pages = parley.read({ streams })[Symbol.asyncIterator]();
  }

  /** Whether a position is in the set; positions must be asked for in ascending order, once each. */
  async take(position: number): Promise<boolean> {
    while (!this.#done && this.#last < position) {
      const page = await this.#pages.next();
      this.#done = page.done === true;
      for (const event of page.done ? [] : page.value) {
        this.#positions.add(event.position);
        this.#last = event.position;
      }
    }
    return this.#positions.delete(position);
  }
}

/**
 * The log as lines of canonical JSON in log order, each ending in a line feed, in chunks of one page
 * of the log. Importing them into an empty log and exporting again gives the same bytes. With
 * `streams`, only the events in the history of any of these.
 */
export async function* exportLines(
  parley: Parley,
  streams?: readonly string[],
): AsyncGenerator<string> {
  const selected = streams && new PositionSet(parley, streams);
  for await (const records of parley.log.records()) {
    let text = '';
    for (const { position, body } of records)
      if (!selected || (await selected.take(position))) text += `${interchangeLine(body)}\n`;
    if (text !== '') yield text;
  }
}
