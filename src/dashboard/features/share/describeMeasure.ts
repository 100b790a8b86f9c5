/** A measure where it is linked to. */
import { SharedMeasureDocument } from '../../generated/graphql.js';
import { heldWords } from '../../lib/words/dutyWords.js';
import { countryName, MEASURE_STATUS } from '../../lib/words/labels.js';
import { measurePath, sharePath } from '../../lib/routes.js';
import { type Clock, writeClocks } from '../../lib/view.js';
import { answerOf, type Ask, asOfClock } from './ask.js';
import { dataDateOf, dated, type SharedPage } from './sharedPage.js';
import { sourcesWords } from '../../lib/words/sources/credit.js';

/** So many areas on whose goods it is are named. */
const NAMED = 3;

function areasWords(affects: readonly string[]): string {
  const names = affects.slice(0, NAMED).map(countryName).join(', ');
  const others = affects.length - NAMED;
  return others > 0 ? `${names} and ${others} ${others === 1 ? 'other' : 'others'}` : names;
}

/** Null where nothing of that name is known at the view. */
export async function describeMeasure(
  slug: string,
  clock: Clock,
  ask: Ask,
): Promise<SharedPage | null> {
  const { measure } = await answerOf(ask, SharedMeasureDocument, { slug, asOf: asOfClock(clock) });
  if (!measure) return null;
  const { title, view, imposedBy, affects, status, certainty, expression, leastCertainty, setBy } =
    measure;
  const search = writeClocks('', { ...clock, to: null });
  const words = [
    `imposed by ${countryName(imposedBy)} on ${areasWords(affects)}`,
    `${certainty === 'POSSIBLE' ? 'possibly ' : ''}${MEASURE_STATUS[status]}`,
    ...(expression === null ? [] : [heldWords(expression, leastCertainty)]),
  ];
  return {
    title,
    description: `${dated(clock, view.at)}: ${words.join('; ')}.`,
    path: measurePath(slug) + search,
    picture: sharePath(`measure/${encodeURIComponent(slug)}.png`) + search,
    embed: null,
    sources: sourcesWords([setBy]),
    dataDate: dataDateOf(clock, view.knownAt),
  };
}
