/** Which sources of a form are remembered, and what of them the next form begins with. */
import { isBlank, type FormValues } from './formValues.js';

const sourcesIn = (values: FormValues): readonly FormValues[] =>
  (['sources', 'citing'] as const)
    .flatMap((name) => (values[name] ?? []) as readonly FormValues[])
    .filter((source) => !isBlank(source));

/** The sources that were entered in this form, without those it began with. */
export function newSources(values: FormValues, initial: FormValues): readonly FormValues[] {
  const before = new Set(sourcesIn(initial).map((source) => JSON.stringify(source)));
  return sourcesIn(values).filter((source) => !before.has(JSON.stringify(source)));
}

/**
 * Who published the sources of a form, and what kind they are: the next event may be of another
 * report, so its address, title, date and quotation are not taken over.
 */
export function carriedSources(values: FormValues): FormValues {
  const sources = ((values['sources'] ?? []) as readonly FormValues[])
    .map(({ publisher, kind }): FormValues => ({
      ...(!isBlank(publisher) && { publisher }),
      ...(!isBlank(kind) && { kind }),
    }))
    .filter((source) => !isBlank(source['publisher']));
  const distinct = new Map(sources.map((source) => [JSON.stringify(source), source]));
  return distinct.size === 0 ? {} : { sources: [...distinct.values()] };
}
