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
        {source.via !== null && <Via via={source.via} />}
        {source.quote !== null && <q>{source.quote}</q>}
      </li>
    ))}
  </ul>
);

/** Where a source was read, if not at its origin: an address, a name, or why there is no address. */
function Via({ via }: { readonly via: string }) {
  const [address] = /https?:\/\/\S+/.exec(via) ?? [];
  const words = via.replace(address ?? '', '').trim();
  const told = words.startsWith(NO_ADDRESS)
    ? `, no address on record${words.slice(NO_ADDRESS.length)}`
    : address === via
      ? ', read at'
      : `, via ${words}`;
  return (
    <span className="soft">
      {told}
      {address !== undefined && (
        <>
          {' '}
          <a href={address} rel="noreferrer" target="_blank">
            {URL.canParse(address) ? new URL(address).host : address}
          </a>
        </>
      )}
    </span>
  );
}

/** How the record says that a source has no address. */
const NO_ADDRESS = 'no address';
