/** A negotiation where it is linked to. */
import { SharedNegotiationDocument, type SharedNegotiationQuery } from '../../generated/graphql.js';
import { leviedDuties } from '../../lib/dutyPairs.js';
import { claimWords, isLevied } from '../../lib/words/dutyWords.js';
import { capital, countryName } from '../../lib/words/labels.js';
import { sentence } from '../../lib/words/sentence.js';
import { dutyEmbedPath, embedPath, negotiationPath, sharePath } from '../../lib/routes.js';
import { headline } from '../../lib/words/headline.js';
import { nextDate, type UpcomingDate } from '../../lib/time/comingDates.js';
import { type Clock, writeClocks } from '../../lib/view.js';
import { answerOf, type Ask, asOfClock } from './ask.js';
import { dataDateOf, dated, type Embed, type SharedPage } from './sharedPage.js';
import { standingSources } from '../../lib/words/sources/credit.js';

type Negotiation = NonNullable<SharedNegotiationQuery['negotiation']>;

/** So many duties are told in a sentence. */
const TOLD_DUTIES = 2;

/** The letters of what comes next that a sentence has room for. */
const MAX_WHAT = 60;

const CHART_SIZE = { width: 720, height: 620 } as const;
const CARD_SIZE = { width: 420, height: 320 } as const;

const toldDuties = ({ duties }: Negotiation) =>
  leviedDuties(duties).filter(isLevied).slice(0, TOLD_DUTIES);

/** What comes next: when alone, where the record says what at length. */
const nextWords = ({ what, when }: UpcomingDate): string =>
  what.length > MAX_WHAT ? `Next date: ${when}` : `Next: ${what}, ${when}`;

/** Where it stands, as the page says it; the duties, and the next date. */
export function standingWords(negotiation: Negotiation, clock: Clock): string {
  const at = Date.parse(negotiation.view.at);
  const next = nextDate(negotiation, at);
  const duties = toldDuties(negotiation).map(
    (duty) =>
      `duty of ${countryName(duty.imposedBy)} on ${countryName(duty.on)} ${claimWords(duty)}`,
  );
  return [
    `${dated(clock, negotiation.view.at)}: ${headline(negotiation, at)}`,
    ...(duties.length > 0 ? [sentence(capital(duties.join('; ')))] : []),
    ...(next ? [sentence(nextWords(next))] : []),
  ]
    .join(' ')
    .replaceAll('\u00a0', ' ');
}

function embedOf(negotiation: Negotiation, search: string): Embed {
  const { slug } = negotiation;
  return toldDuties(negotiation).some(({ total }) => total !== null)
    ? { path: dutyEmbedPath(slug) + search, ...CHART_SIZE }
    : { path: embedPath(slug) + search, ...CARD_SIZE };
}

/** Null where there is none of that name at the view. */
export async function describeNegotiation(
  slug: string,
  clock: Clock,
  ask: Ask,
): Promise<SharedPage | null> {
  const { negotiation } = await answerOf(ask, SharedNegotiationDocument, {
    slug,
    asOf: asOfClock(clock),
  });
  if (!negotiation) return null;
  const search = writeClocks('', { ...clock, to: null });
  const { title } = negotiation;
  return {
    title,
    description: standingWords(negotiation, clock),
    path: negotiationPath(slug) + search,
    picture: sharePath(`${encodeURIComponent(slug)}.png`) + search,
    embed: embedOf(negotiation, search),
    sources: standingSources(negotiation),
    dataDate: dataDateOf(clock, negotiation.view.knownAt),
  };
}
