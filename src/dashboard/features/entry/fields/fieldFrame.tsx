/** The frame of a form field: its label, description and problems. */
import type { ReactNode } from 'react';
import { useFormContext } from './formContext.js';
import { fieldId, isWithin } from '../model/formPaths.js';
import { type Field, fieldLabel } from '../model/formSchema.js';

const descriptionId = (path: string): string => `${fieldId(path)}-description`;
const problemsId = (path: string): string => `${fieldId(path)}-problem`;

/** The `id` and ARIA attributes that tie an input to its label, description and problems. */
export function fieldAttributes(
  path: string,
  { required }: Field,
  invalid: boolean,
  extraId?: string,
) {
  const ids = [invalid ? problemsId(path) : '', descriptionId(path), extraId ?? ''];
  return {
    id: fieldId(path),
    'aria-describedby': ids.filter((id) => id !== '').join(' '),
    'aria-invalid': invalid,
    'aria-required': required === true,
  } as const;
}

export function FieldFrame({
  field,
  path,
  hint,
  wide = false,
  children,
}: {
  readonly field: Field;
  readonly path: string;
  readonly hint?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={wide ? 'entry-field entry-wide' : 'entry-field'}>
      <label htmlFor={fieldId(path)}>
        {fieldLabel(field)}
        {field.required && (
          <span className="entry-required" aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </label>
      {children}
      <p className="entry-description" id={descriptionId(path)}>
        {field.description} {hint}
      </p>
      <FieldProblems path={path} />
    </div>
  );
}

/** The problems at a path and below it; with `exact`, only those at the path itself. */
export function FieldProblems({
  path,
  exact = false,
}: {
  readonly path: string;
  readonly exact?: boolean;
}) {
  const { problems } = useFormContext();
  const shown = problems.filter((problem) =>
    exact ? problem.path === path : isWithin(problem.path, path),
  );
  if (shown.length === 0) return null;
  return (
    <p className="entry-problem" id={problemsId(path)}>
      {shown.map((problem) => `${entryPrefix(problem.path, path)}${problem.message}`).join('; ')}
    </p>
  );
}

/** "Entry 2 " before a problem of the second of several values in one text field. */
function entryPrefix(path: string, field: string): string {
  const index = /^\[(\d+)\]/.exec(path.slice(field.length))?.[1];
  return index === undefined ? '' : `Entry ${Number(index) + 1} `;
}
