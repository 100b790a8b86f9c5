import { writeClocks } from '../../lib/view.js';
import type { Clock } from '../../lib/view.js';
import { dutyEmbedPath, embedPath } from '../../lib/routes.js';
import { HEIGHT_MESSAGE } from './chartFrame.js';

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

/** Gives each frame the height that it tells. */
const HEIGHT_SCRIPT = `<script>addEventListener("message",({data,source})=>{if(data?.type==="${HEIGHT_MESSAGE}")for(const frame of document.getElementsByTagName("iframe"))if(frame.contentWindow===source)frame.height=data.height})</script>`;

/** The HTML that embeds the chart of a negotiation's duty, as wide as there is room and as high as it is. */
export function chartEmbedCode(
  { slug, title }: EmbeddedNegotiation,
  clock: Clock,
  origin: string,
): string {
  const url = origin + dutyEmbedPath(slug) + writeClocks('', { ...clock, to: null });
  const attributes = [
    `src="${escapeAttribute(url)}"`,
    `title="${escapeAttribute(`Duty chart: ${title}`)}"`,
    'width="100%"',
    'height="620"',
    'style="border:0"',
    'loading="lazy"',
  ];
  return `<iframe ${attributes.join(' ')}></iframe>\n${HEIGHT_SCRIPT}`;
}

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
