/** The head of a page for programs that show links: OpenGraph, Twitter, oEmbed discovery. */
import { element, textElement } from '../feeds/xml.js';
import { PICTURE_SIZE, type SharedPage } from './sharing.js';

const meta = (property: string, content: string): string => element('meta', { property, content });
const named = (name: string, content: string): string => element('meta', { name, content });

/** The discovery link of oembed.com, section 4. */
const discovery = (origin: string, { title, path }: SharedPage): string =>
  element('link', {
    rel: 'alternate',
    type: 'application/json+oembed',
    href: `${origin}/oembed?format=json&url=${encodeURIComponent(origin + path)}`,
    title,
  });

function pictureTags(url: string, alt: string): string {
  return [
    meta('og:image', url),
    meta('og:image:type', 'image/png'),
    meta('og:image:width', String(PICTURE_SIZE.width)),
    meta('og:image:height', String(PICTURE_SIZE.height)),
    meta('og:image:alt', alt),
    named('twitter:image', url),
    named('twitter:image:alt', alt),
  ].join('');
}

/** As HTML, with every value escaped; title and description stand in place of the built ones. */
export function socialTags(origin: string, page: SharedPage): string {
  const { title, description, path, picture, embed } = page;
  return [
    textElement('title', title === 'Parley' ? title : `${title} – Parley`),
    named('description', description),
    element('link', { rel: 'canonical', href: origin + path }),
    meta('og:type', 'website'),
    meta('og:site_name', 'Parley'),
    meta('og:title', title),
    meta('og:description', description),
    meta('og:url', origin + path),
    named('twitter:card', picture === null ? 'summary' : 'summary_large_image'),
    named('twitter:title', title),
    named('twitter:description', description),
    picture === null ? '' : pictureTags(origin + picture, `${title}: ${description}`),
    embed === null ? '' : discovery(origin, page),
  ].join('');
}
