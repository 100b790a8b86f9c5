/** The command line as a function: its commands, each loaded when it is named. */
import { Command, Help } from 'commander';
import { EXIT, reportError } from './exitCodes.js';
import { VERSION } from '../server/version.js';

const HELP = `
Examples:
  parley serve                                         the shipped record, at http://127.0.0.1:4000
  parley state in-us-bta --at 2025-11-05               the state of a negotiation on that day
  parley import talks.jsonl --log sqlite:talks.db
  parley help import                                   more about one command

In a checkout, write "npm run -s parley --" for "parley". Without --log the log is the file
parley.db in the current directory.`;

interface Entry {
  readonly name: string;
  readonly argument?: string;
  readonly description: string;
  /** Loads the command with its options. */
  readonly load: () => Promise<Command>;
}

/** Every command, in the order of the help text. */
export const COMMANDS: readonly Entry[] = [
  {
    name: 'serve',
    description: 'Serve a log over GraphQL, with the dashboard',
    load: async () => (await import('./commands/serve.js')).serveCommand(),
  },
  {
    name: 'import',
    argument: '<file...>',
    description: 'Append events from files, one JSON object a line; or copy a whole log',
    load: async () => (await import('./commands/import.js')).importCommand(),
  },
  {
    name: 'export',
    description: 'Write the events of a log, one JSON object a line, or as CSV or Parquet',
    load: async () => (await import('./commands/export.js')).exportCommand(),
  },
  {
    name: 'state',
    argument: '[slug]',
    description: 'Print the state of a negotiation at any date; without a name, list all',
    load: async () => (await import('./commands/state.js')).stateCommand(),
  },
  {
    name: 'explain',
    argument: '<slug> <path>',
    description: 'Print every value a path has had, and who says so',
    load: async () => (await import('./commands/explain.js')).explainCommand(),
  },
  {
    name: 'diff',
    argument: '<slug>',
    description: 'Compare a negotiation at two dates, or as known at two times',
    load: async () => (await import('./commands/diff.js')).diffCommand(),
  },
  {
    name: 'duty',
    argument: '<imposed-by> <on>',
    description: 'Print the duty on a good at any date, line by line',
    load: async () => (await import('./commands/duty.js')).dutyCommand(),
  },
  {
    name: 'log',
    argument: '[name]',
    description: 'Print the latest events, the last recorded first',
    load: async () => (await import('./commands/log.js')).logCommand(),
  },
  {
    name: 'show',
    argument: '<event>',
    description: 'Print one event, with its sources and corrections',
    load: async () => (await import('./commands/show.js')).showCommand(),
  },
  {
    name: 'propose',
    argument: '<file>',
    description: 'Propose events for someone else to accept, checked against a text',
    load: async () => (await import('./commands/propose.js')).proposeCommand(),
  },
  {
    name: 'mcp',
    description:
      'Answer an assistant over the Model Context Protocol, on standard input and output',
    load: async () => (await import('./commands/mcp.js')).mcpCommand(),
  },
  {
    name: 'verify',
    description: 'Check that no record of a log was changed since it was recorded',
    load: async () => (await import('./commands/verify.js')).verifyCommand(),
  },
  {
    name: 'reindex',
    description: 'Make the index beside the events of a log anew',
    load: async () => (await import('./commands/reindex.js')).reindexCommand(),
  },
  {
    name: 'migrate',
    description: 'Create a log, or upgrade its tables to this version',
    load: async () => (await import('./commands/operator/migrate.js')).migrateCommand(),
  },
  {
    name: 'tokens',
    argument: '[command]',
    description: 'Create, revoke and list the tokens that say who may do what',
    load: async () => (await import('./commands/operator/tokens.js')).tokensCommand(),
  },
  {
    name: 'key',
    argument: '[command]',
    description: 'Create and show the keys that sign the heads of logs',
    load: async () => (await import('./commands/operator/key.js')).keyCommand(),
  },
  {
    name: 'witness',
    description: "Sign the heads of other people's logs, so that none shows two histories",
    load: async () => (await import('./commands/operator/witness.js')).witnessCommand(),
  },
  {
    name: 'webhook',
    argument: '[command]',
    description: 'Send events to other programs as they are recorded',
    load: async () => (await import('./commands/operator/webhook.js')).webhookCommand(),
  },
  {
    name: 'schema',
    description: 'Print the GraphQL schema',
    load: async () => (await import('./commands/schema.js')).schemaCommand(),
  },
  {
    name: 'completion',
    argument: '<shell>',
    description: 'Print a script that completes commands and options in bash, zsh or fish',
    load: async () => (await import('./commands/completion.js')).completionCommand(loadAll),
  },
];

const load = async (entry: Entry): Promise<Command> =>
  (await entry.load()).description(entry.description);

/** Every command with its options. */
async function loadAll(): Promise<readonly Command[]> {
  return Promise.all(COMMANDS.map(load));
}

/** A command without its options, for the list of commands. */
function stub({ name, argument, description }: Entry): Command {
  const command = new Command(name).description(description);
  return argument === undefined ? command : command.argument(argument);
}

/** Commander throws where it would exit, so that {@link run} decides on the status. */
function throwInsteadOfExiting(command: Command): void {
  command.exitOverride();
  for (const sub of command.commands) {
    sub.copyInheritedSettings(command);
    throwInsteadOfExiting(sub);
  }
}

/** The program with all commands; only those that `args` name have their options. */
export async function createProgram(args: readonly string[]): Promise<Command> {
  const program = new Command('parley')
    .description(
      'A sourced record of negotiations: their state at any date, since when, and who says so.',
    )
    .version(VERSION, '--version', 'print the version')
    .configureHelp({
      subcommandTerm(command) {
        const entry = COMMANDS.find(({ name }) => name === command.name());
        return entry ? [entry.name, entry.argument].join(' ') : new Help().subcommandTerm(command);
      },
    })
    .addHelpText('after', HELP)
    .showHelpAfterError('(add --help for usage)');
  for (const entry of COMMANDS)
    program.addCommand(args.includes(entry.name) ? await load(entry) : stub(entry));
  throwInsteadOfExiting(program);
  return program;
}

/**
 * Runs one command line, without the name of the program. Prints to stdout and stderr, and returns
 * the exit status: 0, 1 when the command was refused or failed, 2 for wrong usage.
 */
export async function run(args: readonly string[]): Promise<number> {
  try {
    await (await createProgram(args)).parseAsync(args, { from: 'user' });
    return EXIT.OK;
  } catch (error) {
    return reportError(error);
  }
}
