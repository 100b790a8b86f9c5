/** The status of the talks in one sentence, each part with its sources. */
import { memo } from 'react';
import { shownDuties } from '../../lib/dutyPairs.js';
import { dailyClosesOf } from '../../lib/time/dailyCloses.js';
import { useClocks } from '../../api/url/useClocks.js';
import { dutyPath } from '../../lib/routes.js';
import { Link } from '../../ui/link.js';
import { Highlight } from '../../ui/highlight.js';
import { activityWords, phaseWords } from '../../lib/status.js';
import { dutyWords } from '../../lib/dutyWords.js';
import { countryName, percent } from '../../lib/labels.js';
import { boundsOf, dateWords, dayWords, sinceWords } from '../../lib/time/edtfWords.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';

export const Status = memo(function Status({
  phase,
  activity,
  rtaStatus,
  duties,
}: Pick<Snapshot, 'phase' | 'activity' | 'rtaStatus' | 'duties'>) {
  return (
    <div className="status">
      <p className="status-line">
        <Provenance path="phase" events={[phase.setBy]} title="Phase">
          <Highlight of={phaseWords(phase)}>{phaseWords(phase)}</Highlight>
        </Provenance>
        ;{' '}
        <Provenance path="activity" events={[activity.setBy]} title="Activity of the talks">
          <Highlight of={activityWords(activity)}>{activityWords(activity)}</Highlight>
        </Provenance>
        .
      </p>
      <p className="soft">
        Talks in this state {sinceWords(activity.since)}.
        {/* Talks of which no country is a party are no trade agreement. */}
        {duties.length > 0 && ` Status in World Trade Organization terms: ${rtaStatus}.`}
      </p>
    </div>
  );
});

/** Key figures: duties, rounds completed and the next target. */
export const Figures = memo(function Figures({
  duties,
  roundsCompleted,
  targets,
  zone,
}: Pick<Snapshot, 'duties' | 'roundsCompleted' | 'targets'> & {
  /** The zone in which days are counted; UTC when absent. */
  readonly zone?: string;
}) {
  const next = nextTarget(targets);
  const overdue = targets.filter(({ status }) => status === 'OVERDUE').length;
  // Pairs without a measure on record come last.
  const pairs = [...shownDuties(duties, ({ layers }) => layers.length > 0)].sort(
    (a, b) => Number(b.layers.length > 0) - Number(a.layers.length > 0),
  );
  const { counted, reported, disputed, reports } = roundsCompleted;
  return (
    <dl className="figures">
      {pairs.map((duty) => (
        <DutyFigure key={`${duty.imposedBy}-${duty.on}`} duty={duty} zone={zone} />
      ))}
      <div>
        <dt>Formal rounds completed</dt>
        <dd>
          <Provenance
            path={reported === null ? 'roundsCompleted.counted' : 'roundsCompleted.reported'}
            events={reports.map(({ setBy }) => setBy)}
            title="Formal rounds completed"
            className="big"
          >
            <Highlight of={String(reported ?? counted)}>{reported ?? counted}</Highlight>
          </Provenance>
          <span className="soft">
            {reported === null ? 'counted' : `reported, ${counted} counted one by one`}
            {disputed && (
              <>
                ;{' '}
                <Provenance
                  path="roundsCompleted.disputed"
                  events={reports.map(({ setBy }) => setBy)}
                  title="Formal rounds completed: disputed"
                >
                  disputed
                </Provenance>
              </>
            )}
          </span>
        </dd>
      </div>
      {next && (
        <div>
          <dt>{next.status === 'OVERDUE' ? 'Overdue target' : 'Next target'}</dt>
          <dd>
            <Provenance
              path={`targets.${next.slug}.due`}
              events={[next.setBy]}
              title={next.what}
              className="medium"
            >
              {dateWords(next.due)}
            </Provenance>
            <span className="soft">
              {next.what}
              {next.status !== 'OVERDUE' && overdue > 0 && `; ${overdue} more overdue`}
            </span>
          </dd>
        </div>
      )}
    </dl>
  );
});

type Target = Snapshot['targets'][number];

/** The one that is due first of those still open, else the first that is overdue. */
function nextTarget(targets: readonly Target[]): Target | undefined {
  const open = targets.filter(({ status }) => status === 'OPEN' || status === 'DUE_WINDOW');
  const end = ({ due }: Target) => boundsOf(due)?.to ?? Infinity;
  open.sort((a, b) => end(a) - end(b));
  return open[0] ?? targets.find(({ status }) => status === 'OVERDUE');
}

const DutyFigure = memo(function DutyFigure({
  duty,
  zone,
}: {
  readonly duty: Snapshot['duties'][number];
  readonly zone: string | undefined;
}) {
  const { imposedBy, on, total, layers, pending, disputed } = duty;
  const applying = layers.filter(({ applies }) => applies);
  const [coming] = dailyClosesOf(total, pending, zone);
  const figure = dutyWords(duty);
  const words = layersWords(applying.length, layers.length);
  const path = `duties.${imposedBy}-${on}`;
  const name = `Duty of ${countryName(imposedBy)} on ${countryName(on)}`;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Provenance
          path={`${path}.total`}
          events={applying.flatMap(({ setBy }) => setBy ?? [])}
          none={words}
          title={name}
          className="big"
        >
          <Highlight of={figure}>{figure}</Highlight>
        </Provenance>
        <span className="soft">
          {disputed && (
            <>
              <Provenance
                path={`${path}.disputed`}
                events={[]}
                none="reports differ on what is collected"
                title={`${name}: disputed`}
                className="disputed"
              >
                disputed
              </Provenance>
              ;{' '}
            </>
          )}
          {coming ? (
            <Provenance
              events={coming.changes.map(({ setBy }) => setBy)}
              title={coming.changes.at(-1)?.measure?.title ?? name}
            >
              {percent(coming.total)} from {dayWords(coming.day)}
            </Provenance>
          ) : (
            words
          )}
        </span>
      </dd>
      <dd className="soft screen-only">
        <GoodsDeskLink imposedBy={imposedBy} on={on} />
      </dd>
    </div>
  );
});

/** To the duty on one good, in the view of this page. */
function GoodsDeskLink({ imposedBy, on }: { readonly imposedBy: string; readonly on: string }) {
  const [clocks] = useClocks();
  return <Link href={dutyPath(imposedBy, on, clocks)}>The duty on one good</Link>;
}

function layersWords(applying: number, all: number): string {
  if (all === 0) return 'no measure on record';
  if (applying === 0) return 'no measure applies';
  return applying === 1 ? 'one measure applies' : `${applying} measures apply`;
}
