/** Differences between two views of one negotiation, with the events that caused them. */
import { useMemo } from 'react';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { asOfFor, type Clock, type Clocks, type LogHead } from '../../lib/view.js';
import { timePointWords } from '../../lib/words/viewWords.js';
import { DateField } from '../../ui/dateField.js';
import {
  type Assumptions,
  DiffDocument,
  type DiffQuery,
  type DiffQueryVariables,
} from '../../generated/graphql.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';
import { Loading, ErrorNotice } from '../../ui/loading/notice.js';
import { ChangeGroup } from './changeGroup.js';
import { ChangeRows, type ViewNames } from './changeRows.js';
import { type Names, namesOf, topicOf } from '../../lib/words/paths.js';
import './compare.css';

interface ComparisonProps {
  readonly slug: string;
  readonly clocks: Clocks;
  readonly head: LogHead;
  readonly assuming: Assumptions | null;
  readonly snapshot: Snapshot | null;
  readonly go: (change: Partial<Clocks>) => void;
}

type Diff = NonNullable<DiffQuery['negotiation']>['diff'];

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
  const diff = data?.negotiation?.diff;
  const views = useMemo(
    () => ({ shown: viewName({ at, knownAt, publicAt }), compared: viewName(other) }),
    [at, knownAt, publicAt, other],
  );
  const set = (change: Partial<Clock>) => go({ to: { ...other, ...change } });
  return (
    <section className="compare" aria-labelledby="compare-title">
      <h2 id="compare-title">
        {views.shown} <span className="soft">compared with</span> {lowerFirst(views.compared)}
      </h2>
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
      {diff && <Differences diff={diff} variables={variables} names={names} views={views} />}
      {data && !data.negotiation && (
        <p role="status">This negotiation had not begun in {views.shown.toLowerCase()}.</p>
      )}
    </section>
  );
}

/** What matters first; the rest is counted, and read when opened. */
function Differences({
  diff: { totalCount, topics, headline },
  variables,
  names,
  views,
}: {
  readonly diff: Diff;
  readonly variables: DiffQueryVariables;
  readonly names: Names;
  readonly views: ViewNames;
}) {
  const groups = useMemo(() => {
    const byTitle = new Map<string, { topics: string[]; count: number }>();
    for (const { topic, count } of topics) {
      const group = byTitle.get(topicOf(topic)) ?? { topics: [], count: 0 };
      group.topics.push(topic);
      group.count += count;
      byTitle.set(topicOf(topic), group);
    }
    return [...byTitle];
  }, [topics]);
  if (totalCount === 0) return <p role="status">The two views do not differ.</p>;
  return (
    <>
      {headline.length > 0 ? (
        <ChangeRows changes={headline} names={names} views={views} caption="What matters most" />
      ) : (
        <p>Duty, phase, agreements and due dates are the same in both views.</p>
      )}
      <h3>
        All differences <span className="soft">{totalCount}</span>
      </h3>
      {groups.map(([title, group]) => (
        <ChangeGroup
          // Another comparison begins closed.
          key={`${title} ${JSON.stringify(variables)}`}
          {...{ title, ...group, variables, names, views }}
        />
      ))}
    </>
  );
}

/** "Now", "20 August 2025", "20 August 2025, as recorded by 1 September 2025". */
function viewName({ at, knownAt, publicAt }: Clock): string {
  const parts = [at === null ? 'Now' : timePointWords(at)];
  if (knownAt !== null) parts.push(`as recorded by ${timePointWords(knownAt)}`);
  if (publicAt !== null) parts.push(`as the public could know by ${timePointWords(publicAt)}`);
  return parts.join(', ');
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
