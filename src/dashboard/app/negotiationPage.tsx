/** `/negotiation/<slug>`: where one negotiation stands, at any date, as it was known then. */
import { useCallback, useDeferredValue, useEffect, useMemo } from 'react';
import { Dock, rangeOf } from '../features/timeTravel/timeControls.js';
import { useHead } from '../api/client/logHead.js';
import { usePlayback } from '../features/timeTravel/usePlayback.js';
import { nextStop } from '../lib/changePoints.js';
import { placeOf } from '../lib/calendarDays.js';
import { useTravel } from '../features/timeTravel/useTimeNavigation.js';
import { CopyEmbedCode } from '../features/embed/copyCode.js';
import { CourseDocument, HeadlineDocument } from '../generated/graphql.js';
import { HowToAsk } from '../ui/howToAsk.js';
import { Loading, Trouble } from '../ui/notice.js';
import { part } from '../ui/lazyWithRetry.js';
import { useAssumptions } from '../api/url/assumptions.js';
import { WhatIf } from '../features/whatIf/whatIf.js';
import { EventBookProvider } from '../api/cache/eventCache.js';
import { type Asked, WhyProvider } from '../ui/why/why.js';
import { Announcer } from '../features/negotiation/announcer.js';
import { Charts } from '../features/chart/charts.js';
import { PageHead } from '../features/negotiation/pageHead.js';
import { Topics } from '../features/negotiation/topics.js';
import { useNegotiationView } from './useNegotiationView.js';
import '../features/negotiation/negotiation.css';

const Comparison = part(() => import('../features/compare/comparison.js'), {
  meanwhile: <Loading what="Comparing" />,
});
const WhyPanel = part(() => import('../features/provenance/panel.js'));
const NothingYet = part(() => import('../features/negotiation/nothingYet.js'));

export default function NegotiationPage({ slug }: { readonly slug: string }) {
  return (
    <EventBookProvider>
      <Negotiation slug={slug} />
    </EventBookProvider>
  );
}

function Negotiation({ slug }: { readonly slug: string }) {
  const { head, problem, refresh } = useHead();
  const assuming = useAssumptions();
  const travel = useTravel();
  const { clocks, move, go } = travel;
  const view = useNegotiationView(slug, head, assuming, travel);
  const { shown, asOf, stops, pictures, at, known, timeline, happenings } = view;
  const { measures } = happenings;
  // The slider follows the hand; what is drawn with it may come a moment later, all of one view.
  const drawn = useDeferredValue(
    useMemo(
      () => ({ picture: shown.picture, clocks, at, known, measures, timeline }),
      [shown.picture, clocks, at, known, measures, timeline],
    ),
  );
  const { picture } = drawn;

  const place = clocks.at === null ? placeOf(head?.seenAt ?? '1970-01-01') : placeOf(clocks.at);
  const play = usePlayback(async () => {
    const next = nextStop(stops, place, 1);
    if (!next || !head || next.place > placeOf(head.seenAt)) return false;
    move({ at: next.at });
    return true;
  });
  const onPlay = useCallback(() => {
    // At the end there is nothing left to play: begin again.
    const first = stops[0];
    if (!play.playing && first && head && place >= placeOf(head.seenAt)) move({ at: first.at });
    play.toggle();
  }, [play, stops, head, place, move]);

  const title = picture?.title ?? slug;
  useEffect(() => {
    document.title = `${assuming ? 'What if: ' : ''}${title} – Parley`;
  }, [title, assuming]);

  const panel = useCallback(
    (asked: Asked, close: () => void) =>
      asOf && (
        <WhyPanel slug={slug} asOf={asOf} assuming={assuming} asked={asked} onClose={close} />
      ),
    [slug, asOf, assuming],
  );
  const [min, max] = head ? rangeOf(stops, head, clocks.at) : [0, 0];
  const range = useMemo(() => [min, max] as const, [min, max]);

  if (problem !== null && !head)
    return (
      <Trouble title="The record could not be read" onRetry={() => void refresh()}>
        {problem}
      </Trouble>
    );
  if (!head) return <Loading />;
  return (
    <WhyProvider panel={panel}>
      <article className={`page negotiation${assuming ? ' supposed' : ''}`}>
        {shown.problem !== null && (
          <Trouble
            title="This view could not be read"
            onRetry={() => void (asOf && pictures.want(asOf))}
          >
            {shown.problem}
          </Trouble>
        )}
        <WhatIf slug={slug} asOf={asOf} />
        <PageHead
          slug={slug}
          picture={picture}
          clocks={drawn.clocks}
          zone={happenings.zone}
          go={go}
        />
        {!picture && shown.waiting && <Loading />}
        {!picture && !shown.waiting && shown.problem === null && (
          <NothingYet key={head.position} slug={slug} at={clocks.at ?? head.seenAt} />
        )}
        {clocks.to && asOf && (
          <Comparison
            slug={slug}
            clocks={clocks}
            head={head}
            assuming={assuming}
            picture={picture}
            go={go}
          />
        )}
        {picture && view.hasCourse && (
          <Charts {...drawn} picture={picture} range={range} move={move} />
        )}
        {(picture ? !view.hasCourse : shown.waiting) && <div className="charts-to-come" />}
        <Dock
          clocks={clocks}
          head={head}
          stops={stops}
          recorded={view.recorded}
          published={view.published}
          move={move}
          go={go}
          playing={play.playing}
          onPlay={onPlay}
        />
        {picture && <Topics picture={picture} />}
        {picture && <CopyEmbedCode slug={slug} title={picture.title} />}
        {asOf && (
          <HowToAsk
            asked={[
              {
                what: 'Where it stands in this view',
                document: HeadlineDocument,
                variables: { slug, asOf },
              },
              {
                what: 'When anything changed',
                document: CourseDocument,
                variables: { slug, asOf },
              },
            ]}
          />
        )}
        <Announcer picture={picture} clocks={clocks} stops={stops} />
      </article>
    </WhyProvider>
  );
}
