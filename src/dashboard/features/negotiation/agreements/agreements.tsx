/** Agreements: how far each has come, how it binds each party, and its course so far. */
import { memo, type ReactNode } from 'react';
import { dateWords, sinceWords, whenWords } from '../../../lib/time/edtfWords.js';
import { AGREEMENT_STATUS, capital, countryName, partyName } from '../../../lib/words/labels.js';
import { Provenance } from '../../../ui/provenance/provenance.js';
import { Section } from '../../../ui/sections/section.js';
import { agreementsSummary } from '../sectionSummaries.js';
import type { Snapshot } from '../../../api/cache/snapshotCache.js';
import { PartyTable } from './partyTable.js';
import './agreements.css';

type Agreement = Snapshot['agreements'][number];
type Span = Agreement['spans'][number];
type Status = Agreement['status'];

/** Lists up to this length are shown at once, longer ones on demand. */
const SHORT = 6;

const TONE: Readonly<Record<Status, string>> = {
  FRAMEWORK_AGREED: 'good',
  CONCLUDED: 'good',
  SIGNED: 'good',
  RATIFYING: 'warn',
  IN_FORCE: 'good',
  SUSPENDED: 'warn',
  LAPSED: 'bad',
  TERMINATED: 'bad',
};

/** Statuses that last; the others are dated by the day on which they were reached. */
const LASTING: ReadonlySet<Status> = new Set(['RATIFYING', 'IN_FORCE', 'SUSPENDED']);
const OVER: ReadonlySet<Status> = new Set(['LAPSED', 'TERMINATED']);

export default memo(function Agreements({ agreements }: Pick<Snapshot, 'agreements'>) {
  const main = agreements.find(({ status }) => status === 'IN_FORCE') ?? agreements.at(-1);
  return (
    <Section
      title="Agreements"
      note={agreements.length}
      summary={agreementsSummary({ agreements })}
    >
      {agreements.map((agreement) => (
        <AgreementBlock key={agreement.slug} agreement={agreement} open={agreement === main} />
      ))}
    </Section>
  );
});

interface BlockProps {
  readonly agreement: Agreement;
  /** Whether its parties are shown at once, however many. */
  readonly open: boolean;
}

function AgreementBlock({ agreement, open }: BlockProps) {
  const { title, status, since, terms, byParty, spans, ratification, setBy } = agreement;
  const codes = new Set(byParty.map(({ party }) => party.code));
  // Those who signed for themselves are in the table.
  const signatories = agreement.signatories.filter((name) => !codes.has(name));
  const except = spans.at(-1)?.exceptParts ?? [];
  return (
    <article className="item agreement">
      <h3>{title}</h3>
      <p>
        <Provenance
          path={`agreements.${title}.status`}
          events={[setBy]}
          title={title}
          className={`badge ${TONE[status]}`}
        >
          {statusWords(agreement)}
        </Provenance>{' '}
        {LASTING.has(status) ? sinceWords(since) : whenWords(since)}
        <InForce agreement={agreement} />
      </p>
      {except.length > 0 && <p className="soft">Not applied: {except.join('; ')}.</p>}
      {signatories.length > 0 && <p className="soft">Signed by {signatories.join(', ')}.</p>}
      {terms.length > 0 && (
        <ul className="soft">
          {terms.map((term) => (
            <li key={term}>{term}</li>
          ))}
        </ul>
      )}
      {byParty.length > 0 && (
        <Folded title="Parties by stage" count={byParty.length} open={open}>
          <PartyTable agreement={agreement} />
        </Folded>
      )}
      {ratification.length > 0 && (
        <Folded title="Steps to ratify" count={ratification.length}>
          <ol className="terms">
            {ratification.map(({ party, step, body, vote, occurred, setBy: by }) => (
              <li key={by.id}>
                <Provenance events={[by]} title={`${title}: ${step}`}>
                  {capital(nameOf(party, byParty))}: {step}
                </Provenance>{' '}
                <span className="soft">
                  {body}
                  {vote === null ? '' : `, ${vote}`}, {dateWords(occurred)}
                </span>
              </li>
            ))}
          </ol>
        </Folded>
      )}
      {spans.length > 1 && (
        <Folded title="Course so far" count={spans.length}>
          <ol className="terms">
            {spans.map((span) => (
              <li key={`${span.status}${span.from}${span.setBy.id}`}>
                <Provenance events={[span.setBy]} title={`${title}: ${spanStatus(span)}`}>
                  {capital(spanStatus(span))}
                </Provenance>{' '}
                {sinceWords(span.from).replace(/^since /, 'from ')}
                {span.until === null ? '' : ` until ${dateWords(span.until)}`}
                <span className="soft">{whoWords(span, byParty)}</span>
              </li>
            ))}
          </ol>
        </Folded>
      )}
    </article>
  );
}

function Folded({
  title,
  count,
  open = false,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details open={open || count <= SHORT}>
      <summary>
        {title} <span className="soft">{count}</span>
      </summary>
      {children}
    </details>
  );
}

/** "possibly in force provisionally". */
function statusWords({ status, provisional, certainty }: Agreement): string {
  const words = `${AGREEMENT_STATUS[status]}${status === 'IN_FORCE' && provisional ? ' provisionally' : ''}`;
  return certainty === 'POSSIBLE' ? `possibly ${words}` : words;
}

/** From when it is, was or is to be in force, where the status does not say so itself. */
function InForce({ agreement }: { readonly agreement: Agreement }) {
  const { title, status, since, inForceFrom, provisional, spans } = agreement;
  if (inForceFrom === null || (status === 'IN_FORCE' && since === inForceFrom)) return null;
  const how = provisional && status !== 'IN_FORCE' ? ' provisionally' : '';
  const words =
    status === 'IN_FORCE' || status === 'SUSPENDED'
      ? `in force${how} from ${dateWords(inForceFrom)}`
      : OVER.has(status)
        ? `it was in force${how} from ${dateWords(inForceFrom)}`
        : `to be in force${how} from ${dateWords(inForceFrom)}`;
  const began = spans.find(({ from, mode }) => mode !== null && from === inForceFrom);
  return (
    <>
      ,{' '}
      <Provenance
        path={`agreements.${title}.inForceFrom`}
        events={began ? [began.setBy] : []}
        title={`${title}: in force from`}
      >
        {words}
      </Provenance>
    </>
  );
}

function nameOf(code: string, byParty: Agreement['byParty']): string {
  const known = byParty.find(({ party }) => party.code === code);
  return known ? partyName(known.party) : countryName(code);
}

const spanStatus = ({ status, mode }: Span): string =>
  `${AGREEMENT_STATUS[status]}${status === 'IN_FORCE' && mode === 'PROVISIONAL' ? ' provisionally' : ''}`;

/** ", for 15 of 30 parties, except Chapter 8": who is bound in a span, and what does not apply. */
function whoWords({ parties, exceptParts }: Span, byParty: Agreement['byParty']): string {
  const all = byParty.length;
  const who =
    parties.length === 0 || parties.length === all
      ? ''
      : parties.length <= 2
        ? `, for ${parties.map((code) => nameOf(code, byParty)).join(' and ')}`
        : `, for ${parties.length} of ${all} parties`;
  return `${who}${exceptParts.length === 0 ? '' : `, except ${exceptParts.join('; ')}`}`;
}
