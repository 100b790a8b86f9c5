/** What the URL of a card asks for. */
import { type Clocks, readClocks } from '../../lib/view.js';
import { routeOf } from '../../lib/routes.js';

/** The lines that a card can show. */
export const LINES = ['phase', 'duty', 'next'] as const;
export type CardLine = (typeof LINES)[number];

export interface CardOptions {
  readonly slug: string;
  readonly clocks: Clocks;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly show: ReadonlySet<CardLine>;
}

/** Reads `/embed/<slug>?at=…&knownAt=…&publicAt=…&theme=…&show=…`; what is none of these is passed over. */
export function cardOptions(path: string, search: string): CardOptions {
  const route = routeOf(path);
  const given = new URLSearchParams(search);
  const theme = given.get('theme');
  const asked = given.get('show')?.split(',') ?? LINES;
  const show = LINES.filter((line) => asked.includes(line));
  return {
    slug: route.page === 'embed' ? route.slug : '',
    // A card shows one view; it is compared with nothing.
    clocks: { ...readClocks(search), to: null },
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    show: new Set(show.length > 0 ? show : LINES),
  };
}
