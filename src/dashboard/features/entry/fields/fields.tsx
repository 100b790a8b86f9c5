/** The fields of an input, drawn by what the catalogue says of each. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ChoiceField } from './choiceField.js';
import { type FieldProps, useField, useForm } from './formState.js';
import { Labelled } from './labelled.js';
import { idOf, isWithin } from '../model/places.js';
import { TextField } from './textField.js';
import type { Values } from '../model/values.js';
import { choicesOf, type Field, fieldsOf, firstOf, labelOf, titled } from '../model/vocabulary.js';

/** One field, whatever it holds. */
export function FieldOf({ field, path }: FieldProps) {
  const inner = fieldsOf(field.type);
  if (inner && field.list) return <ListField field={field} path={path} />;
  if (inner) return <Group field={field} path={path} fields={inner} />;
  if (!field.list && (field.type === 'Boolean' || choicesOf(field.type)))
    return <ChoiceField field={field} path={path} />;
  return <TextField field={field} path={path} />;
}

function Group({ field, path, fields }: FieldProps & { readonly fields: readonly Field[] }) {
  return (
    <fieldset className="entry-group" id={idOf(path)} tabIndex={-1}>
      <legend>
        {labelOf(field)} <span className="soft">{field.says}</span>
      </legend>
      <Labelled.Problems path={path} exact />
      <Fields fields={fields} at={path} />
    </fieldset>
  );
}

interface FieldsProps {
  readonly fields: readonly Field[];
  /** The path of the input that they are fields of. */
  readonly at: string;
}

/** All fields of an input. */
export function Fields({ fields, at }: FieldsProps) {
  return (
    <div className="entry-fields">
      {fields.map((field) => (
        <FieldOf key={field.name} field={field} path={`${at}.${field.name}`} />
      ))}
    </div>
  );
}

/** The few fields of an input that a person needs first, and the rest behind a word. */
export function FewFields({
  fields,
  at,
  of,
  few,
}: FieldsProps & { readonly of: string; readonly few?: number | undefined }) {
  const { first, rest } = firstOf(fields, few);
  return (
    <>
      <Fields fields={first} at={at} />
      <More of={of} fields={rest} at={at} />
    </>
  );
}

/** Fields that are shown when asked for, or when something is wrong in them. */
export function More({ fields, at, of }: FieldsProps & { readonly of: string }) {
  const { problems } = useForm();
  const [open, setOpen] = useState(false);
  if (fields.length === 0) return null;
  const wrong = problems.some(({ path }) =>
    fields.some(({ name }) => isWithin(path, at === '' ? name : `${at}.${name}`)),
  );
  return (
    <details
      className="entry-more"
      open={open || wrong}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        More {of} <span className="soft">({fields.length})</span>
      </summary>
      <div className="entry-fields">
        {fields.map((field) => (
          <FieldOf
            key={field.name}
            field={field}
            path={at === '' ? field.name : `${at}.${field.name}`}
          />
        ))}
      </div>
    </details>
  );
}

/** Words for one of a list: "source" of "sources". */
const oneOf = (field: Field): string =>
  labelOf(field)
    .toLowerCase()
    .replace(/s(?= |$)/, '');

export function ListField({
  field,
  path,
  few,
  least = 0,
  extra,
}: FieldProps & {
  /** How many fields of each are shown at first; all when absent. */
  readonly few?: number;
  /** How many are there without being asked for. */
  readonly least?: number;
  /** Further buttons beside the one that adds an entry. */
  readonly extra?: ReactNode;
}) {
  const { value, change } = useField(path);
  const entries = (value ?? []) as readonly Values[];
  const shown = [...entries, ...Array<Values>(Math.max(0, least - entries.length)).fill({})];
  const inner = fieldsOf(field.type) ?? [];
  const one = oneOf(field);
  const list = useRef<HTMLFieldSetElement>(null);
  const focus = useRef<number | null>(null);
  useEffect(() => {
    if (focus.current === null) return;
    const entry = list.current?.querySelectorAll('.entry-one')[focus.current];
    const to = entry?.querySelector('input, select, textarea') ?? list.current;
    focus.current = null;
    (to as HTMLElement | null)?.focus();
  }, [shown.length]);
  const add = () => {
    focus.current = shown.length;
    change([...shown, {}]);
  };
  const remove = (index: number) => {
    focus.current = Math.max(0, index - 1);
    change(shown.filter((_, at) => at !== index));
  };
  return (
    <fieldset className="entry-group" id={idOf(path)} ref={list} tabIndex={-1}>
      <legend>
        {labelOf(field)}
        {field.required && <span aria-hidden="true"> *</span>}{' '}
        <span className="soft">{field.says}</span>
      </legend>
      <Labelled.Problems path={path} exact />
      {shown.map((_, index) => (
        <fieldset className="entry-one" key={index}>
          <legend>
            {titled(one)} {index + 1}
          </legend>
          {few !== undefined ? (
            <FewFields fields={inner} at={`${path}[${index}]`} of={`of this ${one}`} few={few} />
          ) : (
            <Fields fields={inner} at={`${path}[${index}]`} />
          )}
          {shown.length > least && (
            <button type="button" className="quiet" onClick={() => remove(index)}>
              Remove {one} {index + 1}
            </button>
          )}
        </fieldset>
      ))}
      <p className="entry-buttons">
        <button type="button" onClick={add}>
          {shown.length === 0 ? 'Add a' : 'Add another'} {one}
        </button>
        {extra}
      </p>
    </fieldset>
  );
}
