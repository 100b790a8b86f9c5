/** A field that is typed: text, numbers, dates, codes; also several of them. */
import { type ReactNode, useState } from 'react';
import { countries } from '../model/countries.js';
import { type FieldProps, type Suggestion, useField, useForm } from './formState.js';
import { Labelled, tied } from './labelled.js';
import { idOf } from '../model/places.js';
import { WrittenDate } from './writtenDate.js';
import { type Field, grammarOf } from '../model/vocabulary.js';

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  EDTF: '15 August 2025',
  EffectiveTime: '27 August 2025 00:01 UTC-4',
  URL: 'https://',
};

const KEYBOARDS: Readonly<Record<string, 'numeric' | 'decimal' | 'url'>> = {
  Int: 'numeric',
  Float: 'decimal',
  URL: 'url',
};

export function TextField({ field, path }: FieldProps) {
  const { value = '', problems, change } = useField(path);
  const { suggest } = useForm();
  // Lists of all countries and zones under every field would make each letter typed a wait.
  const [asked, setAsked] = useState(false);
  const isDate = !field.list && (field.type === 'EDTF' || field.type === 'EffectiveTime');
  const readout = `${idOf(path)}-read`;
  const list = `${idOf(path)}-list`;
  const shared = {
    ...tied(path, field, problems.length > 0, isDate ? readout : undefined),
    value: value as string,
    placeholder: PLACEHOLDERS[field.type],
    spellCheck: field.type === 'String',
    autoComplete: 'off',
  };
  const lines = field.list && !isCode(field);
  if (lines || field.type === 'JSON' || (field.long && field.type === 'String'))
    return (
      <Labelled field={field} path={path} hint={hintFor(field)} wide>
        <textarea
          {...shared}
          rows={field.type === 'JSON' ? 6 : 2}
          onChange={({ target }) => change(target.value)}
        />
      </Labelled>
    );
  const options = !field.list && field.type === 'CountryCode' ? named() : suggest(field.name);
  const known = options.length > 0 && !field.list;
  return (
    <Labelled field={field} path={path} hint={hintFor(field)}>
      <input
        {...shared}
        type="text"
        inputMode={KEYBOARDS[field.type]}
        list={known ? list : undefined}
        onFocus={() => setAsked(true)}
        onChange={({ target }) => change(target.value)}
      />
      {isDate && <WrittenDate field={field} path={path} id={readout} />}
      {known && (
        <datalist id={list}>
          {(asked ? options : []).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </datalist>
      )}
    </Labelled>
  );
}

const named = (): readonly Suggestion[] =>
  countries().map(({ code, name }) => ({ value: code, label: name }));

const isCode = ({ type }: Field): boolean => type === 'CountryCode' || type === 'HSCode';

function hintFor(field: Field): ReactNode {
  if (field.list === 2) return 'A line for each group, commas within it.';
  if (field.list) return isCode(field) ? 'Several, with commas between them.' : 'One on each line.';
  if (field.type === 'EDTF' || field.type === 'EffectiveTime') return '';
  return grammarOf(field.type);
}
