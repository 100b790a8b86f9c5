/** Differences between two views of one negotiation, with the events that caused them. */
import { useEffect, useMemo, useRef } from 'react';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { asOfFor, type Clock, type Clocks, type LogHead } from '../../lib/view.js';
import { dateOf, dayStart, yearBefore } from '../../lib/time/calendarDays.js';
import { dateWords } from '../../lib/time/edtfWords.js';
import { timePointWords } from '../../lib/words/viewWords.js';
import { DateField } from '../../ui/dateField.js';
import {
  type Assumptions,
  DiffDocument,
  type DiffQuery,
  type DiffQueryVariables,
} from '../../generated/graphql.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';
import { TermLink } from '../../ui/termLink.js';
import { ErrorNotice } from '../../ui/loading/notice.js';
import { Comparing } from './comparing.js';
import { ChangeGroup } from './changeGroup.js';
import { ChangeRows, type ViewNames } from './changeRows.js';
import { type Names, namesOfAll } from '../../lib/words/names.js';
import { certaintiesOf } from '../../lib/words/certainties.js';
import { topicOf } from '../../lib/words/paths.js';
import './compare.css';

interface ComparisonProps {
  readonly slug: string;
  readonly clocks: Clocks;
  readonly head: LogHead;
  readonly assuming: Assumptions | null;
  readonly snapshot: Snapshot | null;
  readonly go: (change: Partial<Clocks>) => void;
  /** How often the reader asked for a comparison at the top of the page: each time, it is shown. */
  readonly asked: number;
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
  asked,
}: ComparisonProps) {
  const other = clocks.to ?? NOW;
  const { at, knownAt, publicAt } = clocks;
  const [earlier, later] = useMemo(
    () => inOrder({ at, knownAt, publicAt }, other, head),
    [at, knownAt, publicAt, other, head],
  );
  // Before the reader names another view there is nothing to compare with.
  const isChosen = at !== other.at || knownAt !== other.knownAt || publicAt !== other.publicAt;
  const variables = useMemo(
    () => ({ slug, assuming, asOf: asOfFor(earlier, head), to: asOfFor(later, head) }),
    [slug, assuming, head, earlier, later],
  );
  const { data, error, isFetching } = useGraphqlQuery(DiffDocument, variables, {
    enabled: isChosen,
  });
  const compared = data?.compared ?? null;
  const names = useMemo(() => namesOfAll([snapshot, compared]), [snapshot, compared]);
  const diff = data?.negotiation?.diff;
  const views = useMemo(
    () => ({
      ...{ earlier: viewName(earlier), later: viewName(later) },
      certainties: {
        earlier: certaintiesOf(data?.negotiation ?? null),
        later: certaintiesOf(data?.compared ?? null),
      },
    }),
    [earlier, later, data],
  );
  const title = useShown(asked);
  const yearAgo = yearBefore(dateOf(dayStart(at ?? head.seenAt)));
  const set = (change: Partial<Clock>) => go({ to: { ...other, ...change } });
  return (
    <section className="compare" aria-labelledby="compare-title">
      <h2 id="compare-title" ref={title} tabIndex={-1}>
        {isChosen
          ? `What changed from ${lowerFirst(views.earlier)} to ${lowerFirst(views.later)}`
          : 'Compare this view with another'}
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
        <button
          type="button"
          aria-pressed={other.at === yearAgo}
          onClick={() => set({ at: yearAgo })}
        >
          {at === null ? 'One year ago' : 'One year before'}
        </button>
        <button type="button" onClick={() => go({ ...other, to: { at, knownAt, publicAt } })}>
          Swap
        </button>
        <button type="button" onClick={() => go({ to: null })}>
          Stop comparing
        </button>
      </div>
      {!isChosen && (
        <p role="status">
          Choose a date, or a date by which it was <TermLink term="as known">known</TermLink> or{' '}
          <TermLink term="as recorded">recorded</TermLink>: what differs from this view is listed
          here.
        </p>
      )}
      {error && <ErrorNotice title="The views could not be compared">{error.message}</ErrorNotice>}
      {!data && isFetching && <Comparing />}
      {isChosen && diff && (
        <Differences
          {...{ diff, variables, names, views }}
          none={noneWords(earlier, later, snapshot?.checkedThrough?.date ?? null)}
        />
      )}
      {isChosen && data && !data.negotiation && (
        <p role="status">
          Nothing to compare: nothing of this negotiation is on record for{' '}
          {lowerFirst(views.earlier)}. Choose a later date.
        </p>
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
  none,
}: {
  readonly diff: Diff;
  readonly variables: DiffQueryVariables;
  readonly names: Names;
  readonly views: ViewNames;
  /** What is said where nothing differs. */
  readonly none: string;
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
  if (totalCount === 0) return <p role="status">{none}</p>;
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

/** That nothing happened between two dates as far as the record knows, or that two views of one date agree. */
function noneWords(earlier: Clock, later: Clock, checkedThrough: string | null): string {
  const isSpan = earlier.knownAt === later.knownAt && earlier.publicAt === later.publicAt;
  if (!isSpan || earlier.at === later.at) return 'The two views do not differ.';
  const checked =
    checkedThrough === null
      ? 'No check of sources is on record, so that news may be missing'
      : `Sources were last checked through ${dateWords(checkedThrough)}`;
  return `Nothing that happened in these days is on record. ${checked}.`;
}

/** "Now", "20 August 2025", "20 August 2025, as recorded by 1 September 2025". */
function viewName({ at, knownAt, publicAt }: Clock): string {
  const parts = [at === null ? 'Now' : timePointWords(at)];
  if (knownAt !== null) parts.push(`as recorded by ${timePointWords(knownAt)}`);
  if (publicAt !== null) parts.push(`as the public could know by ${timePointWords(publicAt)}`);
  return parts.join(', ');
}

/** Two views, the one of the earlier date first; of one date, the one that knew less. */
export function inOrder(one: Clock, other: Clock, head: LogHead): readonly [Clock, Clock] {
  const order = (['at', 'publicAt', 'knownAt'] as const)
    .map((key) => timeOf(one[key], head) - timeOf(other[key], head))
    .find((difference) => difference !== 0);
  return order !== undefined && order > 0 ? [other, one] : [one, other];
}

/** A day counts whole: it is later than the moments in it. */
const timeOf = (point: string | null, { seenAt }: LogHead): number =>
  point === null
    ? Date.parse(seenAt)
    : Date.parse(point.includes('T') ? point : `${point}T23:59:59Z`);

/** Brings a heading into view and the focus to it each time it is asked for. */
function useShown(asked: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (asked === 0) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
  }, [asked]);
  return heading;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
