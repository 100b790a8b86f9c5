import { describeLog } from './contract.js';
import { inMemory } from './support.js';

describeLog('a log in memory', inMemory, { durable: false });
