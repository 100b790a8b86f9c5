import { describeLog } from './describeLog.js';
import { onDisk } from '../support/logFixtures.js';

describeLog('a log in SQLite', onDisk, { durable: true });
