/** Choosing whose negotiations are listed: a country, a group of countries or another party. */
import { type KeyboardEvent, useId, useState } from 'react';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { useSearch } from '../../api/url/useLocation.js';
import { type AsOf, NegotiationListDocument } from '../../generated/graphql.js';
import { countries } from '../../lib/words/countries.js';
import { partiesLike, partyNamed } from './partyNames.js';
import { setSearchParam } from './search.js';

const PARTY = 'party';

/** The code in the URL of the party whose negotiations are listed; null for those of all. */
export const useParty = (): string | null => new URLSearchParams(useSearch()).get(PARTY) || null;

interface FilterProps {
  readonly party: string | null;
  /** The view whose parties are offered. */
  readonly asOf: AsOf;
}

export function PartyFilter({ party, asOf }: FilterProps) {
  const { data } = useGraphqlQuery(NegotiationListDocument, { asOf });
  const onRecord = data?.negotiations.edges.flatMap(({ node }) => node.parties) ?? [];
  const isOnRecord = (code: string) => onRecord.some((each) => each.code === code);
  // Those on record come first, so that a beginning means them rather than others.
  const offered = [
    ...new Map([...onRecord, ...countries()].map((each) => [each.code, each])).values(),
  ].toSorted((a, b) => Number(isOnRecord(b.code)) - Number(isOnRecord(a.code)));
  /** What names no party yet; null while the field shows the party of the URL. */
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const choose = (code: string) => {
    setTyped(null);
    setSearchParam(PARTY, code);
  };
  const change = (text: string) => {
    const named = partyNamed(text, offered);
    if (named !== undefined || text.trim() === '') choose(named?.code ?? '');
    else setTyped(text);
  };
  const like = typed === null ? [] : partiesLike(typed, offered);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !like[0]) return;
    event.preventDefault();
    choose(like[0].code);
  };
  return (
    <div className="search">
      <label htmlFor={id}>Country, group of countries or other party</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        placeholder="All"
        value={typed ?? offered.find(({ code }) => code === party)?.name ?? party ?? ''}
        aria-describedby={`${id}-note`}
        onChange={({ target }) => change(target.value)}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-note`} className="soft" role="status">
        {typed !== null &&
          (like.length === 0
            ? 'No country, group or party on record has a name that begins so.'
            : 'Choose one; Enter takes the first.')}
      </p>
      {like.length > 0 && (
        <div className="kinds" role="group" aria-label="Parties of such a name">
          {like.map(({ code, name }) => (
            <button key={code} type="button" onClick={() => choose(code)}>
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
