/**
 * Measures between the parties: their status, their rates, and every term they ever had. What is no
 * duty on imports has a section of its own.
 */
import { memo } from 'react';
import { dayWords } from '../../lib/time/edtfWords.js';
import {
  capital,
  countryName,
  ENDED_HOW,
  fromCode,
  LAYER_REASON,
  MEASURE_STATUS,
  percent,
} from '../../lib/words/labels.js';
import { heldWords } from '../../lib/words/dutyWords.js';
import { measurePath } from '../../lib/routes.js';
import { Link } from '../../ui/link.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import { Section } from '../../ui/sections/section.js';
import { measuresSummary } from './sectionSummaries.js';
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

/** The forms that enter the duty on imports. */
const IMPORT_DUTIES: ReadonlySet<Measure['form']> = new Set([
  'IMPORT_DUTY',
  'ANTIDUMPING_DUTY',
  'COUNTERVAILING_DUTY',
]);

type Words = Readonly<Record<Measure['form'], string>>;

const MEASURE_FORM: Words = {
  IMPORT_DUTY: 'import duty',
  ANTIDUMPING_DUTY: 'antidumping duty',
  COUNTERVAILING_DUTY: 'countervailing duty',
  EXPORT_DUTY: 'export duty',
  EXPORT_CONTROL: 'export control',
  EXPORT_BAN: 'export ban',
  IMPORT_BAN: 'import ban',
  QUOTA: 'quota',
  LICENCE: 'licence',
  FEE: 'fee',
  SANCTION: 'sanction',
};

const WHAT_IT_DOES: Words = {
  ...MEASURE_FORM,
  EXPORT_CONTROL: 'exports need a permit',
  EXPORT_BAN: 'exports are banned',
  IMPORT_BAN: 'imports are banned',
  QUOTA: 'imports are limited in quantity',
  LICENCE: 'imports need a licence',
  FEE: 'a fee is charged',
  SANCTION: 'dealings are banned',
};

/** Statuses that a legal act gives, and that may outlive it; one that ended rests on none. */
const ADOPTED: ReadonlySet<Measure['status']> = new Set(['PENDING', 'IN_FORCE', 'SUSPENDED']);

export const Measures = memo(function Measures({
  measures,
  duties,
}: Pick<Snapshot, 'measures' | 'duties'>) {
  const onImports = measures.filter(({ form }) => IMPORT_DUTIES.has(form));
  const others = measures.filter(({ form }) => !IMPORT_DUTIES.has(form));
  const card = (measure: Measure) => (
    <MeasureCard key={measure.slug} measure={measure} layer={layerOf(duties, measure.slug)} />
  );
  return (
    <>
      <Section title="Measures" note={onImports.length} summary={measuresSummary(onImports)}>
        {measures.length === 0 && <p className="soft">No measure between the parties is known.</p>}
        {measures.length > 0 && onImports.length === 0 && (
          <p className="soft">No duty on imports between the parties is known.</p>
        )}
        {onImports.map(card)}
      </Section>
      {others.length > 0 && (
        <Section
          title="Other than import duties"
          note={others.length}
          summary={measuresSummary(others)}
        >
          <p className="soft">Not part of the duties above.</p>
          {others.map(card)}
        </Section>
      )}
    </>
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
  const { slug, title, imposedBy, affects, exceptFor, kind, form, status, certainty } = measure;
  const { rate, expression, announcedRate } = measure;
  const path = `measures.${slug}`;
  const how = measure.endedHow === null ? '' : `, ${ENDED_HOW[measure.endedHow] ?? ''}`;
  const except = exceptFor.length > 0 ? ` except ${exceptFor.map(countryName).join(', ')}` : '';
  const who = `${countryName(imposedBy)} on ${affects.map(countryName).join(', ')}${except}`;
  return (
    <article className="item measure">
      <h3>
        <Link href={measurePath(slug)}>{title}</Link>
      </h3>
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
        {expression !== null && (
          <Provenance
            path={`${path}.${rate === null ? 'expression' : 'rate'}`}
            events={[measure.setBy]}
            title={`${title}: rate`}
          >
            {heldWords(expression, measure.leastCertainty)}
          </Provenance>
        )}
        {announcedRate !== null && announcedRate !== rate && (
          <>
            {expression !== null && '; '}
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
          {form === 'IMPORT_DUTY' ? '' : `${capital(MEASURE_FORM[form])}; `}
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

/** How much a term takes, or what it does where it takes nothing. */
const termWords = (form: Measure['form'], expression: string | null): string =>
  expression ?? (IMPORT_DUTIES.has(form) ? 'by its schedule of HS codes' : WHAT_IT_DOES[form]);

function Terms({ measure: { terms, title, form } }: { readonly measure: Measure }) {
  return (
    <ol className="terms">
      {terms.map(({ expression, leastCertainty, from, until, status, setBy }) => (
        <li key={`${from}${status}`}>
          <Provenance events={[setBy]} title={`${title}: terms from ${dayWords(from)}`}>
            {dayWords(from)} {until === null ? 'on' : `to ${dayWords(until)}`}
          </Provenance>
          : {heldWords(termWords(form, expression), leastCertainty)}
          {status === 'IN_FORCE' ? '' : `, ${MEASURE_STATUS[status]}`}
        </li>
      ))}
    </ol>
  );
}
