/** The chart in the page of another site: drawn as wide as its frame, and told how high it is. */
import { affectsNegotiation } from '../../api/live/affectsNegotiation.js';
import { EventFollower, type OpenConnection } from '../../api/live/eventFollower.js';
import { isMoving } from '../../lib/view.js';
import { tellHeight } from './frameHeight.js';
import { unreadWords } from './unreadDates.js';
import type { ChartOptions } from './chartOptions.js';

export interface ShownChart {
  readonly svg: string;
  readonly title: string;
  readonly description: string;
}

/** A chart that was loaded. */
export interface LoadedChart {
  /** The title of the negotiation. */
  readonly name: string;
  readonly page: string;
  /** The position of the log that it was read at. */
  readonly position: number;
  /** Drawn at a width in pixels; null where there is no such duty to draw. */
  readonly draw: (width: number) => ShownChart | null;
}

/** Null where nothing is of that name at the view. */
export type LoadChart = () => Promise<LoadedChart | null>;

/** Delay before a failed query is retried, and interval of refetching, in milliseconds. */
const RETRY_MS = 10_000;
const REFETCH_MS = 600_000;

const NO_NEGOTIATION = 'No negotiation of that name is on record at this view.';
const NO_DUTY = 'No duty of this pair is on record that could be drawn.';

export class ChartFrame {
  #loaded: LoadedChart | null = null;
  #follower: EventFollower | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #observer: ResizeObserver;

  constructor(
    readonly container: HTMLElement,
    readonly options: ChartOptions,
    readonly load: LoadChart,
    readonly openConnection: OpenConnection,
  ) {
    this.#observer = new ResizeObserver(() => this.#draw());
  }

  /** Loads and draws; a view that can still change is then followed. */
  async show(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.options.unreadDates.length > 0) {
      this.#say(unreadWords(this.options.unreadDates, 'chart'));
      return;
    }
    try {
      this.#loaded = await this.load();
      if (!this.#loaded) this.#say(NO_NEGOTIATION);
      else {
        document.title = this.#loaded.name;
        this.#draw();
        this.#observer.observe(this.container);
      }
      if (!isMoving({ ...this.options.clock, to: null })) return;
      if (this.#loaded) this.#follow(this.#loaded.position);
      this.#timer = setTimeout(() => void this.show(), REFETCH_MS);
    } catch (error) {
      if (!this.#loaded) {
        const reason = error instanceof Error ? ` ${error.message}` : '';
        this.#say(`The record could not be loaded.${reason}`);
      }
      this.#timer = setTimeout(() => void this.show(), RETRY_MS);
    }
  }

  #draw(): void {
    const { clientWidth: width } = this.container;
    if (!this.#loaded || width === 0) return;
    const chart = this.#loaded.draw(width);
    if (!chart) {
      this.#say(NO_DUTY);
      return;
    }
    const { documentElement: svg } = new DOMParser().parseFromString(chart.svg, 'image/svg+xml');
    svg.setAttribute('aria-label', `${chart.title}. ${chart.description}`);
    this.#show(document.importNode(svg, true), this.#pageLink(this.#loaded));
  }

  #pageLink({ name, page }: LoadedChart): HTMLElement {
    const link = document.createElement('a');
    link.href = page;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = name;
    const line = document.createElement('h1');
    line.className = 'chart-link';
    line.append(link);
    return line;
  }

  #say(text: string): void {
    const line = document.createElement('p');
    line.className = 'soft';
    line.textContent = text;
    this.#show(line);
  }

  #show(...nodes: readonly Node[]): void {
    this.container.replaceChildren(...nodes);
    tellHeight(this.container);
  }

  #follow(after: number): void {
    if (this.#follower) return;
    this.#follower = new EventFollower(this.openConnection, {
      events: (events) => {
        if (events.some((event) => affectsNegotiation(event, this.options.slug))) void this.show();
      },
      state: () => undefined,
    });
    this.#follower.start(String(after));
  }
}
