/** The status of one negotiation, as an item of the overview. */
import type { NegotiationSummaryFragment } from '../../generated/graphql.js';
import { Highlight } from '../../ui/highlight.js';
import { Link } from '../../ui/link.js';
import { negotiationPath } from '../../lib/routes.js';
import { eventDateWords } from '../../lib/time/eventDates.js';
import { headline } from '../../lib/words/headline.js';
import { heldDutyWords, isLevied, unbrokenHeldDutyWords } from '../../lib/words/dutyWords.js';
import { capital, nameAmong, partyName } from '../../lib/words/labels.js';
import { shownDuties } from '../../lib/dutyPairs.js';
import { checkedWords } from '../../lib/words/sources/freshness.js';
import { nextDate, overdue } from '../../lib/time/comingDates.js';
import { perhapsMetWords } from '../../lib/words/targetWords.js';
import type { Listed } from './listed.js';

interface Props {
  readonly negotiation: Listed;
  /** The group through which it is a negotiation of the party asked for; null where there is none. */
  readonly through: { readonly code: string; readonly name: string } | null;
  /** What "now" is, in epoch milliseconds. */
  readonly at: number;
}

export function NegotiationCard({ negotiation, through, at }: Props) {
  const { slug, title, duties } = negotiation;
  const status = headline(negotiation, at);
  const next = nextDate(negotiation, at);
  const late = overdue(negotiation);
  const perhapsMet = negotiation.targets.filter(({ perhapsMetBy }) => perhapsMetBy);
  const { latestEvent: last, checkedThrough } = negotiation;
  return (
    <li className="card">
      <h2>
        <Link href={negotiationPath(slug)}>{title}</Link>
      </h2>
      <p className="soft">
        {partiesWords(negotiation.parties)}
        {through && ` (as a member of ${partyName(through)})`}
      </p>
      <p>
        <Highlight of={status}>{status}</Highlight>
      </p>
      <dl>
        <dt>Next date</dt>
        <dd>
          <Highlight of={next ? next.when + next.what : ''}>
            {next ? (
              <>
                <strong>{capital(next.when)}</strong> {next.what}
              </>
            ) : (
              'None on record'
            )}
          </Highlight>
        </dd>
        {late.length > 0 && (
          <>
            <dt>Overdue</dt>
            {late.map(({ what, when }) => (
              <dd key={what + when}>
                {what} <span className="soft">due {when}</span>
              </dd>
            ))}
          </>
        )}
        {perhapsMet.length > 0 && (
          <>
            <dt>Perhaps met</dt>
            {perhapsMet.map((target) => (
              <dd key={target.slug}>
                {target.what} <span className="soft">{perhapsMetWords(target)}</span>
              </dd>
            ))}
          </>
        )}
        {duties.length > 0 && (
          <>
            <dt>Duty now</dt>
            <dd>
              <Duties negotiation={negotiation} />
            </dd>
          </>
        )}
        {last && (
          <>
            <dt>Newest event</dt>
            <dd>
              <Highlight of={last.id}>
                {last.summary} <span className="soft">{eventDateWords(last)}</span>
              </Highlight>
            </dd>
          </>
        )}
        <dt>Record</dt>
        <dd className="soft">
          {checkedWords(checkedThrough?.date ?? null, last?.occurred ?? null)}
        </dd>
      </dl>
    </li>
  );
}

/** Parties named on a card; the others are counted. */
const NAMED_PARTIES = 6;

/** "Canada, European Union", "Algeria, …, Chad and 24 more". */
export function partiesWords(parties: Listed['parties']): string {
  const [first = '', ...others] = parties.map(partyName);
  const names = parties.length === 0 ? [] : [capital(first), ...others];
  if (names.length === 0) return 'No party is on record';
  if (names.length <= NAMED_PARTIES) return names.join(', ');
  return `${names.slice(0, NAMED_PARTIES - 1).join(', ')} and ${names.length - NAMED_PARTIES + 1} more`;
}

function Duties({ negotiation }: { readonly negotiation: NegotiationSummaryFragment }) {
  const { duties, parties } = negotiation;
  const shown = shownDuties(duties, isLevied);
  if (shown.length === 0) return 'No duty between the parties is on record';
  return (
    <ul className="pairs">
      {shown.map((duty) => (
        <li key={`${duty.imposedBy} ${duty.on}`}>
          <Highlight of={heldDutyWords(duty)}>
            {capital(nameAmong(duty.imposedBy, parties))} on {nameAmong(duty.on, parties)}:{' '}
            <strong>{unbrokenHeldDutyWords(duty)}</strong>
          </Highlight>
        </li>
      ))}
    </ul>
  );
}
