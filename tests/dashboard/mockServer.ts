/**
 * A server for component tests, made from the printed schema: it refuses documents that the schema
 * does not allow, and a test's answers must have the schema's types.
 */
import { type DocumentNode, type ExecutionResult, parse } from 'graphql';
import { GraphqlClient, type Transport } from '../../src/dashboard/api/client/client.js';
import { contractErrors, contractServer, type Resolvers } from './contractServer.js';

/** Parsed once, so that each is validated once. */
const documents = new Map<string, DocumentNode>();

export interface MockServer {
  readonly client: GraphqlClient;
  /** The requests received, in order. */
  readonly requests: readonly { readonly name: string; readonly variables: unknown }[];
  /** The results of a subscription. */
  readonly subscribe: (
    document: { toString(): string },
    variables: Record<string, unknown>,
  ) => Promise<AsyncIterable<ExecutionResult>>;
}

/**
 * A server that answers with a test's resolvers, to one who may write; other fields without a resolver
 * must be nullable.
 */
export function mockServer(resolvers: Resolvers): MockServer {
  const viewer = () => ({ mayWrite: true, mayPropose: true });
  const server = contractServer({ ...resolvers, Query: { viewer, ...resolvers['Query'] } });
  const requests: { name: string; variables: unknown }[] = [];

  const answer = async (query: string, variables: Record<string, unknown>) => {
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    const [definition] = document.definitions;
    requests.push({ name: nameOf(definition), variables });
    const errors = contractErrors(document);
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
    return { document, variables };
  };
  const transport: Transport = async ({ query, variables }) => {
    const request = await answer(query, variables as Record<string, unknown>);
    // Serializes the result as HTTP would.
    const result = JSON.parse(JSON.stringify(await server.execute(request))) as ExecutionResult;
    return { ...result, status: 200 };
  };

  return {
    client: new GraphqlClient(transport),
    requests,
    subscribe: async (document, variables) => {
      const request = await answer(document.toString(), variables);
      return (await server.subscribe(request)) as AsyncIterable<ExecutionResult>;
    },
  };
}

const nameOf = (definition: unknown): string =>
  (definition as { name?: { value: string } } | undefined)?.name?.value ?? '';
