/** Who imposes measures and on whom, on a map of the world and as the same list below it. */
import { useMemo } from 'react';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { type AsOf, MeasuresInForceDocument } from '../../generated/graphql.js';
import world from '../../generated/world.json';
import { capital, partyName } from '../../lib/words/labels.js';
import { negotiationPath } from '../../lib/routes.js';
import { Link } from '../../ui/link.js';
import { ErrorNotice, Loading } from '../../ui/loading/notice.js';
import type { ListedEdge } from './listed.js';
import { mapCounts, type PartyCounts } from './mapCounts.js';
import { setSearchParam } from './search.js';
import './map.css';

interface Props {
  readonly list: readonly ListedEdge[];
  readonly asOf: AsOf;
  /** The party chosen; null for all. */
  readonly party: string | null;
}

const OUTLINES: Readonly<Record<string, string>> = world.countries;
const POINTS: Readonly<Record<string, readonly number[]>> = world.points;

/** Chooses a party, or all where it was chosen. */
const choose = (code: string, party: string | null): void =>
  setSearchParam('party', code === party ? '' : code);

const roleOf = (counts: PartyCounts | undefined): string =>
  !counts ? '' : counts.imposes > 0 ? 'imposer' : counts.bears > 0 ? 'bearer' : 'party';

export default function WorldMap({ list, asOf, party }: Props) {
  const { data, error, refetch } = useGraphqlQuery(MeasuresInForceDocument, { asOf });
  const negotiations = useMemo(() => list.map(({ node }) => node), [list]);
  const measures = data?.measures.nodes;
  const counts = useMemo(() => mapCounts(negotiations, measures ?? []), [negotiations, measures]);
  const names = useMemo(
    () =>
      new Map(negotiations.flatMap(({ parties }) => parties.map((each) => [each.code, each.name]))),
    [negotiations],
  );
  if (!data)
    return error ? (
      <ErrorNotice title="The measures could not be read" onRetry={() => void refetch()}>
        {error.message}
      </ErrorNotice>
    ) : (
      <Loading />
    );
  const nameOf = (code: string) => capital(partyName({ code, name: names.get(code) ?? code }));
  const { totalCount } = data.measures;
  return (
    <figure className="world">
      <Outlines counts={counts.parties} party={party} nameOf={nameOf} />
      <figcaption>
        <p>
          <span className="entry">
            <span className="key imposer" /> imposes measures in force
          </span>{' '}
          <span className="entry">
            <span className="key bearer" /> measures in force are on its goods by name
          </span>{' '}
          <span className="entry">
            <span className="key party" /> negotiates only
          </span>
        </p>
        <p className="soft">
          {totalCount > data.measures.nodes.length && `The first ${data.measures.nodes.length} of `}
          {totalCount === 1 ? 'One measure' : `${totalCount} measures`} in force on record;{' '}
          {counts.onAll === 0 ? 'none' : counts.onAll} on the goods of all countries. Groups of
          countries and parties without a territory are in the list only. Outlines: Natural Earth.
        </p>
      </figcaption>
      <table>
        <caption>Parties on record; press a name to list its negotiations</caption>
        <thead>
          <tr>
            <th scope="col">Party</th>
            <th scope="col">Negotiations</th>
            <th scope="col">Measures it imposes</th>
            <th scope="col">Measures on its goods by name</th>
          </tr>
        </thead>
        <tbody>
          {counts.parties.map((each) => (
            <tr key={each.code}>
              <th scope="row">
                <button
                  type="button"
                  className="quiet"
                  aria-pressed={each.code === party}
                  onClick={() => choose(each.code, party)}
                >
                  {nameOf(each.code)}
                </button>
              </th>
              <td>{each.negotiations}</td>
              <td>{each.imposes}</td>
              <td>{each.bears}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul>
        {negotiations.map(({ slug, title }) => (
          <li key={slug}>
            <Link href={negotiationPath(slug)}>{title}</Link>
          </li>
        ))}
      </ul>
    </figure>
  );
}

interface OutlinesProps {
  readonly counts: readonly PartyCounts[];
  readonly party: string | null;
  readonly nameOf: (code: string) => string;
}

/** For the eye and the pointer only: the list says and does the same. */
function Outlines({ counts, party, nameOf }: OutlinesProps) {
  const byCode = new Map(counts.map((each) => [each.code, each]));
  const shape = (code: string) => ({
    className: `${roleOf(byCode.get(code))}${code === party ? ' chosen' : ''}`,
    onClick: () => choose(code, party),
  });
  const small = Object.keys(POINTS).filter((code) => byCode.has(code));
  return (
    <svg viewBox="0 0 2000 880" aria-hidden="true">
      {Object.entries(OUTLINES).map(([code, path]) => (
        <path key={code} d={path} {...shape(code)}>
          <title>{nameOf(code)}</title>
        </path>
      ))}
      {small.map((code) => (
        <circle key={code} cx={POINTS[code]?.[0]} cy={POINTS[code]?.[1]} r={9} {...shape(code)}>
          <title>{nameOf(code)}</title>
        </circle>
      ))}
    </svg>
  );
}
