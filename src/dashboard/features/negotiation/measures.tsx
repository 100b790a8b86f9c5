/** Measures between the parties: their status, their rates, and every term they ever had. */
import { memo } from 'react';
import { dayWords } from '../../lib/edtfWords.js';
import {
  countryName,
  ENDED_HOW,
  fromCode,
  LAYER_REASON,
  MEASURE_STATUS,
  percent,
} from '../../lib/labels.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import { Section } from '../../ui/section.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';

type Measure = Snapshot['measures'][number];
type Layer = Snapshot['duties'][number]['layers'][number];

const TONE: Readonly<Record<Measure['status'], string>> = {
  THREATENED: '',
  ANNOUNCED: '',
  PENDING: 'warn',
  IN_FORCE: 'good',
  SUSPENDED: 'warn',
  ENDED: '',
};

/** Statuses that a legal act gives, and that may outlive it; one that ended rests on none. */
const ADOPTED: ReadonlySet<Measure['status']> = new Set(['PENDING', 'IN_FORCE', 'SUSPENDED']);

export const Measures = memo(function Measures({
  measures,
  duties,
}: Pick<Snapshot, 'measures' | 'duties'>) {
  return (
    <Section title="Measures" note={measures.length}>
      {measures.length === 0 && <p className="soft">No measure between the parties is known.</p>}
      {measures.map((measure) => (
        <MeasureCard key={measure.slug} measure={measure} layer={layerOf(duties, measure.slug)} />
      ))}
    </Section>
  );
});

const layerOf = (duties: Snapshot['duties'], slug: string): Layer | undefined =>
  duties.flatMap(({ layers }) => layers).find(({ measure }) => measure?.slug === slug);

const MeasureCard = memo(function MeasureCard({
  measure,
  layer,
}: {
  readonly measure: Measure;
  readonly layer: Layer | undefined;
}) {
  const { slug, title, imposedBy, affects, kind, status, certainty, rate, announcedRate } = measure;
  const path = `measures.${slug}`;
  const how = measure.endedHow === null ? '' : `, ${ENDED_HOW[measure.endedHow] ?? ''}`;
  const who = `${countryName(imposedBy)} on ${affects.map(countryName).join(', ')}`;
  return (
    <article className="item measure">
      <h3>{title}</h3>
      <p>
        <Provenance
          path={`${path}.status`}
          events={[measure.setBy]}
          title={title}
          className={`badge ${TONE[status]}`}
        >
          {certainty === 'POSSIBLE' ? 'possibly ' : ''}
          {MEASURE_STATUS[status]}
          {how}
        </Provenance>{' '}
        {rate !== null && (
          <Provenance path={`${path}.rate`} events={[measure.setBy]} title={`${title}: rate`}>
            {percent(rate)}
          </Provenance>
        )}
        {announcedRate !== null && announcedRate !== rate && (
          <>
            {rate !== null && '; '}
            <Provenance
              path={`${path}.announcedRate`}
              events={[measure.setBy]}
              title={`${title}: announced rate`}
            >
              {percent(announcedRate)} announced
            </Provenance>
          </>
        )}{' '}
        <span className="soft">
          {who}
          {kind === null ? '' : `, ${fromCode(kind)}`}
          {!measure.lawful && ADOPTED.has(status) ? ', no longer with a legal basis' : ''}
        </span>
      </p>
      {layer && !layer.applies && status === 'IN_FORCE' && (
        <p className="soft">Not in the duty above: {LAYER_REASON[layer.reason]}.</p>
      )}
      {measure.terms.length > 0 && <Terms measure={measure} />}
    </article>
  );
});

function Terms({ measure: { terms, title } }: { readonly measure: Measure }) {
  return (
    <ol className="terms">
      {terms.map(({ rate, from, until, status, setBy }) => (
        <li key={`${from}${status}`}>
          <Provenance events={[setBy]} title={`${title}: terms from ${dayWords(from)}`}>
            {dayWords(from)} {until === null ? 'on' : `to ${dayWords(until)}`}
          </Provenance>
          : {percent(rate)}
          {status === 'IN_FORCE' ? '' : `, ${MEASURE_STATUS[status]}`}
        </li>
      ))}
    </ol>
  );
}
