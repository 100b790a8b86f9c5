/** The duty on a good where it is linked to. */
import { SharedDutyDocument, type SharedDutyQueryVariables } from '../../generated/graphql.js';
import { claimWords, dutyWords, heldDutyWords, heldWords } from '../../lib/words/dutyWords.js';
import { capital, countryName } from '../../lib/words/labels.js';
import { sharePath } from '../../lib/routes.js';
import { dailyClosesOf } from '../../lib/time/dailyCloses.js';
import { dayWords } from '../../lib/time/edtfWords.js';
import { type Clock, writeClocks } from '../../lib/view.js';
import { answerOf, type Ask, asOfClock } from './ask.js';
import { dataDateOf, dated, type SharedPage } from './sharedPage.js';
import { sourcesWords } from '../../lib/words/sources/credit.js';

/** The good by its HS code, as tariffs write it: 8541.43. */
function goodWords(hs: string | null | undefined): string {
  if (hs === undefined || hs === null) return 'goods';
  return `goods of HS ${hs.replace(/^(\d{4})(\d+)$/, '$1.$2')}`;
}

/**
 * @param search the question as the query string of the page, without the view
 */
export async function describeDuty(
  question: Omit<SharedDutyQueryVariables, 'asOf'>,
  search: string,
  clock: Clock,
  ask: Ask,
): Promise<SharedPage> {
  const { duty } = await answerOf(ask, SharedDutyDocument, { ...question, asOf: asOfClock(clock) });
  const { imposedBy, on, view, total, pending, layers } = duty;
  const [next] = dailyClosesOf(total, pending);
  const words = [
    `${capital(countryName(imposedBy))} on ${countryName(on)}: duty ${question.goods?.hs == null ? claimWords(duty) : heldDutyWords(duty)}`,
    ...(next
      ? [
          `to be ${heldWords(dutyWords({ ...next, expression: 'another' }), next.changes.at(-1)?.leastCertainty ?? null)} from ${dayWords(next.day)}`,
        ]
      : []),
  ];
  const query = writeClocks(search, { ...clock, to: null });
  return {
    title: `Duty of ${countryName(imposedBy)} on ${goodWords(question.goods?.hs)} from ${countryName(on)}`,
    description: `${dated(clock, view.at)}: ${words.join(', ')}.`,
    path: `/duty${query}`,
    picture: sharePath('goods/duty.png') + query,
    embed: null,
    sources: sourcesWords(layers.map(({ setBy }) => setBy)),
    dataDate: dataDateOf(clock, view.knownAt),
  };
}
