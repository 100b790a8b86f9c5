/** `/negotiation/<slug>`: the state of one negotiation at any date, as known at any date. */
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { TimeControls, rangeOf } from '../features/timeTravel/timeControls.js';
import { useGraphqlQuery } from '../api/client/useGraphqlQuery.js';
import { useLogHead } from '../api/client/logHead.js';
import { usePlayback } from '../features/timeTravel/usePlayback.js';
import { nextChangePoint } from '../lib/time/changePoints.js';
import { dateInZone, dayStart } from '../lib/time/calendarDays.js';
import { useTimeNavigation } from '../features/timeTravel/useTimeNavigation.js';
import { CopyEmbedCode } from '../features/embed/copyEmbedCode.js';
import { namesOf } from '../lib/words/names.js';
import { ChangePointsDocument, HeadlineDocument } from '../generated/graphql.js';
import { Comparing } from '../features/compare/comparing.js';
import { Loading, ErrorNotice } from '../ui/loading/notice.js';
import { asOfFor, type Clocks, now } from '../lib/view.js';
import { SectionBar, SectionBarProvider, SectionPlace } from '../ui/sections/sectionBar.js';
import { Link } from '../ui/link.js';
import { chroniclePath } from '../lib/routes.js';
import { lazyWithRetry } from '../ui/loading/lazyWithRetry.js';
import { useAssumptions } from '../api/url/assumptions.js';
import { WhatIf } from '../features/whatIf/whatIf.js';
import { EventCacheProvider } from '../api/cache/eventCache.js';
import { type ProvenanceQuery, ProvenanceProvider } from '../ui/provenance/provenance.js';

import { PageHead } from '../features/negotiation/pageHead.js';
import { useNegotiationView } from './useNegotiationView.js';
import '../features/negotiation/negotiation.css';

const Comparison = lazyWithRetry(() => import('../features/compare/comparison.js'), {
  fallback: <Comparing />,
});
const Charts = lazyWithRetry(
  () => import('../features/chart/charts.js').then((module) => ({ default: module.Charts })),
  { fallback: <div className="charts-to-come" /> },
);
const ProvenancePanel = lazyWithRetry(() => import('../features/provenance/panel.js'));
const Announcer = lazyWithRetry(
  () =>
    import('../features/negotiation/announcer.js').then((module) => ({
      default: module.Announcer,
    })),
  { fallback: null },
);
const QueryExamples = lazyWithRetry(() =>
  import('../ui/queryExamples.js').then((module) => ({ default: module.QueryExamples })),
);
const Topics = lazyWithRetry(() => import('../features/negotiation/topics.js'));
const Imprint = lazyWithRetry(() => import('../features/negotiation/imprint.js'));
const NothingYet = lazyWithRetry(() => import('../features/negotiation/nothingYet.js'));

export default function NegotiationPage({ slug }: { readonly slug: string }) {
  return (
    <EventCacheProvider>
      <SectionBarProvider>
        <Negotiation slug={slug} />
      </SectionBarProvider>
    </EventCacheProvider>
  );
}

