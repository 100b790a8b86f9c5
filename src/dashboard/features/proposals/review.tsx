/** One proposal: the text beside the draft, what accepting it would change, and the decision. */
import { dateWords, instantWords, meansOfType } from '../../lib/time/edtfWords.js';
import { NO_NAMES } from '../../lib/words/names.js';
import { pathWords, valueWords } from '../../lib/words/paths.js';
import { slugWords } from '../../lib/words/labels.js';
import { Article } from './article.js';
import { Decide } from './decide.js';
import { fieldName, fieldsOf, inWords, type Proposal } from './fields.js';

interface Props {
  readonly proposal: Proposal;
  readonly onDecided: (words: string) => void;
}

export function Review({ proposal, onDecided }: Props) {
  const isOpen = proposal.status === 'PENDING';
  return (
    <article className="proposal" aria-labelledby="proposal-title">
      <h2 id="proposal-title">{inWords(proposal.type)}</h2>
      <p className="soft">
        Proposed {instantWords(proposal.proposedAt)}
        {proposal.proposedBy === null ? '' : ` by ${proposal.proposedBy}`}
      </p>
      <div className="proposal-sides">
        <section aria-label="Text">
          <h3>What the text says</h3>
          <Article key={proposal.id} proposal={proposal} />
        </section>
        <section aria-label="Draft">
          <h3>What would be recorded</h3>
          {isOpen ? (
            <Decide key={proposal.id} proposal={proposal} onDecided={onDecided} />
          ) : (
            <Decided proposal={proposal} />
          )}
        </section>
      </div>
      {isOpen && <Consequences proposal={proposal} />}
    </article>
  );
}

function Decided({ proposal }: { readonly proposal: Proposal }) {
  const { decision, status } = proposal;
  const amended = decision?.amended ?? [];
  return (
    <>
      <dl>
        {fieldsOf(proposal).map(({ path, words }) => (
          <div key={path}>
            <dt>{fieldName(path)}</dt>
            <dd>{words === '' ? 'The text does not give it' : words}</dd>
          </div>
        ))}
      </dl>
      <p>
        <strong>{inWords(status)}</strong>
        {decision && ` ${instantWords(decision.at)}`}
        {decision?.by ? ` by ${decision.by}` : ''}
        {decision?.reason ? `: ${decision.reason}` : '.'}
      </p>
      {amended.length > 0 && <p>Amended: {amended.map(fieldName).join(', ')}.</p>}
    </>
  );
}

/** Changes shown; the rest is counted. */
const MAX_CHANGES = 20;

function Consequences({ proposal }: { readonly proposal: Proposal }) {
  const { problems, findings, duplicates, changes, needs } = proposal;
  const others = problems.filter(({ path }) => !needs.includes(path));
  return (
    <section className="topic" aria-labelledby="proposal-changes">
      <h3 id="proposal-changes">What would change</h3>
      {duplicates.length > 0 && (
        <>
          <p>It may be on record already:</p>
          <ul className="items">
            {duplicates.map(({ id, summary, occurred }) => (
              <li key={id} className="item">
                {summary}, {dateWords(occurred, meansOfType(proposal.type))}
              </li>
            ))}
          </ul>
        </>
      )}
      {others.map(({ path, message }) => (
        <p key={`${path} ${message}`} className="proposal-refusal">
          {fieldName(path)} {message}.
        </p>
      ))}
      {findings.map(({ code, message }) => (
        <p key={`${code} ${message}`}>{message}</p>
      ))}
      {problems.length > 0 && others.length === 0 && (
        <p className="soft">Fill in what the text does not give; then it can be said.</p>
      )}
      {problems.length === 0 && changes.length === 0 && (
        <p className="soft">No figure of a negotiation; the event joins the history.</p>
      )}
      <ul className="items">
        {changes.slice(0, MAX_CHANGES).map(({ negotiation, change: { path, before, after } }) => (
          <li key={`${negotiation} ${path}`} className="item">
            {slugWords(negotiation)}: {pathWords(path, NO_NAMES)}:{' '}
            {before === null ? 'nothing' : valueWords(path, before)} →{' '}
            {after === null ? 'nothing' : valueWords(path, after)}
          </li>
        ))}
      </ul>
      {changes.length > MAX_CHANGES && (
        <p className="soft">And {changes.length - MAX_CHANGES} further values.</p>
      )}
    </section>
  );
}
