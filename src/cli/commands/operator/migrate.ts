/** `parley migrate`: creates or upgrades a log, and grants a server's role access. */
import { Command } from 'commander';
import { openLog } from '../../../log/openLog.js';
import type { EventLog } from '../../../log/core/eventLog.js';
import type { PostgresLog } from '../../../log/postgres/postgresLog.js';
import { CliError } from '../../exitCodes.js';
import { logOption } from '../../options.js';
import { counted } from '../../progress.js';

const HELP = `
Every command that writes does this when it opens a log and has the rights. In PostgreSQL give the
server a role without them: run this as the owner of the database before a new version of Parley
starts, and name the server's role. It can then read and append, and neither change, remove nor
create anything.

Examples:
  createdb talks && createuser --pwprompt parley_server
  parley migrate --log postgres://owner@host/talks --grant parley_server
  parley serve --log postgres://parley_server@host/talks`;

/** Whether roles can be granted access: in PostgreSQL. The engine is not loaded to find out. */
const hasRoles = (log: EventLog): log is PostgresLog => 'grant' in log;

export const migrateCommand = (): Command =>
  new Command('migrate')
    .addOption(logOption())
    .option('--grant <role>', 'let a PostgreSQL role read and append, and nothing else')
    .addHelpText('after', HELP)
    .action(async (options: { log: string; grant?: string }) => {
      const log = await openLog(options.log);
      try {
        const { position } = await log.head();
        console.error(`${log.url} is ready: ${counted(position, 'event')}.`);
        if (options.grant === undefined) return;
        if (!hasRoles(log))
          throw new CliError('Only a log in PostgreSQL has roles: leave --grant out.');
        await log.grant(options.grant);
        console.error(`The role ${options.grant} may read and append, and no more.`);
      } finally {
        await log.close();
      }
    });
