/** What would change the duty of the same goods on the same day: other claims, a full quota. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useGraphqlClient } from '../../api/client/apiProvider.js';
import { type AsOf, DutyTotalDocument } from '../../generated/graphql.js';
import { heldWords } from '../../lib/words/dutyWords.js';
import { alternativesTo } from './alternatives.js';
import type { Question } from './question.js';
import { type Duty, moneyWords } from './words.js';

interface Props {
  readonly question: Question;
  readonly asOf: AsOf;
  readonly duty: Duty;
}

export function WhatWouldChange({ question, asOf, duty }: Props) {
  const client = useGraphqlClient();
  const alternatives = useMemo(
    () => alternativesTo(question, duty.layers),
    [question, duty.layers],
  );
  const answers = useQueries({
    queries: alternatives.map((each) => {
      const variables = { ...each.question, asOf };
      return {
        queryKey: [DutyTotalDocument.toString(), variables],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          client.fetch(DutyTotalDocument, variables, signal),
      };
    }),
  });
  if (duty.layers.length === 0) return null;
  const waiting = answers.some(({ isPending }) => isPending);
  const failed = answers.some(({ isError }) => isError);
  const changes = alternatives.flatMap(({ words }, i) => {
    const other = answers[i]?.data?.duty;
    return other && other.expression !== duty.expression ? [{ words, other }] : [];
  });
  const hasOtherScopes = duty.layers.some(({ reason }) => reason === 'OUT_OF_SCOPE');
  return (
    <section className="topic">
      <h2>What would change it</h2>
      {!question.goods?.hs && hasOtherScopes && (
        <p>An HS code: some measures are on some goods only.</p>
      )}
      <ul className="items">
        {changes.map(({ words, other }) => (
          <li key={words} className="item">
            {words}: <strong>{heldWords(other.expression, other.leastCertainty)}</strong>
            {other.amount && `, ${moneyWords(other.amount)}`}
          </li>
        ))}
      </ul>
      {waiting && <p role="status">Asking what other claims would change …</p>}
      {failed && (
        <p role="status">Not every other claim could be asked. Reload the page to try again.</p>
      )}
      {!waiting && !failed && changes.length === 0 && (
        <p className="soft">No other claim that a relief on record asks for.</p>
      )}
    </section>
  );
}
