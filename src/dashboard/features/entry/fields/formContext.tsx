/** The context of a form's fields: values, problems, suggestions and the way to change a value. */
import { createContext, useContext } from 'react';
import { isWithin, valueAt } from '../model/formPaths.js';
import type { FieldProblem, FieldValue, FormValues } from '../model/formValues.js';
import type { Field } from '../model/formSchema.js';

/** A field of the form schema and its path in the form's values. */
export interface FieldProps {
  readonly field: Field;
  readonly path: string;
}

export interface FormContextValue {
  readonly values: FormValues;
  readonly problems: readonly FieldProblem[];
  /** The date that "today" stands for, such as 2025-11-22. */
  readonly today: string;
  /** The zone in which dates are read. */
  readonly zone: string;
  readonly change: (path: string, value: FieldValue | undefined) => void;
  /** What may be entered in a field: codes and names of areas and parties, or values entered before. */
  readonly suggest: (field: Field) => readonly Suggestion[];
  /** Whether an interval in `occurred` is the event's duration rather than a window for a moment. */
  readonly span: boolean;
}

export interface Suggestion {
  readonly value: string;
  readonly label?: string;
}

const FormContext = createContext<FormContextValue | null>(null);

export const FormProvider = FormContext;

export function useFormContext(): FormContextValue {
  const state = useContext(FormContext);
  if (!state) throw new Error('A form field must be rendered inside a FormProvider');
  return state;
}

/** The value at a path, its problems, and a function that changes it. */
export function useField(path: string) {
  const { values, problems, change } = useFormContext();
  return {
    value: valueAt(values, path),
    problems: problems.filter((problem) => isWithin(problem.path, path)),
    change: (value: FieldValue | undefined) => change(path, value),
  };
}
