/** The options in the URL of a card. */
import { type Clocks, invalidDates, readClocks } from '../../lib/view.js';
import { routeOf } from '../../lib/routes.js';

/** The lines that a card can show. */
export const CARD_LINES = ['phase', 'duty', 'next'] as const;
export type CardLine = (typeof CARD_LINES)[number];

export interface CardOptions {
  readonly slug: string;
  readonly clocks: Clocks;
  /** Dates of the URL that are not understood. */
  readonly unreadDates: readonly string[];
  readonly theme: 'auto' | 'light' | 'dark';
  readonly show: ReadonlySet<CardLine>;
}

/** Reads `/embed/<slug>?at=…&knownAt=…&publicAt=…&theme=…&show=…`; ignores anything else. */
export function cardOptions(path: string, search: string): CardOptions {
  const route = routeOf(path);
  const params = new URLSearchParams(search);
  const theme = params.get('theme');
  const requested = params.get('show')?.split(',') ?? CARD_LINES;
  const show = CARD_LINES.filter((line) => requested.includes(line));
  return {
    slug: route.page === 'embed' ? route.slug : '',
    // A card shows one view and no comparison.
    clocks: { ...readClocks(search), to: null },
    unreadDates: invalidDates(search).map(([, text]) => text),
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    show: new Set(show.length > 0 ? show : CARD_LINES),
  };
}
