/** The map of a treaty's life: its parties by stage, each with its dates. */
import { Fragment, type ReactNode } from 'react';
import { dateWords, shortMonths, whenWords } from '../../../lib/time/edtfWords.js';
import { capital, partyName, RATIFICATION } from '../../../lib/words/labels.js';
import { partyPath } from '../../../lib/routes.js';
import { Link } from '../../../ui/link.js';
import { Provenance } from '../../../ui/provenance/provenance.js';
import type { Snapshot } from '../../../api/cache/snapshotCache.js';
import { type AgreementParty, type Stage, stagesOf } from './stages.js';

type Agreement = Snapshot['agreements'][number];

const short = (edtf: string): string => shortMonths(dateWords(edtf));

export function PartyTable({ agreement }: { readonly agreement: Agreement }) {
  const stages = stagesOf(agreement.byParty);
  return (
    <>
      <StageBar stages={stages} />
      <table className="treaty">
        <caption className="visually-hidden">Parties to {agreement.title} by stage</caption>
        <thead>
          <tr>
            <th scope="col">Party</th>
            <th scope="col">Signed</th>
            <th scope="col">Ratification</th>
            <th scope="col">Bound</th>
          </tr>
        </thead>
        {stages.map(({ words, tone, parties }) => (
          <tbody key={words}>
            <tr className={`stage ${tone}`}>
              <th scope="rowgroup" colSpan={4}>
                {capital(words)} <span className="note">{parties.length}</span>
              </th>
            </tr>
            {parties.map((party) => (
              <PartyRow key={party.party.code} agreement={agreement} row={party} />
            ))}
          </tbody>
        ))}
      </table>
    </>
  );
}

/** "15 bound, 2 ratifying": as a sentence, and as a bar for the eye. */
function StageBar({ stages }: { readonly stages: readonly Stage[] }) {
  const total = stages.reduce((sum, { parties }) => sum + parties.length, 0);
  return (
    <>
      <div className="stage-bar" aria-hidden="true">
        {stages.map(({ words, tone, parties }) => (
          <span key={words} className={tone} style={{ flexGrow: parties.length }} />
        ))}
      </div>
      <p className="soft">
        {total === 1 ? 'One party' : `${total} parties`}:{' '}
        {stages.map(({ words, parties }) => `${parties.length} ${words}`).join('; ')}.
      </p>
    </>
  );
}

interface RowProps {
  readonly agreement: Agreement;
  readonly row: AgreementParty;
}

function PartyRow({ agreement, row }: RowProps) {
  const name = capital(partyName(row.party));
  const path = `agreements.${agreement.title}.byParty.${row.party.code}`;
  const step = agreement.ratification.findLast(({ party }) => party === row.party.code);
  return (
    <tr>
      <th scope="row">
        <Link href={partyPath(row.party.code)}>{name}</Link>
      </th>
      <td>
        {row.signed === null || row.signedBy === null ? (
          <Unknown />
        ) : (
          <Provenance events={[row.signedBy]} title={`${name}: signed`}>
            {short(row.signed)}
          </Provenance>
        )}
      </td>
      <td>
        {row.ratification === 'NONE' || !step ? (
          <Unknown />
        ) : (
          <Provenance
            path={`${path}.ratification`}
            events={[step.setBy]}
            title={`${name}: ratification`}
          >
            {ratificationWords(row)}
            {short(step.occurred)}
          </Provenance>
        )}
      </td>
      <td>
        {row.from === null || row.setBy === null ? (
          <span className="soft">not bound</span>
        ) : (
          <Provenance path={`${path}.bound`} events={[row.setBy]} title={`${name}: how bound`}>
            {boundWords(row, row.from)}
          </Provenance>
        )}
      </td>
    </tr>
  );
}

/** Who is bound has ratified: what is under way then is a step before, and the last is not on record. */
function ratificationWords({ ratification, bound }: AgreementParty): string {
  if (ratification === 'COMPLETED') return '';
  const isDone = ratification === 'ADVANCED' && bound === 'DEFINITIVELY';
  return `${isDone ? 'Completion not on record; a step on' : `${capital(RATIFICATION[ratification])},`} `;
}

const Unknown = (): ReactNode => <span className="soft">not on record</span>;

/** "from 30 May 2019 until 1 Jan 2027", "possibly withdrawn in Dec 2022". */
function boundWords({ bound, until, certainty }: AgreementParty, from: string): ReactNode {
  const end = until === null ? '' : ` until ${short(until)}`;
  const words = {
    DEFINITIVELY: `from ${short(from)}${end}`,
    PROVISIONALLY: `provisionally from ${short(from)}${end}`,
    SUSPENDED: `suspended from ${short(from)}${end}`,
    WITHDRAWN: `withdrawn ${shortMonths(whenWords(from))}`,
    NOT: `no longer, from ${short(from)} on`,
  }[bound];
  return <Fragment>{certainty === 'POSSIBLE' ? `possibly ${words}` : words}</Fragment>;
}
