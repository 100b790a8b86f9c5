import { describeLog } from './describeLog.js';
import { inMemory } from '../support/logFixtures.js';

describeLog('a log in memory', inMemory, { durable: false });
