import { describeLog } from './describeLog.js';
import { inPostgres } from '../support/logFixtures.js';

describeLog('a log in PostgreSQL', inPostgres, { durable: true });
