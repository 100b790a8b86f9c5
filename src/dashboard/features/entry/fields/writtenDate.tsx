/** Beside a date as it is typed: what it means, and what will be recorded. */
import { dateWords } from '../../../lib/edtfWords.js';
import { type FieldProps, useField, useForm } from './formState.js';
import { readDate, readEffective } from '../model/plainDates.js';

export function WrittenDate({ field, path, id }: FieldProps & { readonly id: string }) {
  const { value } = useField(path);
  const { today, span } = useForm();
  const text = typeof value === 'string' ? value.trim() : '';
  const read = text === '' ? null : (field.type === 'EDTF' ? readDate : readEffective)(text, today);
  const means = span && path === 'occurred' ? 'session' : 'window';
  return (
    <p className="entry-read" id={id} aria-live="polite">
      {read === null ? (
        <span className="soft">
          {field.type === 'EDTF' && path !== 'occurred'
            ? 'In plain words or EDTF.'
            : field.type === 'EDTF'
              ? 'In plain words or EDTF: March 2025, between 18 July and 27 August 2025, about 15 August 2025, today.'
              : 'The day, or the instant with its offset from UTC.'}
        </span>
      ) : read.problem === undefined ? (
        <>
          Recorded as <code>{read.edtf}</code>: {meaningOf(read.edtf, means)}
        </>
      ) : (
        <span className="entry-doubt">{read.problem}</span>
      )}
    </p>
  );
}

function meaningOf(edtf: string, means: 'session' | 'window'): string {
  const words = dateWords(edtf, means);
  if (!/^[^/.]+\/[^/.]+$/.test(edtf)) return words;
  return means === 'session' ? `${words}, all through` : `some time ${words}`;
}
