/** A view of a page or a chart as a citation. */
import { dayWords } from '../../time/edtfWords.js';
import { withoutFullStop } from '../sentence.js';

export interface Cited {
  /** "Duty of the United States on India"; it may be a sentence that ends in a full stop. */
  readonly title: string;
  /** The view in words, with every clock stated. */
  readonly view: string;
  /** The day of the view's data, such as 2026-11-26. */
  readonly date: string;
  /** The address of the view, with every clock stated. */
  readonly address: string;
}

/** In the style of the American Psychological Association (7th edition, data set). */
export const apa = ({ title, view, date, address }: Cited): string => {
  const [day, month, year] = dayWords(date).split(' ');
  return `Parley. (${year ?? ''}, ${month ?? ''} ${day ?? ''}). ${withoutFullStop(title)} (${withoutFullStop(view)}) [Data set]. ${address}`;
};

/** What TeX reads as commands, in one pass: what stands for a sign holds braces and backslashes again. */
const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const escapeTex = (text: string): string =>
  text.replace(/[&%$#_{}\\~^]/g, (sign) => TEX[sign] ?? `\\${sign}`);

/** In an address, which may hold no brace: one alone would end the field. */
const escapeAddress = (address: string): string =>
  address.replace(/[{}\\]/g, (sign) => encodeURIComponent(sign));

export const bibtex = ({ title, view, date, address }: Cited): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  const key = title
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
    .slice(0, 8)
    .join('-');
  return [
    `@misc{parley-${key}-${year}${month}${day},`,
    '  author = {{Parley}},',
    `  title = {{${escapeTex(withoutFullStop(title))}}},`,
    `  year = {${year}},`,
    `  month = {${Number(month)}},`,
    `  note = {${escapeTex(withoutFullStop(view))}},`,
    `  url = {${escapeAddress(address)}}`,
    '}',
  ].join('\n');
};
