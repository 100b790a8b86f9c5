/** The record as a whole where it is linked to. */
import { SharedRecordDocument } from '../../generated/graphql.js';
import { sharePath } from '../../lib/routes.js';
import { type Clock, writeClocks } from '../../lib/view.js';
import { answerOf, type Ask, asOfClock } from './ask.js';
import { dataDateOf, dated, type SharedPage } from './sharedPage.js';

function countWords(titles: readonly string[], count: number): string {
  if (count === 0) return 'no negotiation is on record';
  const others = count - titles.length;
  const more = others > 0 ? ` and ${others} ${others === 1 ? 'other' : 'others'}` : '';
  return `where ${count === 1 ? 'one negotiation stands' : `${count} negotiations stand`}, since when, and who says so: ${titles.join('; ')}${more}`;
}

export async function describeRecord(clock: Clock, now: string, ask: Ask): Promise<SharedPage> {
  const { negotiations, log } = await answerOf(ask, SharedRecordDocument, {
    asOf: asOfClock(clock),
  });
  const search = writeClocks('', { ...clock, to: null });
  const titles = negotiations.nodes.map(({ title }) => title);
  return {
    title: 'Parley',
    description: `${dated(clock, now)}: ${countWords(titles, negotiations.totalCount)}.`,
    path: `/${search}`,
    picture: sharePath('all.png') + search,
    embed: null,
    sources: 'Sources: those of each event.',
    dataDate:
      log.headRecordedAt === null
        ? 'Nothing is on record yet.'
        : dataDateOf(clock, log.headRecordedAt),
  };
}
