/** The Model Context Protocol server: its tools and resources, for one caller. */
import { McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import { GraphQLError } from 'graphql';
import { StoredQuery } from '../responses/storedQuery.js';
import { VERSION } from '../version.js';
import { type Tool, type ToolContext, ToolRefusal } from './tool.js';
import { duty } from './tools/duty.js';
import { proposeEvents } from './tools/proposeEvents.js';
import { search } from './tools/search.js';
import { whatChanged } from './tools/whatChanged.js';
import { whatIf } from './tools/whatIf.js';
import { whereThingsStand } from './tools/whereThingsStand.js';
import { why } from './tools/why.js';

export const TOOLS: readonly Tool[] = [
  whereThingsStand,
  duty,
  whatChanged,
  why,
  whatIf,
  search,
  proposeEvents,
];

const INSTRUCTIONS =
  'A sourced record of negotiations. Every figure has the event, source and certainty behind it: give them when you give the figure. Dates are EDTF as reported. What is not on record is said to be so; do not fill it in. Links show the same view for ever.';

/** Reading changes nothing, and asks only this record. */
const READ_ONLY = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };

/** A proposal is kept outside the record; nothing is recorded. */
const KEEPS = { readOnlyHint: false, destructiveHint: false, openWorldHint: false };

const EVENT = new StoredQuery<{ event: unknown }>(
  `query mcpEvent($id: ID!) {
    event(id: $id) { id stream also type occurred timeZone recordedAt recordedBy position certainty summary data
      sources { url publisher title published kind quote via } corrections { id type summary } retracted hash }
  }`,
);

/** Errors that the caller can mend are answers of the tool; others are told without detail. */
function failure(error: unknown) {
  if (!(error instanceof ToolRefusal) && !(error instanceof GraphQLError)) throw error;
  return { isError: true, content: [{ type: 'text' as const, text: error.message }] };
}

function registerTool(server: McpServer, tool: Tool, context: ToolContext): void {
  const { name, title, description, input, keeps } = tool;
  server.registerTool(
    name,
    {
      title,
      description,
      inputSchema: input,
      annotations: { title, ...(keeps ? KEEPS : READ_ONLY) },
    },
    async (args: unknown) => {
      try {
        const { text, structured } = await tool.run(context, args as never);
        return {
          content: [{ type: 'text' as const, text }],
          structuredContent: structured,
        };
      } catch (error) {
        return failure(error);
      }
    },
  );
}

function registerResources(server: McpServer, context: ToolContext): void {
  const json = (uri: URL, value: unknown) => ({
    contents: [
      { uri: uri.href, mimeType: 'application/json', text: JSON.stringify(value, null, 1) },
    ],
  });
  const listed = async () => {
    const { structured } = await whereThingsStand.run(context, { detail: 'full' } as never);
    const { negotiations } = structured as {
      negotiations: readonly { slug: string; title: string }[];
    };
    return {
      resources: negotiations.map(({ slug, title }) => ({
        uri: `parley://negotiation/${slug}`,
        name: slug,
        title,
        mimeType: 'application/json',
      })),
    };
  };
  server.registerResource(
    'negotiation',
    new ResourceTemplate('parley://negotiation/{slug}', { list: listed }),
    {
      title: 'A negotiation',
      description: 'Where a negotiation stands now.',
      mimeType: 'application/json',
    },
    async (uri, { slug }) => {
      const args = { negotiation: String(slug), detail: 'full' };
      const { structured } = await whereThingsStand.run(context, args as never);
      return json(uri, structured);
    },
  );
  server.registerResource(
    'event',
    new ResourceTemplate('parley://event/{id}', { list: undefined }),
    {
      title: 'An event',
      description: 'An event as recorded, with its sources and corrections.',
      mimeType: 'application/json',
    },
    async (uri, { id }) => {
      const { event } = await context.ask(EVENT, { id: String(id) });
      if (event === null) throw new ToolRefusal(`There is no event ${String(id)}.`);
      return json(uri, event);
    },
  );
}

/** A server for one caller: one request over HTTP, one connection over stdio. */
export function createMcpServer(context: ToolContext): McpServer {
  const server = new McpServer(
    { name: 'parley', title: 'Parley', version: VERSION },
    { instructions: INSTRUCTIONS },
  );
  for (const tool of TOOLS) registerTool(server, tool, context);
  registerResources(server, context);
  return server;
}
