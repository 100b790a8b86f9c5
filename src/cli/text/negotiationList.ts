/** The negotiations at a view, in a few lines each or as JSON. */
import { joinWords } from '../../../events/words.js';
import { streamSlug } from '../../../events/streams.js';
import type { AsOfResult, Parley } from '../../app/parley.js';
import type { NegotiationView } from '../../domain/negotiation/negotiationView.js';
import type { Party } from '../../domain/party/parties.js';
import { words } from './eventText.js';
import { viewJson, withSetBy } from '../../domain/answers/answerJson.js';
import { possibly } from './negotiationText.js';
import { TextLayout } from './terminalLayout.js';

type Listed = AsOfResult<NegotiationView>;

/** Those to which a code is a party, by itself or as a member of a group; all when it is absent. */
export const withParty = (all: readonly Listed[], party: string | undefined): readonly Listed[] =>
  party === undefined ? all : all.filter(({ subject }) => subject.partyFor(party) !== undefined);

/** The group through which a code is a party; undefined when it is one itself, or not asked for. */
function throughGroup(subject: NegotiationView, party: string | undefined): Party | undefined {
  const match = party === undefined ? undefined : subject.partyFor(party);
  return match?.code === party ? undefined : match;
}

const MOST_NAMES = 4;

/** `India and United States`; of many the first few and how many there are. */
function partiesText(parties: readonly Party[]): string {
  const names = parties.map(({ name }) => name);
  if (names.length <= MOST_NAMES) return joinWords(names);
  const first = names.slice(0, MOST_NAMES - 1);
  return joinWords([...first, `${names.length - first.length} others`]);
}

/** Every negotiation in a few lines; with `party`, through which group it is a party. */
export function negotiationListText(
  all: readonly Listed[],
  party: string | undefined,
  colour: boolean,
): string {
  const layout = new TextLayout(colour);
  for (const { subject } of all) {
    const { slug, title, parties, phase, activity } = subject;
    const group = throughGroup(subject, party);
    const stands =
      phase && `${possibly(phase.certainty)}${words(phase.value)} since ${phase.since}`;
    const talks = activity && `${words(activity.value)} since ${activity.since}`;
    layout.line(slug, { tone: 'bold' });
    layout.line(title, { label: '  ' });
    if (parties.length > 0) layout.line(`between ${partiesText(parties)}`, { label: '  ' });
    if (group)
      layout.line(`${party} is a member of ${group.name} (${group.code})`, { label: '  ' });
    layout.line([stands, talks].filter((part) => part !== undefined).join('; '), { label: '  ' });
  }
  return layout.toString();
}

/** The same as JSON, with the names of the GraphQL schema. */
export const negotiationListJson = (all: readonly Listed[], party: string | undefined) =>
  all.map(({ subject, view }) => ({
    slug: subject.slug,
    title: subject.title,
    view: viewJson(view),
    parties: withSetBy(subject.parties),
    ...(party !== undefined && { through: withSetBy(throughGroup(subject, party) ?? null) }),
    phase: withSetBy(subject.phase),
    activity: withSetBy(subject.activity),
  }));

/** Why some streams of the log are not listed at any view; undefined when none is. */
export async function unlistedText(parley: Parley): Promise<string | undefined> {
  const streams = await parley.log.streams('negotiation/');
  const mentioned = streams.filter(({ revision }) => revision === 0);
  if (mentioned.length === 0) return undefined;
  const begun = new Set((await parley.negotiations()).map(({ subject }) => subject.slug));
  const slugs = mentioned
    .map(({ stream }) => streamSlug(stream))
    .filter((slug) => !begun.has(slug));
  if (slugs.length === 0) return undefined;
  return `Not listed: ${joinWords(slugs)}. Only the events of others mention ${slugs.length === 1 ? 'it' : 'them'}. Record NegotiationLaunched to make a negotiation of it.`;
}
