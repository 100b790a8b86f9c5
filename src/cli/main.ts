/** `parley`: the command line. Exit status 0, 1 when refused or failed, 2 for wrong usage. */
import { Command } from 'commander';
import { exportCommand } from './commands/export.js';
import { report } from './exitCodes.js';
import { importCommand } from './commands/import.js';
import { watchStdout } from './output.js';
import { migrateCommand } from './commands/migrate.js';
import { schemaCommand } from './commands/schema.js';
import { serveCommand } from './commands/serve.js';
import { stateCommand } from './commands/state.js';
import { tokensCommand } from './commands/tokens.js';
import { verifyCommand } from './commands/verify.js';
import { VERSION } from './version.js';

const HELP = `
Examples:
  parley serve                                         the shipped record, at http://127.0.0.1:4000
  parley state in-us-bta --at 2025-11-05               where things stood that day
  parley import talks.jsonl --log sqlite:talks.db
  parley help import                                   more about one command

In a checkout, write "npm run -s parley --" for "parley". Without --log the log is the file
parley.db in the current directory.`;

const program = new Command('parley')
  .description('A sourced record of negotiations: where things stand, since when, and who says so.')
  .version(VERSION, '--version', 'print the version')
  .addHelpText('after', HELP)
  .showHelpAfterError('(add --help for how it is used)');

for (const command of [
  serveCommand(),
  importCommand(),
  exportCommand(),
  stateCommand(),
  verifyCommand(),
  migrateCommand(),
  tokensCommand(),
  schemaCommand(),
])
  program.addCommand(command);

function throwInsteadOfExiting(command: Command): void {
  command.exitOverride();
  for (const sub of command.commands) {
    sub.copyInheritedSettings(command);
    throwInsteadOfExiting(sub);
  }
}

throwInsteadOfExiting(program);
watchStdout();

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}
