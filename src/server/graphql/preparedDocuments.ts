/** Documents that were parsed and validated, with what their operations cost; bounded by bytes. */
import {
  type DocumentNode,
  getOperationAST,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { CacheUse } from '../../app/parley.js';
import { type Cost, costOf } from '../../graphql/budget.js';
import { MAX_DOCUMENT_TOKENS } from '../limits.js';
import { SHORT_DOCUMENT } from './checkedDocuments.js';
import type { AnswerRestrictions } from '../responses/query.js';
import { asksForSchema } from './restrictions/restrictions.js';

/** Of a document's syntax tree, for each character of its text; roughly. */
const BYTES_PER_CHARACTER = 60;
/** Costs that are remembered of one document. */
const MAX_COSTS = 50;
const BYTES_OF_COSTS = 10_000;

type Variables = Readonly<Record<string, unknown>>;

/** Values of this scalar are points in time: no cost depends on one. */
const FREE_TYPE = 'TimePoint';

/** Names of the variables whose values no cost depends on. */
const freeVariables = ({
  variableDefinitions = [],
}: OperationDefinitionNode): ReadonlySet<string> =>
  new Set(
    variableDefinitions.flatMap(({ type, variable }) => {
      const inner = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
      return inner.kind === Kind.NAMED_TYPE && inner.name.value === FREE_TYPE
        ? [variable.name.value]
        : [];
    }),
  );

export class PreparedDocument {
  readonly #costs = new LRUCache<string, Cost>({ max: MAX_COSTS });
  readonly #free = new Map<OperationDefinitionNode, ReadonlySet<string>>();

  constructor(
    readonly document: DocumentNode,
    readonly schema: GraphQLSchema,
  ) {}

  operation(name: string | null | undefined): OperationDefinitionNode | undefined {
    return getOperationAST(this.document, name) ?? undefined;
  }

  /** As `costOf`; O(variables) where the same was asked before at another point in time. */
  cost(operation: OperationDefinitionNode, variables: Variables): Cost | undefined {
    let free = this.#free.get(operation);
    if (!free) this.#free.set(operation, (free = freeVariables(operation)));
    const counted = Object.entries(variables).filter(([name]) => !free.has(name));
    const operationName = operation.name?.value;
    const key = JSON.stringify([operationName, counted]);
    const known = this.#costs.get(key);
    if (known) return known;
    const cost = costOf(this.schema, { document: this.document, operationName, variables });
    // Of variables that are refused the cost is unknown: others may be accepted.
    if (cost && key.length <= BYTES_OF_COSTS / MAX_COSTS) this.#costs.set(key, cost);
    return cost;
  }
}

export class PreparedDocuments {
  readonly #documents: LRUCache<string, PreparedDocument>;
  #evictions = 0;

  constructor(
    readonly schema: GraphQLSchema,
    maxBytes: number,
    readonly restrictions: AnswerRestrictions = {},
  ) {
    this.#documents = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: (_, source) => BYTES_OF_COSTS + BYTES_PER_CHARACTER * source.length,
      dispose: (_, _source, reason) => {
        if (reason === 'evict') this.#evictions += 1;
      },
    });
  }

  get use(): CacheUse {
    return { bytes: this.#documents.calculatedSize, evictions: this.#evictions };
  }

  /**
   * The document of a text; undefined where it is not valid, or is long and `errorsOf` does not know
   * whether it is. O(1) where it was asked for before.
   */
  get(
    source: string,
    errorsOf: (source: string) => readonly GraphQLError[] | undefined,
  ): PreparedDocument | undefined {
    const known = this.#documents.get(source);
    if (known) return known;
    const isLong = source.length > SHORT_DOCUMENT;
    if (isLong && errorsOf(source)?.length !== 0) return undefined;
    let document: DocumentNode;
    try {
      document = parse(source, { maxTokens: MAX_DOCUMENT_TOKENS });
    } catch {
      return undefined;
    }
    if (this.restrictions.noIntrospection && asksForSchema(document)) return undefined;
    if (!isLong && validate(this.schema, document).length > 0) return undefined;
    const prepared = new PreparedDocument(document, this.schema);
    this.#documents.set(source, prepared);
    return prepared;
  }
}
