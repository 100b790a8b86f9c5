/** Where the talks stand, in a line of plain words, each part with who says so. */
import { memo } from 'react';
import { activityWords, phaseWords } from '../wording/standing.js';
import { countryName, percent } from '../wording/labels.js';
import { dateWords, dayWords, sinceWords } from '../wording/edtf.js';
import { Why } from '../why/why.js';
import type { Picture } from './pictures.js';

export const Standing = memo(function Standing({
  phase,
  activity,
  rtaStatus,
}: Pick<Picture, 'phase' | 'activity' | 'rtaStatus'>) {
  return (
    <div className="standing">
      <p className="standing-line">
        <Why path="phase" events={[phase.setBy]} title="Phase">
          {phaseWords(phase)}
        </Why>
        ;{' '}
        <Why path="activity" events={[activity.setBy]} title="Whether talks go on">
          {activityWords(activity)}
        </Why>
        .
      </p>
      <p className="soft">
        Talks in this state {sinceWords(activity.since)}. In the words of the World Trade
        Organization: {rtaStatus}.
      </p>
    </div>
  );
});

/** The numbers that people come for. */
export const Figures = memo(function Figures({
  duties,
  roundsCompleted,
  targets,
}: Pick<Picture, 'duties' | 'roundsCompleted' | 'targets'>) {
  const next = targets.find(({ status }) => status !== 'MET' && status !== 'MISSED');
  const { counted, reported, disputed, reports } = roundsCompleted;
  return (
    <dl className="figures">
      {duties.map((duty) => (
        <DutyFigure key={`${duty.imposedBy}-${duty.on}`} duty={duty} />
      ))}
      <div>
        <dt>Formal rounds completed</dt>
        <dd>
          <Why
            path={reported === null ? 'roundsCompleted.counted' : 'roundsCompleted.reported'}
            events={reports.map(({ setBy }) => setBy)}
            title="Formal rounds completed"
            className="big"
          >
            {reported ?? counted}
          </Why>
          <span className="soft">
            {reported === null ? 'counted' : `reported, ${counted} counted one by one`}
            {disputed ? '; disputed' : ''}
          </span>
        </dd>
      </div>
      {next && (
        <div>
          <dt>Next target</dt>
          <dd>
            <Why
              path={`targets.${next.slug}.due`}
              events={[next.setBy]}
              title={next.what}
              className="medium"
            >
              {dateWords(next.due)}
            </Why>
            <span className="soft">{next.what}</span>
          </dd>
        </div>
      )}
    </dl>
  );
});

const DutyFigure = memo(function DutyFigure({
  duty,
}: {
  readonly duty: Picture['duties'][number];
}) {
  const { imposedBy, on, total, layers, pending, disputed } = duty;
  const applying = layers.filter(({ applies }) => applies);
  const [coming] = pending;
  const name = `Duty of ${countryName(imposedBy)} on ${countryName(on)}`;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Why
          path={`duties.${imposedBy}-${on}.total`}
          events={applying.flatMap(({ setBy }) => setBy ?? [])}
          title={name}
          className="big"
        >
          {percent(total)}
        </Why>
        <span className="soft">
          {disputed && <strong className="disputed">disputed; </strong>}
          {coming ? (
            <Why events={[coming.setBy]} title={coming.measure?.title ?? name}>
              {percent(coming.total)} from {dayWords(coming.at)}
            </Why>
          ) : (
            layersWords(applying.length, layers.length)
          )}
        </span>
      </dd>
    </div>
  );
});

function layersWords(applying: number, all: number): string {
  if (all === 0) return 'no measure on record';
  if (applying === 0) return 'no measure applies';
  return applying === 1 ? 'one measure applies' : `${applying} measures apply`;
}
