/** What every field of a form draws on, and how it changes what stands there. */
import { createContext, useContext } from 'react';
import { at, isWithin } from '../model/places.js';
import type { Problem, Value, Values } from '../model/values.js';
import type { Field } from '../model/vocabulary.js';

/** A field and the path at which it stands. */
export interface FieldProps {
  readonly field: Field;
  readonly path: string;
}

export interface FormState {
  readonly values: Values;
  readonly problems: readonly Problem[];
  /** The day that "today" means. */
  readonly today: string;
  readonly change: (path: string, value: Value | undefined) => void;
  /** What was written in fields of that name before, the latest first. */
  readonly suggest: (name: string) => readonly Suggestion[];
  /** How much goes on through an interval in `occurred`. */
  readonly span: boolean;
}

export interface Suggestion {
  readonly value: string;
  readonly label?: string;
}

const FormContext = createContext<FormState | null>(null);

export const FormProvider = FormContext;

export function useForm(): FormState {
  const state = useContext(FormContext);
  if (!state) throw new Error('A field was drawn outside a form');
  return state;
}

/** What stands at a path, what is wrong with it, and a way to change it. */
export function useField(path: string) {
  const { values, problems, change } = useForm();
  return {
    value: at(values, path),
    problems: problems.filter((problem) => isWithin(problem.path, path)),
    change: (value: Value | undefined) => change(path, value),
  };
}
