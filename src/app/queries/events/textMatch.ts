/** Text and code search in single events. */
import type { AnyEvent } from '../../../../events/catalogue.js';
import type { Source } from '../../../../events/envelope.js';
import { foldText, searchTexts, stringValues } from '../../../../events/searchText.js';

/** Whether one text of an event contains the search text, ignoring case and accents. */
export function matchesText(search: string): (event: AnyEvent) => boolean {
  const needle = foldText(search);
  return (event) => {
    const { summary, data, sources } = searchTexts(event);
    return [summary, ...data, ...sources].some((text) => foldText(text).includes(needle));
  };
}

/** Whether a string value somewhere in the data equals this code. */
export function containsCode(data: unknown, code: string): boolean {
  for (const text of stringValues(data)) if (text === code) return true;
  return false;
}

/** The sources of an event, and those that it adds to the event it is about. */
export function sourcesOf({ type, sources, data }: AnyEvent): readonly Source[] {
  if (type !== 'SourceAdded' && type !== 'EventCorrected') return sources;
  return [...sources, ...(data.sources ?? [])];
}
