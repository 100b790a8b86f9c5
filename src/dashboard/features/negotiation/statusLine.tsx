/** Where it stands: the sentence and the figures, each part with its sources. */
import { Fragment, memo } from 'react';
import { shownDuties } from '../../lib/dutyPairs.js';
import { dailyClosesOf } from '../../lib/time/dailyCloses.js';
import { useClocks } from '../../api/url/useClocks.js';
import { dutyPath } from '../../lib/routes.js';
import { Link } from '../../ui/link.js';
import { Highlight } from '../../ui/highlight.js';
import { TermLink } from '../../ui/termLink.js';
import { headlineClauses } from '../../lib/words/headline.js';
import { dutyWords, heldWords, holdWords, scopeWords } from '../../lib/words/dutyWords.js';
import { capital, countryName, LAYER_REASON, percent } from '../../lib/words/labels.js';
import { dayWords } from '../../lib/time/edtfWords.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';

/** The sentence, each clause with its sources. */
export const Headline = memo(function Headline({
  snapshot,
  at,
}: {
  readonly snapshot: Snapshot;
  /** The instant of the view, in epoch milliseconds. */
  readonly at: number;
}) {
  const { phase, activity, agreements } = snapshot;
  const sources = {
    phase: { path: 'phase', events: [phase.setBy], title: 'Phase' },
    activity: { path: 'activity', events: [activity.setBy], title: 'Activity of the talks' },
    agreement: { events: agreements.map(({ setBy }) => setBy), title: 'What was agreed' },
  };
  return (
    <p className="status-line">
      {headlineClauses(snapshot, at).map(({ about, joint, words }) => (
        <Fragment key={about}>
          {joint}
          <Provenance {...sources[about]}>
            <Highlight of={words}>{words}</Highlight>
          </Provenance>
        </Fragment>
      ))}
      .
    </p>
  );
});

/** Key figures: the duties with what they are made of, and the rounds completed. */
export const Figures = memo(function Figures({
  duties,
  roundsCompleted,
  zone,
}: Pick<Snapshot, 'duties' | 'roundsCompleted'> & {
  /** The zone in which days are counted; UTC when absent. */
  readonly zone?: string;
}) {
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
            {reported === null ? (
              <TermLink term="counted">counted</TermLink>
            ) : (
              <RoundsTold reported={reported} counted={counted} />
            )}
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
    </dl>
  );
});

/** A report counts otherwise than the record where it counts rounds that are not on record as such. */
const RoundsTold = ({
  reported,
  counted,
}: {
  readonly reported: number;
  readonly counted: number;
}) => (
  <>
    <TermLink term="reported">reported</TermLink>;{' '}
    {reported === counted
      ? 'as many are on record one by one'
      : `${counted} that ended by this date ${counted === 1 ? 'is' : 'are'} on record one by one, as formal or with a number`}
  </>
);

const DutyFigure = memo(function DutyFigure({
  duty,
  zone,
}: {
  readonly duty: Snapshot['duties'][number];
  readonly zone: string | undefined;
}) {
  const { imposedBy, on, total, layers, pending, disputed } = duty;
  const counted = layers.filter(({ applies }) => applies);
  const [coming] = dailyClosesOf(total, pending, zone);
  const figure = dutyWords(duty);
  const scope = scopeWords(duty);
  const isKnown = /\d/.test(figure);
  const path = `duties.${imposedBy}-${on}`;
  const name = `Duty of ${countryName(imposedBy)} on ${countryName(on)}`;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Provenance
          path={`${path}.total`}
          events={counted.flatMap(({ setBy }) => setBy ?? [])}
          none={layersWords(layers.length)}
          title={name}
          className={isKnown ? 'big' : 'medium'}
        >
          <Highlight of={figure}>{figure}</Highlight>
        </Provenance>
        {holdWords(duty) !== '' && (
          <span className="soft">
            <Provenance
              path={`${path}.total`}
              events={counted.flatMap(({ setBy }) => setBy ?? [])}
              none="reports differ on what is collected"
              title={`${name}: ${holdWords(duty)}`}
              className={disputed ? 'disputed' : ''}
            >
              {holdWords(duty)}
            </Provenance>
          </span>
        )}
        {isKnown && (
          <Provenance
            path={`${path}.total`}
            events={counted.flatMap(({ setBy }) => setBy ?? [])}
            none={layersWords(layers.length)}
            title={name}
            className="why screen-only"
          >
            Why {figure}?
          </Provenance>
        )}
        {isKnown && !duty.scope.ordinary && (
          <span className="soft">on top of the ordinary duty</span>
        )}
        {scope !== '' && (
          <span className="soft">
            {scope}; <TermLink term="coverage of the record">what this covers</TermLink>
          </span>
        )}
        {counted.length === 0 ? (
          <span className="soft">{layersWords(layers.length)}</span>
        ) : (
          <Addition layers={layers} path={path} />
        )}
        {coming && (
          <span className="soft">
            <Provenance
              events={coming.changes.map(({ setBy }) => setBy)}
              title={coming.changes.at(-1)?.measure?.title ?? name}
            >
              {coming.total === null
                ? 'to change'
                : `to be ${heldWords(percent(coming.total), coming.changes.at(-1)?.leastCertainty ?? null)}`}{' '}
              from {dayWords(coming.day)}
            </Provenance>
          </span>
        )}
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

type Layer = Snapshot['duties'][number]['layers'][number];

/** What a duty is made of: each layer that counts with what it adds, and those on some goods only. */
function Addition({ layers, path }: { readonly layers: readonly Layer[]; readonly path: string }) {
  const terms = [
    ...layers.filter(({ applies }) => applies),
    ...layers.filter(({ reason }) => reason === 'PARTLY_IN_SCOPE'),
  ];
  return (
    <ul className="made-of">
      {terms.map(({ measure, rate, expression, applies, reason, setBy }, i) => {
        const title = measure?.title ?? capital(LAYER_REASON.MFN);
        const adds = expression ?? percent(rate);
        return (
          <li key={measure?.slug ?? ''}>
            {i > 0 && '+ '}
            {adds}{' '}
            <Provenance
              {...(measure && { path: `${path}.layers.${measure.slug}.rate` })}
              events={setBy ? [setBy] : []}
              none={title}
              title={title}
            >
              {title}
            </Provenance>
            {!applies && ` (${LAYER_REASON[reason]})`}
          </li>
        );
      })}
    </ul>
  );
}

const layersWords = (count: number): string =>
  count === 0 ? 'no measure on record' : 'no measure applies';
