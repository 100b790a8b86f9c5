/** Choosing whose negotiations are listed: a country, a group of countries or another party. */
import { useId, useState } from 'react';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { useSearch } from '../../api/url/useLocation.js';
import { type AsOf, NegotiationListDocument } from '../../generated/graphql.js';
import { type Country, countries } from '../../lib/words/countries.js';
import { setSearchParam } from './search.js';

const PARTY = 'party';

/** The code in the URL of the party whose negotiations are listed; null for those of all. */
export const useParty = (): string | null => new URLSearchParams(useSearch()).get(PARTY) || null;

/** The party of that name. A code is none: "in" begins the name of many. */
const partyNamed = (text: string, parties: readonly Country[]): Country | undefined =>
  parties.find(({ name }) => name.toLowerCase() === text.trim().toLowerCase());

interface FilterProps {
  readonly party: string | null;
  /** The view whose parties are offered. */
  readonly asOf: AsOf;
}

export function PartyFilter({ party, asOf }: FilterProps) {
  const { data } = useGraphqlQuery(NegotiationListDocument, { asOf });
  const onRecord = data?.negotiations.edges.flatMap(({ node }) => node.parties) ?? [];
  const others = onRecord.filter(({ code }) => countries().every((each) => each.code !== code));
  const offered = [
    ...new Map([...others, ...countries()].map((each) => [each.code, each])).values(),
  ];
  /** What names no party yet; null while the field shows the party of the URL. */
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const change = (text: string) => {
    const named = partyNamed(text, offered);
    const settled = named !== undefined || text.trim() === '';
    setTyped(settled ? null : text);
    if (settled) setSearchParam(PARTY, named?.code ?? '');
  };
  return (
    <div className="search">
      <label htmlFor={id}>Country, group of countries or other party</label>
      <input
        id={id}
        type="text"
        list={`${id}-list`}
        autoComplete="off"
        placeholder="All"
        value={typed ?? offered.find(({ code }) => code === party)?.name ?? party ?? ''}
        aria-describedby={`${id}-note`}
        onChange={({ target }) => change(target.value)}
      />
      <p id={`${id}-note`} className="soft" role="status">
        {typed !== null && 'Choose a name from the list.'}
      </p>
      <datalist id={`${id}-list`}>
        {offered.map(({ code, name }) => (
          <option key={code} value={name}>
            {code}
          </option>
        ))}
      </datalist>
    </div>
  );
}
