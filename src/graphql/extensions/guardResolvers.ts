/** Applies limits, authorization and cache rules to the resolvers of an extension. */
import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import {
  getNamedType,
  GraphQLError,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
  isUnionType,
} from 'graphql';
import { builder } from '../builder.js';
import type { Context } from '../context.js';
import type { FieldConfig, FieldMap, FieldResolver, Resolvers } from './defineExtension.js';
import { forbiddenError } from '../mutations/mutationErrors.js';

type Resolve = FieldResolver<unknown>;
type Field = Resolve | FieldConfig<unknown>;

/**
 * Pothos measures a request where a top-level field of its own resolves; a request that asks for
 * none of those must be measured all the same. This borrows the check from a field that has it.
 */
function complexityCheck(): (context: Context, info: GraphQLResolveInfo) => void {
  const probeBuilder = new SchemaBuilder<{ Context: Context }>({
    plugins: [ComplexityPlugin],
    complexity: builder.options.complexity ?? {},
  });
  probeBuilder.queryType({ fields: (t) => ({ admits: t.boolean({ resolve: () => true }) }) });
  const check = probeBuilder.toSchema().getQueryType()?.getFields()['admits']?.resolve;
  if (!check) throw new Error('Pothos built a field without a resolver');
  return (context, info) => {
    check(undefined, {}, context, info);
  };
}

/** A refusal in the field's own words, where its union has the type for it. */
function forbiddenResult(type: GraphQLOutputType): unknown {
  const named = getNamedType(type);
  if (isUnionType(named) && named.getTypes().some(({ name }) => name === forbiddenError.__typename))
    return forbiddenError;
  throw new GraphQLError(forbiddenError.message, { extensions: { code: forbiddenError.code } });
}

/** Wraps the resolver and subscriber of a field, if it has them. */
function wrapField(field: Field, wrap: (resolve: Resolve) => Resolve): Field {
  if (typeof field === 'function') return wrap(field);
  const { resolve, subscribe } = field;
  return {
    ...field,
    ...(resolve && { resolve: wrap(resolve) }),
    ...(subscribe && { subscribe: wrap(subscribe) }),
  };
}

/**
 * The resolvers that `extended` merges: each field beside ours first makes the answer one that is
 * not kept, since what it rests on is not known here; a top-level one is measured, and one of
 * Mutation is refused to callers who may not write.
 */
export function guardResolvers(
  base: GraphQLSchema,
  extendedSchema: GraphQLSchema,
  resolvers: Resolvers,
): Record<string, object> {
  const checkComplexity = complexityCheck();
  const mutation = extendedSchema.getMutationType();
  const roots = [extendedSchema.getQueryType(), mutation, extendedSchema.getSubscriptionType()];
  const guard = (name: string, fields: FieldMap<unknown>): FieldMap<unknown> => {
    const isRoot = roots.some((type) => type?.name === name);
    const writes = mutation?.name === name;
    const wrap =
      (resolve: Resolve): Resolve =>
      (parent, args, context, info) => {
        context.cache.usesCurrentLog();
        if (isRoot) checkComplexity(context, info);
        const { mayWrite, streams } = context.principal;
        // Which streams a mutation of an extension writes to is not known here.
        if (writes && (!mayWrite || streams)) return forbiddenResult(info.returnType);
        return resolve(parent, args, context, info);
      };
    return Object.fromEntries(
      Object.entries(fields).map(([fieldName, field]) => [fieldName, wrapField(field, wrap)]),
    );
  };
  return Object.fromEntries(
    Object.entries(resolvers)
      .filter(([, map]) => map !== undefined)
      .map(([name, map]) => {
        const objectType = base.getType(name) ?? roots.find((type) => type?.name === name);
        return [name, isObjectType(objectType) ? guard(name, map as FieldMap<unknown>) : map];
      }),
  ) as Record<string, object>;
}
