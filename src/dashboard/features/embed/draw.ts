/** The card, drawn: one line for each thing that it shows. */
import type { CardQuery } from '../../generated/graphql.js';
import { nextDate } from '../../lib/comingDates.js';
import { writeClocks } from '../../lib/view.js';
import { negotiationPath } from '../../lib/routes.js';
import { dateWords, instantWords } from '../../lib/edtfWords.js';
import { standingWords } from '../../lib/standing.js';
import type { CardLine, CardOptions } from './options.js';

type Carded = NonNullable<CardQuery['negotiation']>;

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  given: Partial<Pick<HTMLElementTagNameMap[Tag], 'className'>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  Object.assign(made, given);
  made.append(...children);
  return made;
}

const titled = (term: string, ...lines: readonly string[]): readonly Node[] => [
  element('dt', {}, term),
  ...lines.map((line) => element('dd', {}, line)),
];

const DRAWN: Readonly<Record<CardLine, (carded: Carded) => readonly Node[]>> = {
  phase: ({ phase, activity }) => titled('Stands', standingWords(phase, activity)),
  duty: ({ duties, parties }) => {
    const name = (code: string) => parties.find((party) => party.code === code)?.name ?? code;
    const lines = duties.map(
      ({ imposedBy, on, total, disputed }) =>
        `${name(imposedBy)} on ${name(on)}: ${total}\u00a0%${disputed ? ', disputed' : ''}`,
    );
    return lines.length > 0 ? titled('Duty', ...lines) : [];
  },
  next: (carded) => {
    const next = nextDate(carded, Date.parse(carded.view.at));
    return titled('Next date', next ? `${next.when}: ${next.what}` : 'None is known');
  },
};

/** Where the whole of it can be read, in the same view. */
function fullPage({ slug, clocks }: CardOptions, title: string): HTMLAnchorElement {
  const link = element('a', {}, title);
  link.href = negotiationPath(slug) + writeClocks('', clocks);
  link.target = '_blank';
  link.rel = 'noopener';
  return link;
}

/** "as known on 22 November 2026, 14:02 UTC". */
function viewWords({ view }: Carded, { clocks }: CardOptions): string {
  const at = clocks.at === null ? '' : `On ${dateWords(clocks.at)}, `;
  const known =
    view.publicAt === null
      ? `as known on ${instantWords(view.knownAt)}`
      : `as public on ${instantWords(view.publicAt)}`;
  const said = at + known;
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/** The content of a card. What differs from the card `before` is lit for a while. */
export function drawn(carded: Carded, options: CardOptions, before: ParentNode | null): Node[] {
  const lines = [...options.show].flatMap((line) => DRAWN[line](carded));
  const told = new Set([...(before?.querySelectorAll('dd') ?? [])].map((dd) => dd.textContent));
  if (before && told.size > 0)
    for (const line of lines)
      if (line instanceof HTMLElement && line.tagName === 'DD' && !told.has(line.textContent))
        line.className = 'fresh';
  return [
    element('h1', {}, fullPage(options, carded.title)),
    element('dl', {}, ...lines),
    element('p', { className: 'soft' }, viewWords(carded, options)),
  ];
}

/** What a card says where there is nothing to show. */
export const drawnNotice = (text: string): Node[] => [element('p', { className: 'soft' }, text)];
