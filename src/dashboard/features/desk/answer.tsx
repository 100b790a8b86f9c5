/** The answer of the goods desk. */
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { type AsOf, DutyDocument } from '../../generated/graphql.js';
import { capital, countryName, percent } from '../../lib/words/labels.js';
import { heldWords } from '../../lib/words/dutyWords.js';
import { instantWords } from '../../lib/time/edtfWords.js';
import type { Clocks } from '../../lib/view.js';
import { ErrorNotice, Loading } from '../../ui/loading/notice.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import { QueryExamples } from '../../ui/queryExamples.js';
import { Changes, DuringTheDay, OtherDays } from './changes.js';
import { Citation } from './citation.js';
import { entryWords } from './entryWords.js';
import { Addition, NotApplying } from './layerLines.js';
import type { Question } from './question.js';
import { WhatWouldChange } from './whatWouldChange.js';
import { type Duty, figureWords, goodsWords, moneyWords, pairWords } from './words.js';

interface AnswerProps {
  readonly question: Question;
  readonly clocks: Clocks;
  readonly asOf: AsOf;
}

export function Answer({ question, clocks, asOf }: AnswerProps) {
  const variables = { ...question, asOf };
  const { data, error, isFetching, refetch } = useGraphqlQuery(DutyDocument, variables);
  if (error)
    return (
      <ErrorNotice title="The duty could not be worked out" onRetry={() => void refetch()}>
        {error.message}
      </ErrorNotice>
    );
  if (!data || isFetching) return <Loading what="Working out the duty" />;
  const { duty } = data;
  const particulars = goodsWords(question);
  return (
    <article className="desk-answer" aria-labelledby="desk-answer">
      <h2 id="desk-answer">{pairWords(question)}</h2>
      <p className="soft">
        {entryWords(duty, clocks)}
        {particulars.length > 0 && `; ${particulars.join('; ')}`}.
      </p>
      <p className="desk-figure">
        {figureWords(duty)}
        {duty.amount && <span className="soft"> {moneyWords(duty.amount)}</span>}
      </p>
      <DuringTheDay duty={duty} clocks={clocks} />
      <RangeWords duty={duty} />
      <Addition duty={duty} />
      <Coverage duty={duty} />
      <NotApplying layers={duty.layers} />
      <WhatWouldChange question={question} asOf={asOf} duty={duty} />
      <Changes duty={duty} clocks={clocks} hs={question.goods?.hs ?? undefined} />
      <OtherDays duty={duty} clocks={clocks} />
      <p className="soft">
        As known {instantWords(duty.view.knownAt)}, in a record of {duty.view.position} events.
      </p>
      <Citation question={question} duty={duty} clocks={clocks} />
      <QueryExamples queries={[{ what: 'This duty', document: DutyDocument, variables }]} />
    </article>
  );
}

function RangeWords({
  duty: { range, total, expression, leastCertainty },
}: {
  readonly duty: Duty;
}) {
  if (!range || range.min === range.max) return null;
  return (
    <p>
      Between {percent(range.min)} and {percent(range.max)}: not all that is asked about bears the
      same duty, or a date leaves it open. On all of it:{' '}
      {heldWords(total === null ? expression : percent(total), leastCertainty)}. A longer HS code,
      or contents, may settle it.
    </p>
  );
}

const COVERAGE = {
  COMPLETE: 'The record claims to hold every duty on these goods.',
  PARTIAL: 'The record does not claim to hold every duty on these goods.',
} as const;

function Coverage({ duty: { coverage, imposedBy, on } }: { readonly duty: Duty }) {
  const { status, note, setBy } = coverage;
  const words =
    status === 'NONE'
      ? `What ${countryName(imposedBy)} levies on goods of ${countryName(on)} is not on record.`
      : COVERAGE[status];
  return (
    <p className={status === 'COMPLETE' ? 'soft' : 'desk-coverage'}>
      {setBy ? (
        <Provenance events={[setBy]} title="What the record covers">
          {words}
        </Provenance>
      ) : (
        words
      )}
      {note !== null && ` ${capital(note)}`}
    </p>
  );
}
