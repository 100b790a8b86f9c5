/** The root query search: events by what they say, the best match first. */
import type { SearchHit } from '../../app/parley.js';
import { compareHits, MAX_RANKED } from '../../app/queries/events/search.js';
import { builder } from '../builder.js';
import { EventRef } from '../catalogue/event.js';
import { EventFilter, toFilter } from '../paging/eventFilter.js';
import { listPage, pageComplexity } from '../paging/pages.js';
import { badInput, nullOnError, withQueryErrors } from '../queryErrors.js';
import { minPositionDescription, waitForMinPosition } from './minPosition.js';

const MAX_TEXT_LENGTH = 200;
/** What ranking the matches costs, counted in fields. */
const RANKING_COMPLEXITY = 200;

/** The end of what was searched, the score, the position: each stays as it is while events arrive. */
const CURSOR = /^(\d{1,15})\.(\d{1,9})\.(\d{1,15})$/;

interface Cursor {
  readonly upTo: number;
  readonly score: number;
  readonly event: { readonly position: number };
}

function parseCursor(argument: string, cursor: string): Cursor {
  const [, upTo, score, position] = CURSOR.exec(cursor) ?? [];
  if (position === undefined)
    throw badInput(
      `${argument} ${JSON.stringify(cursor)} is not the cursor of a search: take it from a page of the same search.`,
    );
  return { upTo: Number(upTo), score: Number(score), event: { position: Number(position) } };
}

function checkText(text: string): string {
  if (text.trim() === '')
    throw badInput('text is blank: give the words to look for, such as "Russian oil".');
  if (text.length > MAX_TEXT_LENGTH)
    throw badInput(
      `text has ${text.length} characters: give at most ${MAX_TEXT_LENGTH}, the words that matter.`,
    );
  return text;
}

builder.queryField('search', (t) =>
  t.connection(
    {
      type: EventRef,
      ...nullOnError,
      description: `Events that contain every word of a text, the best match first, of equals the newest. A title, slug or HS code that is just the text comes first; then words in a title count most, then in the summary, the data and sources, whole words more than parts. Corrections, added sources, checks of sources and declarations of coverage come last. Case, accents and typographic variants are ignored. Of more than ${MAX_RANKED} matches the newest ${MAX_RANKED} are ranked. Later pages list what the log held when the first was asked for.`,
      complexity: (args) => ({ ...pageComplexity(args), field: RANKING_COMPLEXITY }),
      args: {
        text: t.arg.string({
          required: true,
          description: `The words, in any order; up to ${MAX_TEXT_LENGTH} characters.`,
        }),
        filter: t.arg({
          type: EventFilter,
          description: 'Which events to search; all when absent.',
        }),
        minPosition: t.arg.int({ description: minPositionDescription }),
      },
      resolve: async (_, { text, filter, minPosition, ...page }, { parley, cache }) => {
        await waitForMinPosition({ parley }, minPosition);
        cache.usesCurrentLog();
        const words = checkText(text);
        const after = page.after == null ? undefined : parseCursor('after', page.after);
        const before = page.before == null ? undefined : parseCursor('before', page.before);
        const { hits, upTo, isAll } = await withQueryErrors(() =>
          parley.search(words, toFilter(filter), (after ?? before)?.upTo),
        );
        const cursorOf = ({ score, event }: SearchHit) => `${upTo}.${score}.${event.position}`;
        const { edges, pageInfo, totalCount } = listPage(hits, page, cursorOf, (hit, cursor) =>
          compareHits(hit, parseCursor('cursor', cursor)),
        );
        return {
          pageInfo,
          edges: edges.map(({ cursor, node: { event, score } }) => ({
            cursor,
            node: event,
            score,
          })),
          total: isAll ? totalCount : null,
        };
      },
    },
    {
      name: 'SearchConnection',
      fields: (t) => ({
        totalCount: t.int({
          nullable: true,
          description: 'Number of matches; null when there are more than are ranked.',
          resolve: ({ total }) => total,
        }),
      }),
    },
    {
      name: 'SearchEdge',
      fields: (t) => ({
        score: t.exposeInt('score', {
          description:
            'How well the event matches, compared with others of the same search. It never changes.',
        }),
      }),
    },
  ),
);
