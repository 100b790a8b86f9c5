/** The schema: every topic adds its part to the builder, then it is built. */
import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.js';
import './scalars.js';
import './node.js';
import './negotiations.js';
import './history.js';
import './measure.js';
import './duty.js';
import './log.js';
import './appendEvents.js';
import './everyday.js';
import './subscription.js';

builder.queryType({ description: 'What can be asked.' });
builder.mutationType({ description: 'What can be recorded.' });

export const schema: GraphQLSchema = builder.toSchema();
