/** Slugs of what people type. */
import { areaCode } from './codeLists.js';

/** A slug made of a title is cut after the last word within this many characters. */
const MAX_LENGTH = 60;

/** A text as a slug: lower case, with hyphens between its words. */
export const toSlug = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9/]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** The slug of what has this title, such as a new negotiation; empty without one. */
export function titleSlug(title: string): string {
  const slug = toSlug(title.replaceAll('/', ' '));
  return slug.length <= MAX_LENGTH ? slug : slug.slice(0, MAX_LENGTH + 1).replace(/-[^-]*$/, '');
}

/** The slug of a new measure: the code of who imposes it, then its title; empty without a title. */
export function measureSlug(imposedBy: string, title: string): string {
  const name = titleSlug(title);
  if (name === '') return '';
  const code = /^[A-Z]{2,}$/.exec(areaCode('CountryCode', imposedBy))?.[0].toLowerCase();
  return code === undefined || name.startsWith(`${code}-`) ? name : titleSlug(`${code} ${title}`);
}
