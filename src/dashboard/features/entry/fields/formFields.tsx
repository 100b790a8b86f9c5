/** The form fields of an input type, rendered from the form schema. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { SelectField } from './selectField.js';
import { type FieldProps, useField, useFormContext } from './formContext.js';
import { FieldProblems } from './fieldFrame.js';
import { fieldId, isWithin } from '../model/formPaths.js';
import { TextField } from './textField.js';
import { isBlank, type FormValues } from '../model/formValues.js';
import {
  enumValues,
  type Field,
  inputFields,
  splitFields,
  fieldLabel,
  sentenceCase,
} from '../model/formSchema.js';

/** One field: a list, a group of fields, a select or a text field, by its type. */
export function FormField({ field, path }: FieldProps) {
  const inner = inputFields(field.type);
  if (inner && field.list) return <ListField field={field} path={path} />;
  if (inner) return <FieldGroup field={field} path={path} fields={inner} />;
  if (!field.list && (field.type === 'Boolean' || enumValues(field.type)))
    return <SelectField field={field} path={path} />;
  return <TextField field={field} path={path} />;
}

/** A group of more fields shows the first and the required ones, the others in a disclosure. */
const MOST_AT_ONCE = 4;

function FieldGroup({ field, path, fields }: FieldProps & { readonly fields: readonly Field[] }) {
  return (
    <fieldset className="entry-group" id={fieldId(path)} tabIndex={-1}>
      <legend>
        {fieldLabel(field)} <span className="soft">{field.description}</span>
      </legend>
      <FieldProblems path={path} exact />
      {fields.length > MOST_AT_ONCE ? (
        <PrimaryFields
          fields={fields}
          parentPath={path}
          subject={`about “${fieldLabel(field)}”`}
          primaryNames={fields.slice(0, 1).map(({ name }) => name)}
        />
      ) : (
        <Fields fields={fields} parentPath={path} />
      )}
    </fieldset>
  );
}

interface FieldsProps {
  readonly fields: readonly Field[];
  /** The path of the input that has these fields; empty for the event itself. */
  readonly parentPath: string;
}

/** All fields of an input. */
export function Fields({ fields, parentPath }: FieldsProps) {
  return (
    <div className="entry-fields">
      {fields.map((field) => (
        <FormField key={field.name} field={field} path={`${parentPath}.${field.name}`} />
      ))}
    </div>
  );
}

/** The primary fields of an input, and its further fields in a disclosure. */
export function PrimaryFields({
  fields,
  parentPath,
  subject,
  primaryNames,
}: FieldsProps & {
  readonly subject: string;
  readonly primaryNames?: readonly string[] | undefined;
}) {
  const { primary, further } = splitFields(fields, primaryNames);
  return (
    <>
      <Fields fields={primary} parentPath={parentPath} />
      <FurtherFields subject={subject} fields={further} parentPath={parentPath} />
    </>
  );
}

/** A disclosure of further fields, also open while one of them has a problem. */
export function FurtherFields({
  fields,
  parentPath,
  subject,
}: FieldsProps & { readonly subject: string }) {
  const { problems } = useFormContext();
  const [open, setOpen] = useState(false);
  if (fields.length === 0) return null;
  const hasProblem = problems.some(({ path }) =>
    fields.some(({ name }) => isWithin(path, parentPath === '' ? name : `${parentPath}.${name}`)),
  );
  return (
    <details
      className="entry-further"
      open={open || hasProblem}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        More {subject} <span className="soft">({fields.length})</span>
      </summary>
      <div className="entry-fields">
        {fields.map((field) => (
          <FormField
            key={field.name}
            field={field}
            path={parentPath === '' ? field.name : `${parentPath}.${field.name}`}
          />
        ))}
      </div>
    </details>
  );
}

/** The singular of a list field's label: "source" of "sources". */
const singularOf = (field: Field): string =>
  fieldLabel(field)
    .toLowerCase()
    .replace(/s(?= |$)/, '');

export function ListField({
  field,
  path,
  primaryNames,
  minItems = 0,
  actions,
}: FieldProps & {
  /** The fields that each item always shows, besides required ones; all fields when absent. */
  readonly primaryNames?: readonly string[];
  /** How many items are always shown. */
  readonly minItems?: number;
  /** Buttons beside the one that adds an item. */
  readonly actions?: ReactNode;
}) {
  const { value, change } = useField(path);
  const items = (value ?? []) as readonly FormValues[];
  const visible = [...items, ...Array<FormValues>(Math.max(0, minItems - items.length)).fill({})];
  const inner = inputFields(field.type) ?? [];
  const singular = singularOf(field);
  const list = useRef<HTMLFieldSetElement>(null);
  /** The index of the item to focus once it is rendered. */
  const focusIndex = useRef<number | null>(null);
  useEffect(() => {
    if (focusIndex.current === null) return;
    const item = list.current?.querySelectorAll('.entry-item')[focusIndex.current];
    const element = item?.querySelector('input, select, textarea') ?? list.current;
    focusIndex.current = null;
    (element as HTMLElement | null)?.focus();
  }, [visible.length]);
  const add = () => {
    focusIndex.current = visible.length;
    change([...visible, {}]);
  };
  const remove = (index: number) => {
    focusIndex.current = Math.max(0, index - 1);
    change(visible.filter((_, other) => other !== index));
  };
  return (
    <fieldset className="entry-group" id={fieldId(path)} ref={list} tabIndex={-1}>
      <legend>
        {fieldLabel(field)}
        {field.required && <span aria-hidden="true"> *</span>}{' '}
        <span className="soft">{field.description}</span>
      </legend>
      <FieldProblems path={path} exact />
      {visible.map((_, index) => (
        <fieldset className="entry-item" key={index}>
          <legend>
            {sentenceCase(singular)} {index + 1}
          </legend>
          {primaryNames !== undefined ? (
            <PrimaryFields
              fields={inner}
              parentPath={`${path}[${index}]`}
              subject={`of this ${singular}`}
              primaryNames={primaryNames}
            />
          ) : (
            <Fields fields={inner} parentPath={`${path}[${index}]`} />
          )}
          {(visible.length > minItems || !isBlank(items[index])) && (
            <button type="button" className="quiet" onClick={() => remove(index)}>
              Remove {singular} {index + 1}
            </button>
          )}
        </fieldset>
      ))}
      <p className="entry-buttons">
        <button type="button" onClick={add}>
          {visible.length > 0 ? 'Add another' : /^[aeiou]/.test(singular) ? 'Add an' : 'Add a'}{' '}
          {singular}
        </button>
        {actions}
      </p>
    </fieldset>
  );
}
