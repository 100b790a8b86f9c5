/** A view of a chart as a citation. */
import { dayWords } from '../../../lib/time/edtfWords.js';

export interface Cited {
  /** "Duty of the United States on India". */
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
  return `Parley. (${year ?? ''}, ${month ?? ''} ${day ?? ''}). ${title} (${view}) [Data set]. ${address}`;
};

const escapeTex = (text: string): string => text.replace(/[&%$#_{}]/g, (sign) => `\\${sign}`);

export const bibtex = ({ title, view, date, address }: Cited): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  const key = title.toLowerCase().replace(/[^a-z]+/g, '-');
  return [
    `@misc{parley-${key}-${year}${month}${day},`,
    '  author = {{Parley}},',
    `  title = {{${escapeTex(title)}}},`,
    `  year = {${year}},`,
    `  month = {${Number(month)}},`,
    `  note = {${escapeTex(view)}},`,
    `  url = {${address}}`,
    '}',
  ].join('\n');
};
