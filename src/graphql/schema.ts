/** The schema: every topic adds its part to the builder, then it is built. */
import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.js';
import { limitInputs } from './inputLimits.js';
import './types/scalars.js';
import './queries/node.js';
import './queries/negotiations.js';
import './types/measure/measureNegotiations.js';
import './types/negotiation/viewChanges.js';
import './queries/measures.js';
import './queries/duty.js';
import './queries/log.js';
import './queries/proposals.js';
import './queries/search.js';
import './queries/viewer.js';
import './mutations/appendEvents.js';
import './mutations/entryMutations.js';
import './mutations/proposeEvents.js';
import './mutations/decideProposals.js';
import './subscriptions/subscriptions.js';

builder.queryType({ description: 'All queries.' });
builder.mutationType({ description: 'All mutations.' });

export const schema: GraphQLSchema = limitInputs(builder.toSchema());
