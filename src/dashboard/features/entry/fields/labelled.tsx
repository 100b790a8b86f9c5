/** What stands around a field: its name, what is to be written, and what is wrong with it. */
import type { ReactNode } from 'react';
import { useForm } from './formState.js';
import { idOf, isWithin } from '../model/places.js';
import { type Field, labelOf } from '../model/vocabulary.js';

const sayings = (path: string): string => `${idOf(path)}-says`;
const problemsId = (path: string): string => `${idOf(path)}-problem`;

/** What ties an element to its descriptions, for whoever does not see them beside it. */
export function tied(path: string, { required }: Field, wrong: boolean, more?: string) {
  const ids = [wrong ? problemsId(path) : '', sayings(path), more ?? ''];
  return {
    id: idOf(path),
    'aria-describedby': ids.filter((id) => id !== '').join(' '),
    'aria-invalid': wrong,
    'aria-required': required === true,
  } as const;
}

export function Labelled({
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
      <label htmlFor={idOf(path)}>
        {labelOf(field)}
        {field.required && (
          <span className="entry-must" aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </label>
      {children}
      <p className="entry-says" id={sayings(path)}>
        {field.says} {hint}
      </p>
      <Problems path={path} />
    </div>
  );
}

/** What is wrong at a path; with `exact`, not what is wrong within it. */
function Problems({ path, exact = false }: { readonly path: string; readonly exact?: boolean }) {
  const { problems } = useForm();
  const mine = problems.filter((problem) =>
    exact ? problem.path === path : isWithin(problem.path, path),
  );
  if (mine.length === 0) return null;
  return (
    <p className="entry-problem" id={problemsId(path)}>
      {mine.map((problem) => `${entryOf(problem.path, path)}${problem.message}`).join('; ')}
    </p>
  );
}

/** "Entry 2 " for what is wrong with the second of several values written in one field. */
function entryOf(path: string, field: string): string {
  const index = /^\[(\d+)\]/.exec(path.slice(field.length))?.[1];
  return index === undefined ? '' : `Entry ${Number(index) + 1} `;
}

Labelled.Problems = Problems;
