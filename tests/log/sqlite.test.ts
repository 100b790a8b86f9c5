import { describeLog } from './contract.js';
import { onDisk } from './support.js';

describeLog('a log in SQLite', onDisk, { durable: true });
