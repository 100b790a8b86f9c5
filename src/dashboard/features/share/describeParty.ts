/** A party where it is linked to. */
import { SharedPartyDocument } from '../../generated/graphql.js';
import { capital, partyName } from '../../lib/words/labels.js';
import { partyPath, sharePath } from '../../lib/routes.js';
import { type Clock, writeClocks } from '../../lib/view.js';
import { answerOf, type Ask, asOfClock } from './ask.js';
import { dataDateOf, dated, type SharedPage } from './sharedPage.js';

/** Null where it takes part in nothing that is known at the view. */
export async function describeParty(
  code: string,
  clock: Clock,
  ask: Ask,
): Promise<SharedPage | null> {
  const { negotiations } = await answerOf(ask, SharedPartyDocument, {
    code,
    asOf: asOfClock(clock),
  });
  const { nodes, totalCount } = negotiations;
  const [first] = nodes;
  if (!first) return null;
  const itself = nodes.flatMap(({ parties }) => parties).find((party) => party.code === code);
  const name = partyName(itself ?? { code, name: code });
  const others = totalCount - nodes.length;
  const more = others > 0 ? ` and ${others} ${others === 1 ? 'other' : 'others'}` : '';
  const count = totalCount === 1 ? 'one negotiation' : `${totalCount} negotiations`;
  const search = writeClocks('', { ...clock, to: null });
  return {
    title: capital(name),
    description: `${dated(clock, first.view.at)}: ${name} takes part in ${count}: ${nodes.map(({ title }) => title).join('; ')}${more}.`,
    path: partyPath(code) + search,
    picture: sharePath(`party/${encodeURIComponent(code)}.png`) + search,
    embed: null,
    sources: 'Sources: those of each event.',
    dataDate: dataDateOf(clock, first.view.knownAt),
  };
}
