import { describeLog } from './contract.js';
import { inPostgres } from './support.js';

describeLog('a log in PostgreSQL', inPostgres, { durable: true });
