import { fieldId } from './model/formPaths.js';

/** The first field that is shown and empty: a required one, but for a name that follows from a title. */
export function firstToFill(form: HTMLFormElement | null): HTMLElement | undefined {
  const all = form?.querySelectorAll<HTMLInputElement>('input, select, textarea') ?? [];
  const shown = [...all].filter((field) => !field.closest('details:not([open])'));
  const empty = shown.filter(({ value }) => value === '');
  const title = empty.find(({ id }) => id === fieldId('data.title'));
  const required = empty.filter((field) => field.getAttribute('aria-required') === 'true');
  const isNamed = ({ id }: HTMLElement) => title !== undefined && id === fieldId('stream');
  const source = empty.find(({ id }) => id === fieldId('sources[0].url'));
  return (
    required.find((field) => !isNamed(field) && !field.closest('.entry-item')) ??
    source ??
    empty[0] ??
    shown[0]
  );
}
