import { writeClocks } from '../../lib/view.js';
import type { Clock } from '../../lib/view.js';
import { embedPath } from '../../lib/routes.js';

interface Carded {
  readonly slug: string;
  readonly title: string;
}

/** The HTML that puts a negotiation's card, in a view, into a page of others. */
export function embedCode({ slug, title }: Carded, clock: Clock, origin: string): string {
  const url = origin + embedPath(slug) + writeClocks('', { ...clock, to: null });
  const attributes = [
    `src="${escaped(url)}"`,
    `title="${escaped(title)}"`,
    'width="420"',
    'height="320"',
    'loading="lazy"',
  ];
  return `<iframe ${attributes.join(' ')}></iframe>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
