/**
 * The short way of a query over HTTP: what most clients send most of the time is answered without
 * Yoga and the copies of the Fetch API. Whatever is not plain (another type of answer, a mutation, an
 * invalid document, an error) takes the long way.
 */
import { OperationTypeNode } from 'graphql';
import { refusalOf } from '../../graphql/budget.js';
import type { Answer, Query } from '../responses/query.js';
import type { KeptAnswers } from '../responses/keptAnswers.js';
import type { CheckedDocuments } from './checkedDocuments.js';
import type { PreparedDocuments } from './preparedDocuments.js';
import type { ServerContext } from './serverContext.js';

/** A request as clients send it, with nothing but these. */
export interface PlainRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly operationName?: string | null | undefined;
}

const KEYS: readonly string[] = ['query', 'variables', 'operationName'];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function asPlain(value: unknown): PlainRequest | undefined {
  if (!isObject(value) || !Object.keys(value).every((key) => KEYS.includes(key))) return undefined;
  const { query, variables, operationName } = value;
  const isPlain =
    typeof query === 'string' &&
    (variables === undefined || variables === null || isObject(variables)) &&
    (operationName === undefined || operationName === null || typeof operationName === 'string');
  return isPlain ? (value as unknown as PlainRequest) : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

/** The request in a JSON body; undefined unless it is plain. */
export const plainBody = (body: string): PlainRequest | undefined => asPlain(parsed(body));

/** The request in the query of a URL; undefined unless it is plain. */
export function plainUrl(url: string): PlainRequest | undefined {
  const start = url.indexOf('?');
  if (start < 0) return undefined;
  const entries = [...new URLSearchParams(url.slice(start)).entries()];
  const value: Record<string, unknown> = Object.fromEntries(entries);
  if (Object.keys(value).length !== entries.length) return undefined;
  const { variables } = value;
  return asPlain(
    typeof variables === 'string' ? { ...value, variables: parsed(variables) ?? variables } : value,
  );
}

/** The types of answer that are sent as application/json, whatever else is accepted. */
const JSON_ACCEPTED: ReadonlySet<string | undefined> = new Set([
  undefined,
  '*/*',
  'application/json',
  'application/json, */*',
]);

export const acceptsJson = (accept: string | undefined): boolean => JSON_ACCEPTED.has(accept);

export class ShortWay {
  constructor(
    readonly documents: PreparedDocuments,
    readonly answers: KeptAnswers,
    /** Tells the errors of long documents once the long way had them checked. */
    readonly checked: Pick<CheckedDocuments, 'errorsOf'> | undefined,
  ) {}

  /**
   * The answer, being worked out; undefined where the request has to take the long way. Fills in
   * what operation it is.
   */
  begin(
    { query: source, variables, operationName }: PlainRequest,
    context: ServerContext,
  ): Promise<Answer> | undefined {
    const { principal, requestId, operation } = context;
    // Whoever waits for a position is served where waiting is done.
    if (source.includes('minPosition')) return undefined;
    const document = this.documents.get(source, (long) => this.checked?.errorsOf(long));
    const definition = document?.operation(operationName);
    if (!document || definition?.operation !== OperationTypeNode.QUERY) return undefined;
    const cost = document.cost(definition, variables ?? {});
    if (!cost || refusalOf(cost)) return undefined;
    Object.assign(operation, { name: definition.name?.value, type: definition.operation });
    const query: Query = { source, operationName, variables, principal, requestId };
    return this.#answer(query, cost.complexity, context);
  }

  async #answer(query: Query, cost: number, context: ServerContext): Promise<Answer> {
    const kept = await this.answers.kept(query);
    const { client } = context;
    return kept ?? this.answers.work(query, { client, cost, signal: context.signal });
  }
}
