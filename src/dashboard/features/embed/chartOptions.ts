/** The options in the URL of an embedded chart. */
import { type Clock, invalidDates, readClocks } from '../../lib/view.js';
import { routeOf } from '../../lib/routes.js';

export interface ChartOptions {
  readonly slug: string;
  readonly clock: Clock;
  /** Dates of the URL that are not understood. */
  readonly unreadDates: readonly string[];
  readonly theme: 'auto' | 'light' | 'dark';
  /** A colour as CSS has it; null for that of the theme. */
  readonly accent: string | null;
  /** The name of a font on the reader's machine; null for the usual ones. */
  readonly font: string | null;
  readonly hasTitle: boolean;
  /** Whose duty on whose goods, as US-IN; null for the highest. */
  readonly pair: string | null;
}

const ACCENT = /^[0-9a-f]{6}$/i;
const FONT = /^[A-Za-z][A-Za-z0-9 -]{0,39}$/;
const PAIR = /^[A-Z][A-Z0-9]{1,19}-[A-Z][A-Z0-9]{1,19}$/;

const matched = (value: string | null, pattern: RegExp): string | null =>
  value !== null && pattern.test(value) ? value : null;

/**
 * Reads `/embed/<slug>/duty?at=…&knownAt=…&publicAt=…&theme=…&accent=…&font=…&title=…&pair=…`; what is
 * none of their values is ignored, but for a date: it is named.
 */
export function chartOptions(path: string, search: string): ChartOptions {
  const route = routeOf(path);
  const params = new URLSearchParams(search);
  const theme = params.get('theme');
  const accent = matched(params.get('accent'), ACCENT);
  const { at, knownAt, publicAt } = readClocks(search);
  return {
    slug: route.page === 'dutyEmbed' ? route.slug : '',
    clock: { at, knownAt, publicAt },
    unreadDates: invalidDates(search).map(([, text]) => text),
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    accent: accent === null ? null : `#${accent}`,
    font: matched(params.get('font'), FONT),
    hasTitle: params.get('title') !== 'off',
    pair: matched(params.get('pair'), PAIR),
  };
}
