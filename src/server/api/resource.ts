/**
 * A resource of the plain HTTP interface: its parameters, the GraphQL query that answers it, and the
 * table it is as CSV. Routes and the OpenAPI document are made from these definitions alone.
 */
import type { z } from 'zod';
import type { Table } from '../../app/datasets/table.js';

export interface Resource {
  /** The path as OpenAPI writes it: `/negotiations/{slug}`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  /** The parameters in the path. */
  readonly pathParameters: z.ZodObject;
  /** The parameters in the query string. */
  readonly queryParameters: z.ZodObject;
  /** A GraphQL query; its variables are those of `variables`. */
  readonly document: string;
  /** The variables for parameters that were checked. */
  readonly variables: (parameters: never) => Readonly<Record<string, unknown>>;
  /** A query with the same variables and the field `proof` in place of the answer, where it can be proved. */
  readonly proof?: string;
  /** Where in the data the answer is: the keys from the root. Null anywhere on the way is a 404. */
  readonly answer: readonly string[];
  /** What a 404 says. */
  readonly notFound: (parameters: never) => string;
  /** Whether the answer is a connection, sent as `items` and the cursor of the next page. */
  readonly paged: boolean;
  /** The items of an answer as rows, for `.csv`. */
  readonly rows: (answer: never) => readonly unknown[];
  readonly table: Table<never>;
}

/** What a definition says; the types of its functions follow from its parameters. */
interface Definition<Path extends z.ZodObject, Query extends z.ZodObject, Answer, Row> {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly pathParameters: Path;
  readonly queryParameters: Query;
  readonly document: string;
  readonly variables: (
    parameters: z.output<Path> & z.output<Query>,
  ) => Readonly<Record<string, unknown>>;
  readonly proof?: string;
  readonly answer: readonly string[];
  readonly notFound?: (parameters: z.output<Path>) => string;
  readonly paged?: boolean;
  readonly rows: (answer: Answer) => readonly Row[];
  readonly table: Table<Row>;
}

/** The proof of a resource's answer as a resource of its own; undefined where it cannot be proved. */
export const proofOf = ({ proof, ...resource }: Resource): Resource | undefined =>
  proof === undefined
    ? undefined
    : { ...resource, document: proof, answer: [...resource.answer, 'proof'] };

export const defineResource = <Path extends z.ZodObject, Query extends z.ZodObject, Answer, Row>(
  definition: Definition<Path, Query, Answer, Row>,
): Resource => ({ notFound: () => 'Nothing is there.', paged: false, ...definition });
