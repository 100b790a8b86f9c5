/** The pages by path. */
import { type Clock, writeClocks } from './view.js';

export type Route =
  | { readonly page: 'overview' | 'duty' | 'proposals' }
  | { readonly page: 'negotiation' | 'embed' | 'dutyEmbed'; readonly slug: string }
  | { readonly page: 'unknown'; readonly path: string };

/** The page that a path names. */
export function routeOf(path: string): Route {
  if (path === '/' || path === '') return { page: 'overview' };
  if (path === '/duty') return { page: 'duty' };
  if (path === '/proposals') return { page: 'proposals' };
  const [, page, slug, rest, more] = path.split('/');
  if (page === 'embed' && slug && rest === 'duty' && more === undefined)
    return { page: 'dutyEmbed', slug: decoded(slug) };
  if ((page === 'negotiation' || page === 'embed') && slug && rest === undefined)
    return { page, slug: decoded(slug) };
  return { page: 'unknown', path };
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
