/** An event where it is linked to. It is as recorded, whatever the view. */
import { SharedEventDocument } from '../../generated/graphql.js';
import { CERTAINTY } from '../../lib/words/labels.js';
import { eventPath, sharePath } from '../../lib/routes.js';
import { dayWords, whenWords } from '../../lib/time/edtfWords.js';
import { answerOf, type Ask } from './ask.js';
import { dataDateOf, type SharedPage } from './sharedPage.js';
import { sourcesWords } from '../../lib/words/sources/credit.js';

/** Null where the log has no such event. */
export async function describeEvent(id: string, ask: Ask): Promise<SharedPage | null> {
  const { event } = await answerOf(ask, SharedEventDocument, { id });
  if (!event) return null;
  const { occurred, certainty, retracted, recordedAt, summary, sources } = event;
  const words = retracted
    ? ['retracted: it no longer counts']
    : [`dated ${whenWords(occurred).replace(/^on /, '')}`, CERTAINTY[certainty]];
  return {
    title: summary,
    description: `${words.join(', ')}; recorded on ${dayWords(recordedAt)}.`.replace(
      /^./,
      (letter) => letter.toUpperCase(),
    ),
    path: eventPath(event.id),
    picture: sharePath(`event/${event.id}.png`),
    embed: null,
    sources: sourcesWords([{ sources }]),
    dataDate: dataDateOf({ knownAt: null }, recordedAt),
  };
}
