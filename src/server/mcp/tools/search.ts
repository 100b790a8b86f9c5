/** `search`: events whose words contain a text. */
import { z } from 'zod';
import { slug } from '../../../../events/envelope.js';
import { StoredQuery } from '../../responses/storedQuery.js';
import { BriefText, briefStructure } from '../brief.js';
import { defineTool } from '../tool.js';
import { type Cause, CAUSE, causeOf, causeText, detail } from './shared.js';

interface Found extends Cause {
  readonly stream: string;
}

const FIELDS = CAUSE.slice(1, -1);

const QUERY = new StoredQuery<{
  events: { nodes: readonly Found[]; pageInfo: { hasNextPage: boolean } };
}>(`query mcpSearch($filter: EventFilter, $first: Int) {
  events(filter: $filter, first: $first, order: POSITION_DESC) {
    nodes { stream ${FIELDS} }
    pageInfo { hasNextPage }
  }
}`);

export const search = defineTool({
  name: 'search',
  title: 'Search the record',
  description:
    'Events whose summary, data or sources contain a text, the last recorded first. Case and accents do not count.',
  input: z.strictObject({
    text: z.string().trim().min(2).max(200).describe('The text to find.'),
    negotiation: slug().describe('Only in the history of this negotiation.').optional(),
    first: z.int().min(1).max(100).describe('How many events; 10 when absent.').optional(),
    detail,
  }),
  async run(context, { text: wanted, negotiation, first = 10, detail: how }) {
    const full = how === 'full';
    const filter = {
      text: wanted,
      ...(negotiation !== undefined && { streams: [`negotiation/${negotiation}`] }),
    };
    const { events } = await context.ask(QUERY, { filter, first });
    const { nodes, pageInfo } = events;
    const text = new BriefText(full).line(
      nodes.length === 0
        ? `No event on record contains "${wanted}".`
        : `${nodes.length} events${pageInfo.hasNextPage ? ', and there are more' : ''}:`,
    );
    for (const event of nodes) text.line(`- ${event.stream}: ${causeText(event)}`);
    const structured = {
      events: nodes.map((event) => ({ stream: event.stream, ...causeOf(event) })),
      more: pageInfo.hasNextPage,
    };
    return { text: text.toString(), structured: briefStructure(structured, full) };
  },
});
