/** The card embedded in another site: rendered, and rendered again when it may have changed. */
import { isMoving } from '../../lib/view.js';
import { affectsNegotiation } from '../../api/live/affectsNegotiation.js';
import {
  EventFollower,
  type OpenConnection,
  type ConnectionState,
} from '../../api/live/eventFollower.js';
import { lostWords, newsWords } from '../../api/live/liveWords.js';
import type { FetchCard, FetchLogHead } from './cardQueries.js';
import { tellHeight } from './frameHeight.js';
import { unreadWords } from './unreadDates.js';
import { renderCard, renderNotice } from './renderCard.js';
import type { CardOptions } from './cardOptions.js';

/** Delay before a failed query is retried, in milliseconds. */
const RETRY_MS = 10_000;
/** Interval of refetching, for changes that come with time alone, in milliseconds. */
const REFETCH_MS = 600_000;

export class Card {
  readonly #content = document.createElement('div');
  readonly #connection = document.createElement('p');
  readonly #announcement = document.createElement('p');
  #follower: EventFollower | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Renders into `container`, with data from `fetchCard` and changes from the event stream. */
  constructor(
    container: HTMLElement,
    readonly options: CardOptions,
    readonly fetchCard: FetchCard,
    readonly fetchLogHead: FetchLogHead,
    readonly openConnection: OpenConnection,
  ) {
    this.#connection.className = 'lost screen-only';
    this.#connection.hidden = true;
    this.#announcement.className = 'visually-hidden';
    this.#announcement.role = 'status';
    container.replaceChildren(this.#content, this.#connection, this.#announcement);
    new ResizeObserver(() => tellHeight(container)).observe(container);
  }

  /** Fetches and renders. A view that can still change is then followed and rendered on every change. */
  async show(): Promise<void> {
    const { slug, clocks, unreadDates } = this.options;
    if (unreadDates.length > 0) {
      this.#render(renderNotice(unreadWords(unreadDates, 'card')));
      return;
    }
    const { at, knownAt, publicAt } = clocks;
    clearTimeout(this.#timer);
    try {
      const { negotiation } = await this.fetchCard({ slug, asOf: { at, knownAt, publicAt } });
      if (!negotiation) {
        const when = clocks.at === null ? '' : ' by that date';
        this.#render(renderNotice(`No negotiation named “${slug}” is recorded${when}.`));
        if (!isMoving(clocks)) return;
        if (!this.#follower) {
          this.#follow(await this.fetchLogHead());
          // It may have been recorded between the two queries.
          await this.show();
          return;
        }
        this.#timer = setTimeout(() => void this.show(), REFETCH_MS);
        return;
      }
      document.title = negotiation.title;
      this.#render(renderCard(negotiation, this.options, this.#content));
      if (!isMoving(clocks)) return;
      this.#follow(String(negotiation.view.position));
      this.#timer = setTimeout(() => void this.show(), REFETCH_MS);
    } catch (error) {
      if (!this.#content.querySelector('h1')) {
        const reason = error instanceof Error ? ` ${error.message}` : '';
        this.#render(renderNotice(`The record could not be loaded.${reason}`));
      }
      this.#timer = setTimeout(() => void this.show(), RETRY_MS);
    }
  }

  /** Ends all fetching and following. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#follower?.stop();
  }

  #render(nodes: readonly Node[]): void {
    this.#content.replaceChildren(...nodes);
  }

  #follow(after: string): void {
    if (this.#follower) return;
    this.#follower = new EventFollower(this.openConnection, {
      events: (events) => {
        const relevant = events.filter((event) => affectsNegotiation(event, this.options.slug));
        if (relevant.length === 0) return;
        void this.show().then(() => (this.#announcement.textContent = newsWords(relevant)));
      },
      state: (state) => this.#showConnection(state),
    });
    this.#follower.start(after);
  }

  #showConnection(state: ConnectionState): void {
    if (state.kind === 'connecting') return;
    this.#connection.hidden = state.kind === 'open';
    this.#connection.textContent = state.kind === 'lost' ? lostWords(state) : '';
  }
}
