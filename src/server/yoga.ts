/** Yoga, set up: GraphQL over HTTP with GraphiQL in a browser, and nothing else that it can do. */
import { type GraphQLSchema, parse, type ParseOptions, type Source } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Parley } from '../app/parley.js';
import type { Context, Principal } from '../graphql/context.js';
import type { CacheReport } from './caching.js';
import { MAX_DOCUMENT_TOKENS } from './limits.js';
import { isUnexpected, maskError } from './masking.js';

/** What the server hands to each operation, and what it learns of it. */
export interface Asking {
  readonly principal: Principal;
  readonly report: CacheReport;
}

export type Yoga = YogaServerInstance<Asking, Context>;

/** An answer with errors is never kept: the next try may do better. */
const errorsAreLive: Plugin<object, Asking> = {
  onExecutionResult({ result, context }) {
    if (!result || Symbol.asyncIterator in result || result.errors?.length) context.report.live();
  },
};

const limitTokens: Plugin = {
  onParse({ setParseFn }) {
    setParseFn((source: string | Source, options?: ParseOptions) =>
      parse(source, { ...options, maxTokens: MAX_DOCUMENT_TOKENS }),
    );
  },
};

const FIRST_QUERY = `# Where do the talks stand, since when, and who says so?
{
  negotiations {
    edges {
      node {
        title
        phase { value since certainty setBy { id summary } }
        activity { value scope since }
        targets { slug due status slips }
      }
    }
  }
}
`;

/** `note` hears, in a few lines, of every error that is a fault of the server. */
export function yogaOver(
  parley: Parley,
  schema: GraphQLSchema,
  note: (text: string) => void,
): Yoga {
  return createYoga<Asking, Context>({
    schema,
    context: ({ principal, report }) => ({ parley, principal, cache: report }),
    plugins: [errorsAreLive, limitTokens],
    renderGraphiQL: async (options) => {
      // Nine megabytes of page: loaded when a browser first asks for it.
      const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
      return renderGraphiQL(options);
    },
    graphiql: {
      title: 'Parley',
      defaultQuery: FIRST_QUERY,
      shouldPersistHeaders: false,
      credentials: 'same-origin',
    },
    maskedErrors: { errorMessage: '', maskError },
    logging: {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: (...told: unknown[]) => {
        for (const error of told) if (isUnexpected(error)) note(describe(error));
      },
    },
    // The server answers these itself, or not at all.
    cors: false,
    landingPage: false,
    healthCheckEndpoint: '/graphql/health-is-elsewhere',
    multipart: false,
    batching: false,
  });
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { originalError } = error as { originalError?: Error };
  return (originalError ?? error).stack ?? error.message;
}
