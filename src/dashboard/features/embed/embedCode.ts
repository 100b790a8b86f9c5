import { writeClocks } from '../../lib/view.js';
import type { Clock } from '../../lib/view.js';
import { embedPath } from '../../lib/routes.js';

interface EmbeddedNegotiation {
  readonly slug: string;
  readonly title: string;
}

/** The HTML that embeds a negotiation's card, in the view of `clock`, in another site. */
export function embedCode(
  { slug, title }: EmbeddedNegotiation,
  clock: Clock,
  origin: string,
): string {
  const url = origin + embedPath(slug) + writeClocks('', { ...clock, to: null });
  const attributes = [
    `src="${escapeAttribute(url)}"`,
    `title="${escapeAttribute(title)}"`,
    'width="420"',
    'height="320"',
    'loading="lazy"',
  ];
  return `<iframe ${attributes.join(' ')}></iframe>`;
}

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
