/** The values that a correction changes. */
import type { EventCertainty } from '../../generated/graphql.js';
import { dateWords } from '../../lib/time/edtfWords.js';
import { CERTAINTY } from '../../lib/words/labels.js';
import { dataWords, keyWords } from '../../lib/words/dataWords.js';
import { type Names, NO_NAMES } from '../../lib/words/names.js';
import type { EventDetails } from '../../api/cache/eventCache.js';

/** The content of an event with its corrections applied. */
export interface EventContent {
  readonly occurred: string;
  readonly certainty: EventCertainty;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Change {
  readonly field: string;
  /** Null where nothing was said. */
  readonly before: string | null;
  readonly after: string | null;
}

type Source = EventDetails['sources'][number];
type Parts = Partial<EventContent> & {
  readonly sources?: readonly (Partial<Source> & SourceKind)[];
};
type SourceKind = Pick<Source, 'kind'>;

export const contentOf = ({ occurred, certainty, data }: EventDetails): EventContent => ({
  occurred,
  certainty,
  data: data as EventContent['data'],
});

const partsOf = ({ data }: EventDetails): Parts => data as Parts;

/** The content after a correction; other event types and retracted corrections change nothing. */
export function after(before: EventContent, correction: EventDetails): EventContent {
  if (correction.type !== 'EventCorrected' || correction.retracted) return before;
  const { occurred, certainty, data } = partsOf(correction);
  return {
    occurred: occurred ?? before.occurred,
    certainty: certainty ?? before.certainty,
    data: data ?? before.data,
  };
}

/** Each field that a correction replaces, before and after. */
export function changesBy(
  before: EventContent,
  correction: EventDetails,
  names: Names = NO_NAMES,
): readonly Change[] {
  const then = after(before, { ...correction, retracted: false });
  const fields = [...new Set([...Object.keys(before.data), ...Object.keys(then.data)])];
  return [
    {
      field: 'when it happened',
      before: dateWords(before.occurred),
      after: dateWords(then.occurred),
    },
    {
      field: 'certainty',
      before: CERTAINTY[before.certainty],
      after: CERTAINTY[then.certainty],
    },
    ...fields.map((field) => ({
      field: keyWords(field),
      before: dataWords(field, before.data[field], names),
      after: dataWords(field, then.data[field], names),
    })),
  ].filter((change) => change.before !== change.after);
}

/** The sources that a correction or an added source gives its target event. */
export const sourcesIn = (correction: EventDetails): readonly Source[] =>
  correction.type === 'EventCorrected' || correction.type === 'SourceAdded'
    ? (partsOf(correction).sources ?? []).map((source) => ({ ...EMPTY_SOURCE, ...source }))
    : [];

const EMPTY_SOURCE = {
  publisher: null,
  title: null,
  url: null,
  published: null,
  quote: null,
  via: null,
};
