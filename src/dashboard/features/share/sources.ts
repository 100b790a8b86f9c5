/** The line that says where figures come from. */

type Sourced = { readonly sources: readonly { readonly publisher: string | null }[] } | null;

/** So many publishers are named; the others are counted. */
const NAMED = 2;

/** "Sources: Federal Register, White House and 2 others": of events, each publisher once. */
export function sourcesWords(events: readonly Sourced[]): string {
  const publishers = [
    ...new Set(
      events.flatMap((event) => (event?.sources ?? []).flatMap(({ publisher }) => publisher ?? [])),
    ),
  ];
  if (publishers.length === 0) return 'No source is on record';
  const others = publishers.length - NAMED;
  const named = publishers.slice(0, NAMED).join(', ');
  const more = others > 0 ? ` and ${others} ${others === 1 ? 'other' : 'others'}` : '';
  return `${publishers.length === 1 ? 'Source' : 'Sources'}: ${named}${more}`;
}
