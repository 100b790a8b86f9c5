/**
 * What the server says of a page to programs that run no script: its words, and its picture. Built
 * for the server, which supplies the answers to queries.
 */
import { describeEvent } from '../features/share/describeEvent.js';
import { describeMeasure } from '../features/share/describeMeasure.js';
import { describeParty } from '../features/share/describeParty.js';
import { describePage } from '../features/share/describePage.js';
import { describeDuty } from '../features/share/describeDuty.js';
import { describeNegotiation } from '../features/share/describeNegotiation.js';
import { describeRecord } from '../features/share/describeRecord.js';
import { questionOf, textsOf, withTexts } from '../features/desk/question.js';
import { LIGHT_PAINT } from '../features/chart/export/paint.js';
import { plotIn } from '../features/chart/standalone.js';
import { answerOf, type Ask } from '../features/share/ask.js';
import { pictureOf } from '../features/share/picture.js';
import type { PageAddress, SharedPage } from '../features/share/sharedPage.js';
import { chartData } from './chartData.js';
import { chroniclePath, routeOf } from '../lib/routes.js';
import { type Clock, readClocks, writeClocks } from '../lib/view.js';

/**
 * A page in words; null where nothing is of that name at the view. Rejects as `ask` does.
 *
 * @param now an instant: the date of views without one
 */
export async function sharedPage(
  { path, search }: PageAddress,
  now: string,
  ask: Ask,
): Promise<SharedPage | null> {
  const route = routeOf(path);
  const clock = readClocks(search);
  switch (route.page) {
    case 'overview':
      return describeRecord(clock, now, ask);
    case 'negotiation':
    case 'embed':
    case 'dutyEmbed':
      return describeNegotiation(route.slug, clock, ask);
    case 'duty': {
      const texts = textsOf(search);
      const { question } = questionOf(texts);
      return question
        ? describeDuty(question, withTexts('', texts), clock, ask)
        : describePage('duty', ask);
    }
    case 'event':
      return describeEvent(route.id, ask);
    case 'measure':
      return describeMeasure(route.slug, clock, ask);
    case 'party':
      return describeParty(route.code, clock, ask);
    case 'chronicle':
      return describeChronicle(null, clock, now, ask);
    case 'chronicleOf':
      return describeChronicle(route.slug, clock, now, ask);
    case 'proposals':
    case 'glossary':
      return describePage(route.page, ask);
    case 'unknown':
      return null;
  }
}

/** The chronicle of the record or of a negotiation: what the page of the same says, under its own address. */
async function describeChronicle(
  slug: string | null,
  clock: Clock,
  now: string,
  ask: Ask,
): Promise<SharedPage | null> {
  const of = await (slug === null
    ? describeRecord(clock, now, ask)
    : describeNegotiation(slug, clock, ask));
  if (!of) return null;
  const path = chroniclePath(slug) + writeClocks('', { ...clock, to: null });
  return {
    ...of,
    title: slug === null ? 'What happened' : `What happened: ${of.title}`,
    path,
    embed: null,
  };
}

/** The picture of a page as SVG; null as for {@link sharedPage}. */
export async function sharedPicture(
  address: PageAddress,
  now: string,
  ask: Ask,
): Promise<string | null> {
  const page = await sharedPage(address, now, ask);
  if (!page) return null;
  const { path, search } = address;
  const route = routeOf(path);
  const charted =
    route.page === 'negotiation'
      ? await chartData(route.slug, readClocks(search), (document, variables) =>
          answerOf(ask, document, variables),
        )
      : null;
  const plot = charted && plotIn(charted, LIGHT_PAINT);
  return pictureOf({ ...page, ...plot }, plot?.draw ?? null);
}
