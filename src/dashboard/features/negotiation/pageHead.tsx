/** The top of the page: the negotiation, the view and the status. */
import { memo } from 'react';
import type { Clocks } from '../../lib/view.js';
import { viewWords } from '../../lib/viewWords.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import { dateWords } from '../../lib/time/edtfWords.js';
import { eventDateWords } from '../../lib/time/eventDates.js';
import { capital, partyName } from '../../lib/labels.js';
import { meansOf, PHASE_WORDS } from '../../lib/status.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';
import { Figures, Status } from './statusLine.js';

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
  readonly go: (change: Partial<Clocks>) => void;
}

export const PageHead = memo(function PageHead(props: PageHeadProps) {
  const { title, snapshot, clocks, zone, go } = props;
  const words = viewWords(clocks);
  return (
    <header className="page-head">
      <div className="page-name">
        <h1>{title}</h1>
        <p className="soft">{snapshot && partiesWords(snapshot.parties)}</p>
      </div>
      <p className="view-line">
        <strong>{words === null ? 'Now' : capital(words)}</strong>
        {words !== null && (
          <button
            type="button"
            className="quiet screen-only"
            onClick={() => go({ at: null, knownAt: null, publicAt: null })}
          >
            Back to now
          </button>
        )}
        <button
          type="button"
          className="quiet screen-only"
          aria-pressed={clocks.to !== null}
          onClick={() => go({ to: clocks.to ? null : { at: null, knownAt: null, publicAt: null } })}
        >
          {clocks.to ? 'Stop comparing' : 'Compare with another view'}
        </button>
      </p>
      {snapshot && (
        <Status
          duties={snapshot.duties}
          phase={snapshot.phase}
          activity={snapshot.activity}
          rtaStatus={snapshot.rtaStatus}
        />
      )}
      {snapshot && <LatestLine snapshot={snapshot} />}
      {snapshot && (
        <Figures
          duties={snapshot.duties}
          roundsCompleted={snapshot.roundsCompleted}
          targets={snapshot.targets}
          zone={zone}
        />
      )}
    </header>
  );
});

/** The latest event, and how far someone looked for news: silence told from neglect. */
function LatestLine({ snapshot }: { readonly snapshot: Snapshot }) {
  const { latestEvent, checkedThrough } = snapshot;
  return (
    <p className="soft">
      {latestEvent && (
        <>
          Latest event:{' '}
          <Provenance events={[latestEvent]} title="Latest event">
            {latestEvent.summary}
          </Provenance>
          , {eventDateWords(latestEvent)}.{' '}
        </>
      )}
      {checkedThrough ? (
        <>
          Sources checked through{' '}
          <Provenance
            path="checkedThrough"
            events={[checkedThrough.setBy]}
            title="Sources checked through"
          >
            {dateWords(checkedThrough.date)}
          </Provenance>
          .
        </>
      ) : (
        'No check of sources is on record.'
      )}
    </p>
  );
}

/** The phases so far, each with its provenance. */
export const PhaseList = memo(function PhaseList({ phases }: Pick<Snapshot, 'phases'>) {
  return (
    <ol className="phases" aria-label="Phases so far">
      {phases.map(({ value, since, setBy, certainty }) => (
        <li key={`${value}${since}`}>
          <Provenance events={[setBy]} title={PHASE_WORDS[value]}>
            {PHASE_WORDS[value]}
          </Provenance>{' '}
          <span className="soft">
            {certainty === 'POSSIBLE' ? 'possibly ' : ''}
            {dateWords(since, meansOf(value))}
          </span>
        </li>
      ))}
    </ol>
  );
});
