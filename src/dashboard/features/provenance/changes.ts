/** The values that a correction changes. */
import type { EventCertainty } from '../../generated/graphql.js';
import { dateWords } from '../../lib/edtfWords.js';
import { CERTAINTY } from '../../lib/labels.js';
import { valueWords } from '../../lib/paths.js';
import type { EventDetails } from '../../api/cache/eventCache.js';

/** An event with its corrections applied. */
export interface Stated {
  readonly occurred: string;
  readonly certainty: EventCertainty;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Change {
  readonly part: string;
  readonly before: string;
  readonly after: string;
}

type Source = EventDetails['sources'][number];
type Parts = Partial<Stated> & { readonly sources?: readonly (Partial<Source> & Kinded)[] };
type Kinded = Pick<Source, 'kind'>;

export const statedBy = ({ occurred, certainty, data }: EventDetails): Stated => ({
  occurred,
  certainty,
  data: data as Stated['data'],
});

const partsOf = ({ data }: EventDetails): Parts => data as Parts;

/** The event after an annotation. */
export function after(before: Stated, about: EventDetails): Stated {
  if (about.type !== 'EventCorrected' || about.retracted) return before;
  const { occurred, certainty, data } = partsOf(about);
  return {
    occurred: occurred ?? before.occurred,
    certainty: certainty ?? before.certainty,
    data: data ?? before.data,
  };
}

/** Each part that a correction replaces, as it was and as it is to be. */
export function changesBy(before: Stated, about: EventDetails): readonly Change[] {
  const then = after(before, { ...about, retracted: false });
  const fields = [...new Set([...Object.keys(before.data), ...Object.keys(then.data)])];
  return [
    {
      part: 'when it happened',
      before: dateWords(before.occurred),
      after: dateWords(then.occurred),
    },
    {
      part: 'how firmly it is held',
      before: CERTAINTY[before.certainty],
      after: CERTAINTY[then.certainty],
    },
    ...fields.map((field) => ({
      part: field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
      before: valueWords(field, before.data[field]),
      after: valueWords(field, then.data[field]),
    })),
  ].filter((change) => change.before !== change.after);
}

/** The sources that an event about another gives to that other. */
export const sourcesGivenBy = (about: EventDetails): readonly Source[] =>
  about.type === 'EventCorrected' || about.type === 'SourceAdded'
    ? (partsOf(about).sources ?? []).map((source) => ({ ...NO_WORD, ...source }))
    : [];

const NO_WORD = {
  publisher: null,
  title: null,
  url: null,
  published: null,
  quote: null,
  via: null,
};
