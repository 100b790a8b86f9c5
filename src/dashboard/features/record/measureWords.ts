/** A measure in a sentence. */
import type { MeasurePageQuery } from '../../generated/graphql.js';
import { heldWords } from '../../lib/words/dutyWords.js';
import { capital, ENDED_HOW, fromCode, MEASURE_STATUS, percent } from '../../lib/words/labels.js';

type Measure = NonNullable<MeasurePageQuery['measure']>;

/** The status in a sentence, with how much. */
export function statusSentence({
  status,
  certainty,
  endedHow,
  expression,
  leastCertainty,
  announcedRate,
}: Pick<
  Measure,
  'status' | 'certainty' | 'endedHow' | 'expression' | 'leastCertainty' | 'announcedRate'
>): string {
  const how = endedHow === null ? '' : `, ${ENDED_HOW[endedHow] ?? fromCode(endedHow)}`;
  const amount =
    expression !== null
      ? ` at ${heldWords(expression, leastCertainty)}`
      : status === 'ANNOUNCED' && announcedRate !== null
        ? ` at ${percent(announcedRate)}`
        : '';
  return `${capital(`${certainty === 'POSSIBLE' ? 'possibly ' : ''}${MEASURE_STATUS[status]}`)}${how}${amount}.`;
}
