/** The status of one negotiation, as an item of the overview. */
import type { NegotiationSummaryFragment } from '../../generated/graphql.js';
import { Highlight } from '../../ui/highlight.js';
import { Link } from '../../ui/link.js';
import { negotiationPath } from '../../lib/routes.js';
import { eventDateWords } from '../../lib/eventDates.js';
import { unbrokenPercent } from '../../lib/labels.js';
import { statusWords } from '../../lib/status.js';
import { nextDate, overdue } from '../../lib/comingDates.js';
import { lastEvent, type Listed } from './listed.js';

interface Props {
  readonly negotiation: Listed;
  /** What "now" is, in epoch milliseconds. */
  readonly at: number;
}

export function NegotiationCard({ negotiation, at }: Props) {
  const { slug, title, phase, activity } = negotiation;
  const status = statusWords(phase, activity);
  const next = nextDate(negotiation, at);
  const late = overdue(negotiation);
  const last = lastEvent(negotiation);
  return (
    <li className="card">
      <h2>
        <Link href={negotiationPath(slug)}>{title}</Link>
      </h2>
      <p>
        <Highlight of={status}>{status}</Highlight>
      </p>
      <dl>
        <dt>Next date</dt>
        <dd>
          <Highlight of={next ? next.when + next.what : ''}>
            {next ? (
              <>
                <strong>{next.when}</strong> {next.what}
              </>
            ) : (
              'None known'
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
        <dt>Duty now</dt>
        <dd>
          <Duties negotiation={negotiation} />
        </dd>
        {last && (
          <>
            <dt>Last event</dt>
            <dd>
              <Highlight of={last.id}>
                {last.summary} <span className="soft">{eventDateWords(last)}</span>
              </Highlight>
            </dd>
          </>
        )}
      </dl>
    </li>
  );
}

function Duties({ negotiation }: { readonly negotiation: NegotiationSummaryFragment }) {
  const { duties, parties } = negotiation;
  if (duties.length === 0) return 'No pair of parties is on record';
  const name = (code: string) => parties.find((party) => party.code === code)?.name ?? code;
  return (
    <ul className="pairs">
      {duties.map(({ imposedBy, on, total, disputed }) => (
        <li key={`${imposedBy} ${on}`}>
          <Highlight of={`${total}${disputed}`}>
            {name(imposedBy)} on {name(on)}: <strong>{unbrokenPercent(total)}</strong>
            {disputed && ', disputed'}
          </Highlight>
        </li>
      ))}
    </ul>
  );
}
