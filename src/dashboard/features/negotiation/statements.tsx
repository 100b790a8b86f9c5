/** Statements, and findings that need review. */
import { memo } from 'react';
import { findingWords } from '../../lib/words/findingWords.js';
import { dateWords } from '../../lib/time/edtfWords.js';
import { STANCE } from '../../lib/words/labels.js';
import { RecordAsMet } from '../../ui/recordAsMet.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import { Latest, Section } from '../../ui/sections/section.js';
import { statementsSummary } from './sectionSummaries.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';

export const Statements = memo(function Statements({ statements }: Pick<Snapshot, 'statements'>) {
  const { totalCount, edges } = statements;
  const more = totalCount - edges.length;
  return (
    <Section title="Statements" note={totalCount} summary={statementsSummary({ statements })}>
      <Latest items={edges} none="No statement is on record.">
        {({ node }) => {
          const { setBy, speaker, role, occurred, summary, quote, stance, certainty, disputedBy } =
            node;
          return (
            <li key={setBy.id} className="item">
              <p>
                <Provenance
                  path={`statements.${setBy.id}`}
                  events={[setBy, ...disputedBy.map((each) => each.setBy)]}
                  title={`${speaker}, ${dateWords(occurred)}`}
                >
                  <bdi>{speaker}</bdi>
                </Provenance>
                {role !== null && (
                  <>
                    , <bdi>{role}</bdi>
                  </>
                )}
                , {dateWords(occurred)}
                {stance !== null && <span className="soft"> ({STANCE[stance]})</span>}
                {(certainty === 'DISPUTED' || disputedBy.length > 0) && (
                  <>
                    {' '}
                    <span className="badge warn">
                      disputed
                      {disputedBy.length > 0
                        ? ` by ${disputedBy.map(({ by }) => by).join(', ')}`
                        : ''}
                    </span>
                  </>
                )}
              </p>
              <p dir="auto">{summary}</p>
              {quote !== null && quote !== summary && <blockquote dir="auto">{quote}</blockquote>}
            </li>
          );
        }}
      </Latest>
      {more > 0 && <p className="soft">{more} earlier statements are on record.</p>}
    </Section>
  );
});

export const Findings = memo(function Findings({ findings }: Pick<Snapshot, 'findings'>) {
  return (
    <Section title="To review" note={findings.length}>
      {findings.length === 0 && <p className="soft">No contradictions found in the record.</p>}
      <ul className="items">
        {findings.map((finding) => {
          const { code, message, events } = finding;
          return (
            <li key={[code, message, ...events.map(({ id }) => id)].join()} className="item">
              <Provenance events={events} title={findingWords(message)}>
                {findingWords(message)}
              </Provenance>{' '}
              <RecordAsMet finding={finding} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
});
