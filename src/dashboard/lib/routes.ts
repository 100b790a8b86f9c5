/** The pages by path. */
import { type Clock, writeClocks } from './view.js';

export type Route =
  | { readonly page: 'overview' | 'duty' | 'proposals' | 'chronicle' | 'glossary' }
  | {
      readonly page: 'negotiation' | 'embed' | 'dutyEmbed' | 'chronicleOf' | 'measure';
      readonly slug: string;
    }
  | { readonly page: 'event'; readonly id: string }
  | { readonly page: 'party'; readonly code: string }
  | { readonly page: 'unknown'; readonly path: string };

const SINGLE_PAGES = ['duty', 'proposals', 'chronicle', 'glossary'] as const;

const isSinglePage = (page: string): page is (typeof SINGLE_PAGES)[number] =>
  (SINGLE_PAGES as readonly string[]).includes(page);

/** The page that a path names. */
export function routeOf(path: string): Route {
  if (path === '/' || path === '') return { page: 'overview' };
  const [, page = '', name, rest, more] = path.split('/');
  if (name === undefined && isSinglePage(page)) return { page };
  const slug = name === undefined ? undefined : decoded(name);
  if (page === 'negotiation' && slug && rest === 'chronicle' && more === undefined)
    return { page: 'chronicleOf', slug };
  if (page === 'embed' && slug && rest === 'duty' && more === undefined)
    return { page: 'dutyEmbed', slug };
  if (page === 'events' && slug && rest === undefined) return { page: 'event', id: slug };
  if (page === 'measures' && slug && rest === undefined) return { page: 'measure', slug };
  if (page === 'parties' && slug && rest === undefined) return { page: 'party', code: slug };
  if ((page === 'negotiation' || page === 'embed') && slug && rest === undefined)
    return { page, slug };
  return { page: 'unknown', path };
}

/** The paths of the pages of an event, a measure and a party, and of what happened. */
export const eventPath = (id: string): string => `/events/${id}`;
export const measurePath = (slug: string): string => `/measures/${encodeURIComponent(slug)}`;
export const partyPath = (code: string): string => `/parties/${encodeURIComponent(code)}`;
export const chroniclePath = (slug: string | null): string =>
  slug === null ? '/chronicle' : `${negotiationPath(slug)}/chronicle`;

/** The page of what a stream is about; a rulebook and an area are told on that of the party. */
export function streamPath(stream: string): string {
  const [kind = '', name = ''] = stream.split('/');
  if (kind === 'negotiation') return negotiationPath(name);
  return kind === 'measure' ? measurePath(name) : partyPath(name);
}

/** The path of a negotiation's page. */
export const negotiationPath = (slug: string): string => `/negotiation/${encodeURIComponent(slug)}`;

/** The path of the goods desk, asking for the duty of one area on another's goods in a view. */
export const dutyPath = (imposedBy: string, on: string, view: Clock): string =>
  `/duty${writeClocks(`?imposedBy=${imposedBy}&on=${on}`, { ...view, to: null })}`;

/** The path of a negotiation's card, for embedding. */
export const embedPath = (slug: string): string => `/embed/${encodeURIComponent(slug)}`;

/** The path of the chart of its duty, for embedding. */
export const dutyEmbedPath = (slug: string): string => `${embedPath(slug)}/duty`;

/** The path of a picture for links to a page; `name` is encoded already. */
export const sharePath = (name: string): string => `/share/${name}`;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
