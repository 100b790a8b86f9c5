/** Who negotiates: the parties as of the view, since when, and those that have left. */
import { memo } from 'react';
import { dateWords, sinceWords } from '../../lib/time/edtfWords.js';
import { capital, PARTY_KIND, partyName } from '../../lib/words/labels.js';
import { partyPath } from '../../lib/routes.js';
import { Link } from '../../ui/link.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import { Section } from '../../ui/sections/section.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';

type Party = Snapshot['parties'][number];

export default memo(function Parties({
  parties,
  formerParties,
}: Pick<Snapshot, 'parties' | 'formerParties'>) {
  return (
    <Section title="Parties" note={parties.length}>
      {parties.length === 0 && <p className="soft">No party is on record at this date.</p>}
      {bySince(parties).map(([since, group]) => (
        <p key={since}>
          <span className="soft">
            <Provenance
              path="parties"
              events={group.map(({ setBy }) => setBy)}
              title={`Parties ${sinceWords(since)}`}
            >
              {capital(sinceWords(since))}
            </Provenance>
            :{' '}
          </span>
          {group.map((party, i) => (
            <span key={party.code}>
              {i > 0 && ', '}
              <Link href={partyPath(party.code)}>{nameWords(party)}</Link>
              <span className="soft">{detailWords(party)}</span>
            </span>
          ))}
        </p>
      ))}
      {formerParties.length > 0 && (
        <ul className="items">
          {formerParties.map((party) => (
            <li key={party.code} className="item">
              <Link href={partyPath(party.code)}>{nameWords(party)}</Link>{' '}
              <span className="soft">
                <Provenance
                  path="parties"
                  events={party.endedBy ? [party.endedBy] : []}
                  title={`${nameWords(party)}, no longer a party`}
                >
                  no longer a party
                </Provenance>
                {party.until === null ? '' : `, ${sinceWords(party.until)}`}; it had been one{' '}
                {sinceWords(party.since)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
});

const nameWords = (party: Party): string => capital(partyName(party));

/** Parties in groups of those that became one at the same time, in their order. */
function bySince(parties: readonly Party[]): readonly (readonly [string, readonly Party[]])[] {
  const groups = new Map<string, Party[]>();
  for (const party of parties) groups.set(party.since, [...(groups.get(party.since) ?? []), party]);
  return [...groups];
}

/** " (trade union, until 1 January 2027)": what is no country is told, and a leaving to come. */
function detailWords({ kind, until }: Party): string {
  const words = [
    kind === 'COUNTRY' ? '' : PARTY_KIND[kind],
    until === null ? '' : `until ${dateWords(until)}`,
  ].filter((each) => each !== '');
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
}
