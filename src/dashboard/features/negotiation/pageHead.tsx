/** The top of the page: the negotiation, the view and the status. */
import { memo } from 'react';
import type { Clocks } from '../../lib/view.js';
import { viewHeading } from '../../lib/words/viewWords.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import { DAY_MS, dateInZone, dateOf, dayStart } from '../../lib/time/calendarDays.js';
import { boundsOf, dayWords } from '../../lib/time/edtfWords.js';
import { eventDateWords } from '../../lib/time/eventDates.js';
import { relativeWords } from '../../lib/time/relative.js';
import { checkedWords } from '../../lib/words/sources/freshness.js';
import { capital, partyName } from '../../lib/words/labels.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';
import { TermLink } from '../../ui/termLink.js';
import { Coming } from './coming.js';
import { Figures, Headline } from './statusLine.js';

/** More parties than this are counted here, and named in a section of their own. */
const NAMED_PARTIES = 4;

const partiesWords = (parties: Snapshot['parties']): string =>
  parties.length > NAMED_PARTIES
    ? `${parties.length} parties`
    : parties.map((party) => capital(partyName(party))).join(' · ');

interface PageHeadProps {
  /** Its name at the view; before it began, the one it got. */
  readonly title: string;
  readonly snapshot: Snapshot | null;
  readonly clocks: Clocks;
  /** The time zone of its days. */
  readonly zone: string;
  /** The instant of the view, in epoch milliseconds. */
  readonly at: number;
  /** The date of today, as of the head of the log. */
  readonly today: string;
  readonly go: (change: Partial<Clocks>) => void;
}

export const PageHead = memo(function PageHead(props: PageHeadProps) {
  const { title, snapshot, clocks, zone, at, today, go } = props;
  return (
    <header className="page-head">
      <div className="page-name">
        <h1>{title}</h1>
        <p className="soft">{snapshot && partiesWords(snapshot.parties)}</p>
      </div>
      <ViewLine clocks={clocks} today={today} go={go} />
      {snapshot && (
        <>
          <Headline snapshot={snapshot} at={at} />
          <Freshness snapshot={snapshot} now={clocks.at === null ? at : null} />
          <ViewActions clocks={clocks} today={today} go={go} />
          <Figures
            duties={snapshot.duties}
            roundsCompleted={snapshot.roundsCompleted}
            zone={zone}
          />
          <Coming snapshot={snapshot} at={at} zone={zone} />
        </>
      )}
    </header>
  );
});

type ViewProps = Pick<PageHeadProps, 'clocks' | 'today' | 'go'>;

/** Which view is shown, said where it is not today's. */
function ViewLine({ clocks, today, go }: ViewProps) {
  const { at, knownAt, publicAt } = clocks;
  const isToday = at === null && knownAt === null && publicAt === null;
  return (
    <p className={isToday ? 'view-line' : 'view-line other'}>
      <strong>{viewHeading(clocks, today)}</strong>
      {!isToday && (
        <button
          type="button"
          className="quiet screen-only"
          onClick={() => go({ at: null, knownAt: null, publicAt: null })}
        >
          Back to today
        </button>
      )}
    </p>
  );
}

/** What changed in a week, and other views, one click away. */
function ViewActions({ clocks, today, go }: ViewProps) {
  const { at, knownAt, publicAt, to } = clocks;
  const weekBefore = dateOf(dayStart(at ?? today) - 7 * DAY_MS);
  const showsWeek = to?.at === weekBefore;
  return (
    <p className="view-line screen-only">
      <button
        type="button"
        className="quiet"
        aria-pressed={showsWeek}
        onClick={() => go({ to: showsWeek ? null : { at: weekBefore, knownAt, publicAt } })}
      >
        What changed in {at === null ? 'the last seven days' : 'the seven days before'}
      </button>
      <button
        type="button"
        className="quiet"
        aria-pressed={to !== null}
        onClick={() => go({ to: to ? null : { at: null, knownAt: null, publicAt: null } })}
      >
        {to ? 'Stop comparing' : 'Compare with another view'}
      </button>
    </p>
  );
}

/** The later of two dates; null where there is neither. */
const newestOf = (event: string | null, day: string | null): string | null =>
  (boundsOf(event ?? '')?.to ?? -Infinity) >= (boundsOf(day ?? '')?.to ?? -Infinity) ? event : day;

/** When a duty last changed by the view, and by which events: it may be later than the newest event. */
function lastDutyChange({ duties, view }: Snapshot) {
  const at = Date.parse(view.at);
  const [last] = duties
    .flatMap(({ schedule, timeZone }) => schedule.map((step) => ({ ...step, timeZone })))
    .filter(({ from, setBy }) => setBy.length > 0 && Date.parse(from) <= at)
    .sort((a, b) => Date.parse(b.from) - Date.parse(a.from));
  return last && { day: dateInZone(last.timeZone, last.from), setBy: last.setBy };
}

/** The newest event, and how far someone looked for news: silence told from neglect. */
function Freshness({
  snapshot,
  now,
}: {
  readonly snapshot: Snapshot;
  /** In epoch milliseconds; null where the view is not that of today. */
  readonly now: number | null;
}) {
  const { latestEvent, checkedThrough } = snapshot;
  const changed = lastDutyChange(snapshot);
  const newest = latestEvent && boundsOf(latestEvent.occurred);
  const checked = checkedWords(
    checkedThrough?.date ?? null,
    newestOf(latestEvent?.occurred ?? null, changed?.day ?? null),
  );
  return (
    <p className="freshness soft">
      {latestEvent && (
        <>
          Newest event:{' '}
          <Provenance events={[latestEvent]} title="Newest event">
            {latestEvent.summary}
          </Provenance>
          , {eventDateWords(latestEvent)}
          {newest && now !== null && ` (${relativeWords(newest.to, now)})`}.{' '}
        </>
      )}
      {changed && (
        <>
          Last change of a duty:{' '}
          <Provenance events={changed.setBy} title="Last change of a duty">
            {dayWords(changed.day)}
          </Provenance>
          .{' '}
        </>
      )}
      {checkedThrough ? (
        <Provenance
          path="checkedThrough"
          events={[checkedThrough.setBy]}
          title="Sources checked through"
        >
          {checked}
        </Provenance>
      ) : (
        <TermLink term="checked through">{checked}</TermLink>
      )}
      .
    </p>
  );
}
