/** Differences between two views of one negotiation, with the events that caused them. */
import { useMemo } from 'react';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { asOfFor, type Clock, type Clocks, type LogHead } from '../../lib/view.js';
import { timePointWords } from '../../lib/viewWords.js';
import { DateField } from '../../ui/dateField.js';
import { type Assumptions, DiffDocument, type DiffQuery } from '../../generated/graphql.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';
import { Loading, ErrorNotice } from '../../ui/notice.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import { type Names, namesOf, pathWords, topicOf, valueWords } from '../../lib/paths.js';
import './compare.css';

interface ComparisonProps {
  readonly slug: string;
  readonly clocks: Clocks;
  readonly head: LogHead;
  readonly assuming: Assumptions | null;
  readonly snapshot: Snapshot | null;
  readonly go: (change: Partial<Clocks>) => void;
}

type Change = NonNullable<DiffQuery['negotiation']>['diff']['changes'][number];

const NOW: Clock = { at: null, knownAt: null, publicAt: null };

export default function Comparison({
  slug,
  clocks,
  head,
  assuming,
  snapshot,
  go,
}: ComparisonProps) {
  const other = clocks.to ?? NOW;
  const { at, knownAt, publicAt } = clocks;
  const variables = useMemo(
    () => ({
      slug,
      assuming,
      asOf: asOfFor({ at, knownAt, publicAt }, head),
      to: asOfFor(other, head),
    }),
    [slug, assuming, head, at, knownAt, publicAt, other],
  );
  const { data, error, isFetching } = useGraphqlQuery(DiffDocument, variables);
  const names = useMemo(() => namesOf(snapshot), [snapshot]);
  const set = (change: Partial<Clock>) => go({ to: { ...other, ...change } });
  return (
    <section className="compare" aria-labelledby="compare-title">
      <h2 id="compare-title">Compared with {clockWords(other)}</h2>
      <div className="compare-clocks screen-only">
        <label>
          Date{' '}
          <DateField
            label="Date compared with"
            value={other.at}
            empty=""
            onValue={(to) => set({ at: to })}
          />
        </label>
        <label>
          Known to the public by{' '}
          <DateField
            label="Known to the public by, in the view compared with"
            value={other.publicAt}
            empty=""
            onValue={(to) => set({ publicAt: to })}
          />
        </label>
        <label>
          Recorded by{' '}
          <DateField
            label="Recorded by, in the view compared with"
            value={other.knownAt}
            empty=""
            onValue={(to) => set({ knownAt: to })}
          />
        </label>
        <button type="button" onClick={() => go({ ...other, to: { at, knownAt, publicAt } })}>
          Swap
        </button>
        <button type="button" onClick={() => go({ to: null })}>
          Stop comparing
        </button>
      </div>
      {error && <ErrorNotice title="The views could not be compared">{error.message}</ErrorNotice>}
      {!data && isFetching && <Loading what="Comparing" />}
      {data && <Changes changes={data.negotiation?.diff.changes ?? []} names={names} />}
    </section>
  );
}

/** Changes under the headings of what they are about, the value before and the value after. */
function Changes({
  changes,
  names,
}: {
  readonly changes: readonly Change[];
  readonly names: Names;
}) {
  const topics = useMemo(() => {
    const groups = new Map<string, Change[]>();
    for (const change of changes) {
      const topic = topicOf(change.path);
      groups.set(topic, [...(groups.get(topic) ?? []), change]);
    }
    return [...groups];
  }, [changes]);
  if (changes.length === 0) return <p role="status">The two views do not differ.</p>;
  return (
    <>
      <p role="status">{changes.length} differences.</p>
      {topics.map(([topic, ofTopic], i) => (
        <details key={topic} open={i === 0 || ofTopic.length <= 8}>
          <summary>
            {topic} <span className="soft">{ofTopic.length}</span>
          </summary>
          {/* Explicit roles: rows with block layout lose their implicit ones. */}
          <table role="table">
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">
                  What
                </th>
                <th role="columnheader" scope="col">
                  This view
                </th>
                <th role="columnheader" scope="col">
                  Compared view
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {ofTopic.map(({ path, before, after, causedBy }) => (
                <tr role="row" key={path}>
                  <td role="cell">
                    <Provenance events={causedBy} title={pathWords(path, names)}>
                      {pathWords(path, names)}
                    </Provenance>
                  </td>
                  <td role="cell">{valueWords(path, before, names)}</td>
                  <td role="cell">{valueWords(path, after, names)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ))}
    </>
  );
}

function clockWords({ at, knownAt, publicAt }: Clock): string {
  const parts = [at === null ? 'now' : timePointWords(at)];
  if (knownAt !== null) parts.push(`as recorded by ${timePointWords(knownAt)}`);
  if (publicAt !== null) parts.push(`as the public could know by ${timePointWords(publicAt)}`);
  return parts.join(', ');
}
