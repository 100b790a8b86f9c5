/** Reading no less than was seen elsewhere. */
import { getOperationAST, getVariableValues, type GraphQLSchema, Kind, visit } from 'graphql';
import type { Operation } from '../budget.js';
import type { Context } from '../context.js';
import { withQueryErrors, badInput } from '../queryErrors.js';

/** The argument of questions that can wait for what was recorded through another server. */
export const minPositionDescription =
  'Waits until the log has reached this position, for example one returned by another server; fails with POSITION_NOT_REACHED after 5 seconds.';

/** Waits for `minPosition`, if present. */
export async function waitForMinPosition(
  { parley }: Pick<Context, 'parley'>,
  minPosition: number | null | undefined,
): Promise<void> {
  if (minPosition === null || minPosition === undefined) return;
  if (minPosition < 0)
    throw badInput(`minPosition is ${minPosition}: give a position of the log, 0 or more.`);
  await withQueryErrors(() => parley.subscriptions.waitForPosition(minPosition));
}

/** The highest `minPosition` in a document, so that a server can wait before it begins any work. */
export function minPositionOf(
  schema: GraphQLSchema,
  { document, operationName, variables }: Operation,
): number | undefined {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  const { coerced = {} } = getVariableValues(schema, definitions, variables ?? {}, {
    maxErrors: 1,
  });
  let highest: number | undefined;
  visit(document, {
    [Kind.ARGUMENT]: ({ name, value }) => {
      if (name.value !== 'minPosition') return;
      const asked: unknown =
        value.kind === Kind.INT
          ? Number(value.value)
          : value.kind === Kind.VARIABLE && coerced[value.name.value];
      if (typeof asked === 'number') highest = Math.max(highest ?? asked, asked);
    },
  });
  return highest;
}
