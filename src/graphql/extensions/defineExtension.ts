/** What an extension is: types and fields of a user's own, and the resolvers that answer for them. */
import type { DocumentNode, GraphQLResolveInfo, GraphQLScalarType } from 'graphql';
import type { EventOf, EventType } from '../../../events/catalogue.js';
import type { AsOfResult } from '../../app/parley.js';
import type { DutyView } from '../../domain/duty/duty.js';
import type { Context } from '../context.js';
import type { MeasureNode } from '../types/measure/measure.js';
import type { NegotiationNode } from '../types/negotiation/negotiation.js';

/** Declared as a method, so that a resolver may say more exactly what it takes. */
export type FieldResolver<Parent> = {
  resolve(parent: Parent, args: object, context: Context, info: GraphQLResolveInfo): unknown;
}['resolve'];

/** A field with more than a resolver. */
export interface FieldConfig<Parent> {
  readonly resolve?: FieldResolver<Parent>;
  /** For fields of Subscription: what to listen to. */
  readonly subscribe?: FieldResolver<Parent>;
  /** `complexity`: its cost against the limit of a request; by default 1, and ten times that of a list's items. */
  readonly extensions?: {
    readonly complexity?: number | { readonly field?: number; readonly multiplier?: number };
  };
}

export type FieldMap<Parent> = Readonly<
  Record<string, FieldResolver<Parent> | FieldConfig<Parent>>
>;

/** What resolvers of our types are given as parent: the same as our own. */
type Parents = {
  Negotiation: NegotiationNode;
  Measure: MeasureNode;
  Duty: AsOfResult<DutyView>;
} & { [Type in EventType]: EventOf<Type> };

type BuiltInResolvers = { readonly [Type in keyof Parents]?: FieldMap<Parents[Type]> };

/** By type and field; also scalars, and the inner values of enums, of an extension's own. */
export interface Resolvers extends BuiltInResolvers {
  readonly [type: string]:
    FieldMap<unknown> | GraphQLScalarType | Readonly<Record<string, string | number>> | undefined;
}

export interface Extension {
  /** SDL: types of its own, and `extend type` for fields beside ours. */
  readonly typeDefs: string | DocumentNode | readonly (string | DocumentNode)[];
  readonly resolvers?: Resolvers;
}

/** The extension as it is: for the types that an editor then shows. */
export const defineExtension = (extension: Extension): Extension => extension;
