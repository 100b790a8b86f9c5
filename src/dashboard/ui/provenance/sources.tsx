/** Who says so: the sources of an event, with their addresses and words. */
import type { EventDetails } from '../../api/cache/eventCache.js';
import { sourceWords } from './popover.js';

export const Sources = ({
  sources,
}: {
  readonly sources: readonly EventDetails['sources'][number][];
}) => (
  <ul className="sources">
    {sources.map((source, i) => (
      <li key={i}>
        {source.url === null ? (
          sourceWords(source)
        ) : (
          <a href={source.url} rel="noreferrer" target="_blank">
            {sourceWords(source)}
          </a>
        )}
        {source.publisher !== null && source.title !== null && <>: {source.title}</>}
        {source.quote !== null && <q>{source.quote}</q>}
        {source.via !== null && <Via via={source.via} />}
      </li>
    ))}
  </ul>
);

/** Where a source was read, if not at its origin: a URL or a name. */
function Via({ via }: { readonly via: string }) {
  if (!/^https?:\/\//.test(via)) return <span className="soft"> via {via}</span>;
  return (
    <>
      {' '}
      <a href={via} rel="noreferrer" target="_blank">
        read at {URL.canParse(via) ? new URL(via).host : via}
      </a>
    </>
  );
}
