/** Below a date field: how the typed text is read and what will be recorded. */
import { type EdtfEnd, tryParseEdtf } from '../../../../../events/time/edtf.js';
import { dateWords } from '../../../lib/time/edtfWords.js';
import { type FieldProps, useField, useFormContext } from './formContext.js';
import { placeOfZone } from '../dates/formZone.js';
import { readEffectiveTime } from '../dates/effectiveTime.js';
import { readDate } from '../dates/plainDates.js';

/** What names a year says the same day everywhere; “today” does not. */
const HAS_YEAR = /\d{4}/;
/** Readings offered at once. */
const MOST_READINGS = 4;

export function DatePreview({ field, path, id }: FieldProps & { readonly id: string }) {
  const { value, change } = useField(path);
  const { today, zone, span } = useFormContext();
  const text = typeof value === 'string' ? value.trim() : '';
  const reading =
    text === '' ? null : (field.type === 'EDTF' ? readDate : readEffectiveTime)(text, today);
  const intervalMeans = span && path === 'occurred' ? 'session' : 'window';
  return (
    <p className="entry-date-preview" id={id} aria-live="polite">
      {reading === null ? (
        <span className="soft">
          {field.type === 'EDTF' && path !== 'occurred'
            ? 'In plain words or EDTF.'
            : field.type === 'EDTF'
              ? 'In plain words or EDTF: March 2025, between 18 July and 27 August 2025, about 15 August 2025, today.'
              : 'The day, or the date and time with its UTC offset.'}
        </span>
      ) : reading.problem === undefined ? (
        <>
          Recorded as <code>{reading.edtf}</code>: {dateMeaning(reading.edtf, intervalMeans)}
          {!HAS_YEAR.test(text) && ` in ${placeOfZone(zone)}`}
        </>
      ) : (
        <>
          <span className="entry-date-problem">{reading.problem}</span>
          {reading.readings?.slice(0, MOST_READINGS).map((edtf) => (
            <button key={edtf} type="button" className="entry-reading" onClick={() => change(edtf)}>
              {dateMeaning(edtf, intervalMeans)} <code>{edtf}</code>
            </button>
          ))}
        </>
      )}
    </p>
  );
}

function dateMeaning(edtf: string, intervalMeans: 'session' | 'window'): string {
  const words = dateWords(edtf, intervalMeans);
  const parsed = tryParseEdtf(edtf);
  if (!parsed || parsed.from === parsed.to || isOpen(parsed.from) || isOpen(parsed.to))
    return words;
  return intervalMeans === 'session' ? `${words}, for the whole period` : `some time ${words}`;
}

const isOpen = ({ kind }: EdtfEnd): boolean => kind === 'open' || kind === 'unknown';
