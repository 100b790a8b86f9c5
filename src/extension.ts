/**
 * `parley/extension`: what an extension of the GraphQL schema is written with. docs/extensions.md
 * describes what resolvers receive and what stays in force.
 */
export {
  defineExtension,
  type Extension,
  type FieldConfig,
  type FieldMap,
  type FieldResolver,
  type Resolvers,
} from './graphql/extensions/defineExtension.js';
export type { Context, Principal } from './graphql/context.js';
export { runMutation } from './graphql/mutations/runMutation.js';
export { checkCountryCode as countryCode, checkHsCode as hsCode } from './graphql/queryErrors.js';
export { type MeasureNode, measureNode } from './graphql/types/measure/measure.js';
export { type NegotiationNode, negotiationNode } from './graphql/types/negotiation/negotiation.js';
export type { AsOfResult } from './app/parley.js';
export type { DutyView } from './domain/duty/duty.js';
export type { MeasureView } from './domain/measure/measureView.js';
export type { NegotiationView } from './domain/negotiation/negotiationView.js';
