import { writeClocks } from '../../lib/view.js';
import type { Clock } from '../../lib/view.js';
import { dutyEmbedPath, embedPath } from '../../lib/routes.js';
import { HEIGHT_SCRIPT } from './frameHeight.js';

interface EmbeddedNegotiation {
  readonly slug: string;
  readonly title: string;
}

/** The HTML of a frame, as wide as there is room and as high as its content tells. */
function frameCode(path: string, title: string, height: number, origin: string): string {
  const attributes = [
    `src="${escapeAttribute(origin + path)}"`,
    `title="${escapeAttribute(title)}"`,
    'width="100%"',
    `height="${height}"`,
    'style="border:0"',
    'loading="lazy"',
  ];
  return `<iframe ${attributes.join(' ')}></iframe>\n${HEIGHT_SCRIPT}`;
}

/** The HTML that embeds a negotiation's card, in the view of `clock`, in another site. */
export const embedCode = (
  { slug, title }: EmbeddedNegotiation,
  clock: Clock,
  origin: string,
): string =>
  frameCode(embedPath(slug) + writeClocks('', { ...clock, to: null }), title, 360, origin);

/** The HTML that embeds the chart of a negotiation's duty. */
export function chartEmbedCode(
  { slug, title }: EmbeddedNegotiation,
  clock: Clock,
  origin: string,
): string {
  const path = dutyEmbedPath(slug) + writeClocks('', { ...clock, to: null });
  return frameCode(path, `Duty chart: ${title}`, 620, origin);
}

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