function Negotiation({ slug }: { readonly slug: string }) {
  const { head, problem, refresh } = useLogHead();
  const assuming = useAssumptions();
  const travel = useTimeNavigation();
  const { clocks, move, go } = travel;
  const view = useNegotiationView(slug, head, assuming, travel);
  const { displayed, asOf, changePoints, snapshots, at, knownEvents, timeline, timelineEvents } =
    view;
  const { measures } = timelineEvents;
  const [comparisonsAsked, setComparisonsAsked] = useState(0);
  const goFromHead = useCallback(
    (change: Partial<Clocks>) => {
      go(change);
      if (change.to) setComparisonsAsked((asked) => asked + 1);
    },
    [go],
  );
  // The slider moves at once; the rest may render later, always from one view.
  const deferred = useDeferredValue(
    useMemo(
      () => ({ snapshot: displayed.snapshot, clocks, at, knownEvents, measures, timeline }),
      [displayed.snapshot, clocks, at, knownEvents, measures, timeline],
    ),
  );
  const { snapshot } = deferred;
  // A snapshot that has come and is not rendered yet leaves the page as it is.
  const hasDuties = snapshot !== null && snapshot.duties.length > 0;
  const isLoading = !snapshot && (displayed.waiting || displayed.snapshot !== null);

  const today = dateInZone(timelineEvents.zone, head?.seenAt ?? 0);
  const time = dayStart(clocks.at ?? today);
  const play = usePlayback(async () => {
    const next = nextChangePoint(changePoints, time, 1);
    if (!next || !head || next.time > dayStart(today)) return false;
    move({ at: next.at });
    return true;
  });
  const onPlay = useCallback(() => {
    // At the last change point, playback starts over.
    const first = changePoints[0];
    if (!play.playing && first && head && time >= dayStart(today)) move({ at: first.at });
    play.toggle();
  }, [play, changePoints, head, time, today, move]);

  // Before talks began they are known by the name they got.
  const { data: named } = useGraphqlQuery(
    HeadlineDocument,
    useMemo(() => ({ slug, asOf: head && asOfFor(now(), head) }), [slug, head]),
    { enabled: head !== null && !snapshot && !displayed.waiting },
  );
  const title = snapshot?.title ?? named?.negotiation?.title ?? null;
  useEffect(() => {
    // Until its name is known, the one that the server gave the page stands.
    if (title !== null) document.title = `${assuming ? 'What if: ' : ''}${title} – Parley`;
  }, [title, assuming]);

  const names = useMemo(() => namesOf(snapshot), [snapshot]);
  const panel = useCallback(
    (query: ProvenanceQuery, close: () => void) =>
      asOf && (
        <ProvenancePanel
          slug={slug}
          asOf={asOf}
          assuming={assuming}
          query={query}
          names={names}
          onClose={close}
        />
      ),
    [slug, asOf, assuming, names],
  );
  const [min, max] = head ? rangeOf(changePoints, today, clocks.at) : [0, 0];
  const range = useMemo(() => [min, max] as const, [min, max]);

  if (problem !== null && !head)
    return (
      <ErrorNotice title="The record could not be read" onRetry={() => void refresh()}>
        {problem}
      </ErrorNotice>
    );
  if (!head) return <Loading />;
  return (
    <ProvenanceProvider panel={panel}>
      <article className={`page negotiation${assuming ? ' hypothetical' : ''}`}>
        {(snapshot ?? isLoading) && <SectionBar />}
        {displayed.problem !== null && (
          <ErrorNotice
            title="This view could not be read"
            onRetry={() => void (asOf && snapshots.fetch(asOf))}
          >
            {displayed.problem}
          </ErrorNotice>
        )}
        <WhatIf slug={slug} asOf={asOf} />
        <PageHead
          title={title ?? 'Negotiation'}
          snapshot={snapshot}
          clocks={deferred.clocks}
          zone={timelineEvents.zone}
          at={deferred.at}
          today={today}
          go={goFromHead}
        />
        {isLoading && <Loading />}
        {!snapshot && !isLoading && displayed.problem === null && (
          <NothingYet key={head.position} slug={slug} at={clocks.at ?? head.seenAt} />
        )}
        {clocks.to && asOf && !isLoading && (
          <Comparison
            slug={slug}
            clocks={clocks}
            head={head}
            assuming={assuming}
            snapshot={snapshot}
            go={go}
            asked={comparisonsAsked}
          />
        )}
        {hasDuties && view.hasTimeline && (
          <SectionPlace id="chart" title="Chart">
            <Charts
              {...deferred}
              snapshot={snapshot}
              range={range}
              move={move}
              embed={<CopyEmbedCode slug={slug} title={snapshot.title} of="chart" />}
            />
          </SectionPlace>
        )}
        {(hasDuties ? !view.hasTimeline : isLoading) && <div className="charts-to-come" />}
        <TimeControls
          today={today}
          clocks={clocks}
          head={head}
          changePoints={changePoints}
          recorded={view.recorded}
          published={view.published}
          move={move}
          go={go}
          playing={play.playing}
          onPlay={onPlay}
        />
        {snapshot && (
          <p className="screen-only">
            <Link href={chroniclePath(slug)}>Everything that happened, newest first</Link>
          </p>
        )}
        {snapshot && <Topics snapshot={snapshot} />}
        {snapshot && <Imprint snapshot={snapshot} clocks={clocks} head={head} at={at} />}
        {snapshot && <CopyEmbedCode slug={slug} title={snapshot.title} of="card" />}
        {asOf && !isLoading && (
          <QueryExamples
            queries={[
              {
                what: 'Status in this view',
                document: HeadlineDocument,
                variables: { slug, asOf },
              },
              {
                what: 'Dates of changes',
                document: ChangePointsDocument,
                variables: { slug, asOf },
              },
            ]}
          />
        )}
        <Announcer snapshot={snapshot} clocks={clocks} changePoints={changePoints} />
      </article>
    </ProvenanceProvider>
  );
}
