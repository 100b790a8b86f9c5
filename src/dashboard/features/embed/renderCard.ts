/** Renders the card as DOM nodes: one entry of a definition list per line. */
import type { CardQuery } from '../../generated/graphql.js';
import { shownDuties } from '../../lib/dutyPairs.js';
import { isLevied, unbrokenClaimWords } from '../../lib/words/dutyWords.js';
import { nextDate } from '../../lib/time/comingDates.js';
import { writeClocks } from '../../lib/view.js';
import { negotiationPath } from '../../lib/routes.js';
import { dateWords, instantWords } from '../../lib/time/edtfWords.js';
import { capital, nameAmong } from '../../lib/words/labels.js';
import { CREDIT, DATA_LICENCE, standingSources } from '../../lib/words/sources/credit.js';
import { timePointWords } from '../../lib/words/viewWords.js';
import { headline } from '../../lib/words/headline.js';
import type { CardLine, CardOptions } from './cardOptions.js';

type Negotiation = NonNullable<CardQuery['negotiation']>;

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<Pick<HTMLElementTagNameMap[Tag], 'className'>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  Object.assign(node, properties);
  node.append(...children);
  return node;
}

const definition = (term: string, ...lines: readonly string[]): readonly Node[] => [
  element('dt', {}, term),
  ...lines.map((line) => element('dd', {}, line)),
];

const LINE_RENDERERS: Readonly<Record<CardLine, (negotiation: Negotiation) => readonly Node[]>> = {
  phase: (negotiation) =>
    definition('Status', headline(negotiation, Date.parse(negotiation.view.at))),
  duty: ({ duties, parties }) => {
    const lines = shownDuties(duties, isLevied).map(
      (duty) =>
        `${capital(nameAmong(duty.imposedBy, parties))} on ${nameAmong(duty.on, parties)}: ${unbrokenClaimWords(duty)}`,
    );
    return lines.length > 0 ? definition('Duty', ...lines) : [];
  },
  next: (negotiation) => {
    const next = nextDate(negotiation, Date.parse(negotiation.view.at));
    return definition('Next date', next ? `${next.when}: ${next.what}` : 'None known');
  },
};

/** A link to the negotiation's page in the same view. */
function pageLink({ slug, clocks }: CardOptions, title: string): HTMLAnchorElement {
  const link = element('a', {}, title);
  link.href = negotiationPath(slug) + writeClocks('', clocks);
  link.target = '_blank';
  link.rel = 'noopener';
  return link;
}

/** "as known on 22 November 2026, 14:02 UTC". */
function viewText({ view }: Negotiation, { clocks }: CardOptions): string {
  const at = clocks.at === null ? '' : `On ${dateWords(clocks.at)}, `;
  const known =
    view.publicAt === null
      ? `as known on ${clocks.knownAt === null ? instantWords(view.knownAt) : timePointWords(clocks.knownAt)}`
      : `as public on ${clocks.publicAt === null ? instantWords(view.publicAt) : timePointWords(clocks.publicAt)}`;
  const text = at + known;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** The content of a card. Lines that the `previous` card did not have are highlighted. */
export function renderCard(
  negotiation: Negotiation,
  options: CardOptions,
  previous: ParentNode | null,
): Node[] {
  const lines = [...options.show].flatMap((line) => LINE_RENDERERS[line](negotiation));
  const previousTexts = new Set(
    [...(previous?.querySelectorAll('dd') ?? [])].map((dd) => dd.textContent),
  );
  if (previous && previousTexts.size > 0)
    for (const line of lines)
      if (
        line instanceof HTMLElement &&
        line.tagName === 'DD' &&
        !previousTexts.has(line.textContent)
      )
        line.className = 'highlight';
  return [
    element('h1', {}, pageLink(options, negotiation.title)),
    element('dl', {}, ...lines),
    element('p', { className: 'soft' }, viewText(negotiation, options)),
    element('p', { className: 'soft' }, standingSources(negotiation)),
    element('p', { className: 'soft' }, `${CREDIT} ${DATA_LICENCE}`),
  ];
}

/** The content of a card that has no negotiation to show. */
export const renderNotice = (text: string): Node[] => [element('p', { className: 'soft' }, text)];
