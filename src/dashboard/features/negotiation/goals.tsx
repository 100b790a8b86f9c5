/** Targets with their slips. */
import { memo } from 'react';
import { dateWords } from '../../lib/time/edtfWords.js';
import { TARGET_KIND, TARGET_STATUS } from '../../lib/words/labels.js';
import { perhapsMetWords, targetStatusWords } from '../../lib/words/targetWords.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import { Section } from '../../ui/sections/section.js';
import { targetsSummary } from './sectionSummaries.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';

type Target = Snapshot['targets'][number];

const TONE: Readonly<Record<Target['status'], string>> = {
  OPEN: '',
  DUE_WINDOW: 'warn',
  OVERDUE: 'bad',
  MET: 'good',
  MISSED: 'bad',
};

export const Targets = memo(function Targets({ targets }: Pick<Snapshot, 'targets'>) {
  return (
    <Section title="Targets" note={targets.length} summary={targetsSummary({ targets })}>
      {targets.length === 0 && <p className="soft">No target has been set.</p>}
      {targets.map((target) => (
        <TargetCard key={target.slug} {...target} />
      ))}
    </Section>
  );
});

const TargetCard = memo(function TargetCard(target: Target) {
  const { slug, what, due, kind, status, slips, history, readings, perhapsMetBy, setBy } = target;
  const path = `targets.${slug}`;
  return (
    <article className="item">
      <h3>{what}</h3>
      <p>
        <Provenance
          path={`${path}.status`}
          events={[setBy]}
          title={what}
          className={`badge ${perhapsMetBy ? 'warn' : TONE[status]}`}
        >
          {targetStatusWords(target)}
        </Provenance>{' '}
        {TARGET_KIND[kind]} for{' '}
        <Provenance
          path={`${path}.due`}
          events={history.map((each) => each.setBy)}
          title={`${what}: due date`}
        >
          {dateWords(due)}
        </Provenance>
        {slips > 0 && (
          <span className="soft">, put off {slips === 1 ? 'once' : `${slips} times`}</span>
        )}
      </p>
      {perhapsMetBy && (
        <p>
          Perhaps by{' '}
          <Provenance events={[perhapsMetBy]} title={perhapsMetBy.summary}>
            {perhapsMetWords(target)}
          </Provenance>
          ; nobody has recorded whether it is met.
        </p>
      )}
      {history.length > 1 && (
        <p className="slips">
          {history.map((each, i) => (
            <span key={`${each.due}${each.setBy.id}`}>
              {i > 0 && <span aria-label="then"> → </span>}
              <Provenance events={[each.setBy]} title={`${what}: due ${dateWords(each.due)}`}>
                {i < history.length - 1 ? <s>{dateWords(each.due)}</s> : dateWords(each.due)}
              </Provenance>
            </span>
          ))}
        </p>
      )}
      {readings.length > 0 && (
        <ul className="soft readings">
          {readings.map((reading) => (
            <li key={`${reading.by}${reading.due}`}>
              read as {dateWords(reading.due)} by {reading.by}
              {!perhapsMetBy && `: ${TARGET_STATUS[reading.status]}`}
            </li>
          ))}
        </ul>
      )}
    </article>
  );
});
