/** A card within a page of others: drawn, and drawn again when something changes. */
import { isMoving } from '../../lib/view.js';
import { concerns } from '../../api/live/affectsNegotiation.js';
import { Following, type Line, type LineState } from '../../api/live/eventFollower.js';
import { lostWords, newsWords } from '../../api/live/liveWords.js';
import type { Ask, AskHead } from './ask.js';
import { drawn, drawnNotice } from './draw.js';
import type { CardOptions } from './options.js';

/** Between two tries to read what could not be read, in milliseconds. */
const AGAIN_MS = 10_000;
/** What the clock alone changes shows after so many milliseconds. */
const CLOCK_MS = 600_000;

export class Card {
  readonly #content = document.createElement('div');
  readonly #line = document.createElement('p');
  readonly #heard = document.createElement('p');
  #following: Following | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** A card in `place`, which asks by `ask` and hears of changes over `line`. */
  constructor(
    place: HTMLElement,
    readonly options: CardOptions,
    readonly ask: Ask,
    readonly askHead: AskHead,
    readonly line: Line,
  ) {
    this.#line.className = 'lost screen-only';
    this.#line.hidden = true;
    this.#heard.className = 'heard';
    this.#heard.role = 'status';
    place.replaceChildren(this.#content, this.#line, this.#heard);
  }

  /** Reads and draws; a view that can still change is drawn again when it does. */
  async show(): Promise<void> {
    const { slug, clocks } = this.options;
    const { at, knownAt, publicAt } = clocks;
    clearTimeout(this.#timer);
    try {
      const { negotiation } = await this.ask({ slug, asOf: { at, knownAt, publicAt } });
      if (!negotiation) {
        const when = clocks.at === null ? '' : ' by then';
        this.#draw(drawnNotice(`Nothing is recorded of ${slug}${when}.`));
        if (!isMoving(clocks)) return;
        if (!this.#following) {
          this.#follow(await this.askHead());
          // It may have been recorded before that.
          await this.show();
          return;
        }
        this.#timer = setTimeout(() => void this.show(), CLOCK_MS);
        return;
      }
      document.title = negotiation.title;
      this.#draw(drawn(negotiation, this.options, this.#content));
      if (!isMoving(clocks)) return;
      this.#follow(String(negotiation.view.position));
      this.#timer = setTimeout(() => void this.show(), CLOCK_MS);
    } catch (error) {
      if (!this.#content.querySelector('h1')) {
        const reason = error instanceof Error ? ` ${error.message}` : '';
        this.#draw(drawnNotice(`The record could not be read.${reason}`));
      }
      this.#timer = setTimeout(() => void this.show(), AGAIN_MS);
    }
  }

  /** Neither asks nor hears any more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#following?.stop();
  }

  #draw(nodes: readonly Node[]): void {
    this.#content.replaceChildren(...nodes);
  }

  #follow(after: string): void {
    if (this.#following) return;
    this.#following = new Following(this.line, {
      events: (events) => {
        const ours = events.filter((event) => concerns(event, this.options.slug));
        if (ours.length === 0) return;
        void this.show().then(() => (this.#heard.textContent = newsWords(ours)));
      },
      state: (state) => this.#tell(state),
    });
    this.#following.start(after);
  }

  #tell(state: LineState): void {
    if (state.kind === 'connecting') return;
    this.#line.hidden = state.kind === 'open';
    this.#line.textContent = state.kind === 'lost' ? lostWords(state) : '';
  }
}
