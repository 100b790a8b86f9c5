/** A text field for text, numbers, dates and codes, one or several of them. */
import { type ReactNode, useState } from 'react';
import { type FieldProps, type Suggestion, useField, useFormContext } from './formContext.js';
import { FieldFrame, fieldAttributes } from './fieldFrame.js';
import { fieldId } from '../model/formPaths.js';
import { countryName } from '../../../lib/words/labels.js';
import { DatePreview } from './datePreview.js';
import { areaCode, codeProblem, codesIn, isArea, isCode } from '../model/codeLists.js';
import { DUTY_INPUT, type Field, scalarFormat } from '../model/formSchema.js';

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  EDTF: '15 August 2025',
  EffectiveTime: '27 August 2025 00:01 UTC-4',
  URL: 'https://',
  [DUTY_INPUT]: '2.5 % + 7 INR/kg',
};

const KEYBOARDS: Readonly<Record<string, 'numeric' | 'decimal' | 'url'>> = {
  Int: 'numeric',
  Float: 'decimal',
  URL: 'url',
};

export function TextField({ field, path }: FieldProps) {
  const { value = '', problems, change } = useField(path);
  const { suggest } = useFormContext();
  // Options are rendered on focus: every country and time zone under every field would slow typing.
  const [focused, setFocused] = useState(false);
  const isDate = !field.list && (field.type === 'EDTF' || field.type === 'EffectiveTime');
  const previewId = `${fieldId(path)}-preview`;
  const list = `${fieldId(path)}-list`;
  const shared = {
    ...fieldAttributes(path, field, problems.length > 0, isDate ? previewId : undefined),
    value: value as string,
    placeholder: PLACEHOLDERS[field.type],
    spellCheck: field.type === 'String',
    autoComplete: 'off',
  };
  // Twenty thousand HS codes may be pasted, one a line.
  const multiline = field.list && !isArea(field);
  if (multiline || field.type === 'JSON' || (field.long && field.type === 'String'))
    return (
      <FieldFrame field={field} path={path} hint={hintFor(field)} wide>
        <textarea
          {...shared}
          rows={field.type === 'JSON' ? 6 : 2}
          onChange={({ target }) => change(target.value)}
        />
        <CodesRead field={field} text={value as string} />
      </FieldFrame>
    );
  const options = field.list ? nextInList(field, value as string, suggest) : suggest(field);
  const hasSuggestions = options.length > 0;
  return (
    <FieldFrame field={field} path={path} hint={hintFor(field)}>
      <input
        {...shared}
        type="text"
        inputMode={KEYBOARDS[field.type]}
        list={hasSuggestions ? list : undefined}
        onFocus={() => setFocused(true)}
        onChange={({ target }) => change(target.value)}
      />
      <CodesRead field={field} text={value as string} />
      {isDate && <DatePreview field={field} path={path} id={previewId} />}
      {hasSuggestions && (
        <datalist id={list}>
          {(focused ? options : []).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </datalist>
      )}
    </FieldFrame>
  );
}

/** The codes that may come next in a list, each after what is already in it. */
function nextInList(
  field: Field,
  text: string,
  suggest: (field: Field) => readonly Suggestion[],
): readonly Suggestion[] {
  if (!isArea(field)) return [];
  const entered = /^.*[,;]\s*/s.exec(text)?.[0] ?? '';
  return suggest(field).map(({ value, ...rest }) => ({ ...rest, value: entered + value }));
}

/** Codes shown as read; a whole tariff is not. */
const MOST_SHOWN = 12;

/** Below a field for codes: how what is written is read, where it is written otherwise. */
function CodesRead({ field, text }: { readonly field: Field; readonly text: string }) {
  if (!isCode(field) || text.trim() === '') return null;
  const codes = field.list ? codesIn(field, text) : [text];
  const read = codes
    .slice(0, MOST_SHOWN)
    .map((code) =>
      isArea(field)
        ? areaWords(areaCode(field.type, code))
        : hsWords(code.replaceAll(/[.\s]/g, '')),
    );
  const problem = codes.map((code) => codeProblem(field, code)).find((each) => each !== undefined);
  if (problem !== undefined)
    return (
      <p className="entry-date-preview" aria-live="polite">
        <span className="entry-date-problem">{problem}</span>
      </p>
    );
  const more = codes.length > read.length ? ` and ${codes.length - read.length} more` : '';
  return (
    <p className="entry-date-preview" aria-live="polite">
      Read as {read.join(', ')}
      {more}
    </p>
  );
}

const areaWords = (code: string): string =>
  code === '*'
    ? 'all countries'
    : countryName(code) === code
      ? code
      : `${countryName(code)} (${code})`;

/** 7208.10.15 for 72081015. */
const hsWords = (code: string): string =>
  [code.slice(0, 4), ...(code.slice(4).match(/\d{1,2}/g) ?? [])].join('.');

function hintFor(field: Field): ReactNode {
  if (field.list === 2) return 'One line per group, with commas between its entries.';
  if (field.list) return isCode(field) ? 'Separate several with commas.' : 'One per line.';
  if (field.type === 'EDTF' || field.type === 'EffectiveTime') return '';
  return scalarFormat(field.type);
}
