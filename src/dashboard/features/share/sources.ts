/** The line that says where figures come from. */
import { sourcesLine } from '../../lib/words/credit.js';

type Sourced = { readonly sources: readonly { readonly publisher: string | null }[] } | null;

/** Who reports the events, each once. */
export const sourcesWords = (events: readonly Sourced[]): string =>
  sourcesLine(
    events.flatMap((event) => (event?.sources ?? []).flatMap(({ publisher }) => publisher ?? [])),
  );
