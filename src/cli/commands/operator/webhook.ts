/** `parley webhook`: where a log's events are sent. */
import { Command, InvalidArgumentError } from 'commander';
import type { EventFilter, Webhook } from '../../../app/parley.js';
import { AddressRefused, checkUrl } from '../../../server/webhooks/addressGuard.js';
import { CliError } from '../../exitCodes.js';
import { withLog, withReadonlyLog } from '../../openLog.js';
import { collect, logOption } from '../../options.js';
import { print, printJson } from '../../output.js';

interface AddOptions {
  readonly log: string;
  readonly stream?: readonly string[];
  readonly type?: readonly string[];
  readonly certainty?: readonly string[];
  readonly party?: string;
  readonly after?: number;
  readonly private?: true;
}

const HELP = `
"parley serve" sends each event that matches to the address as it is recorded, in order and at least
once, signed as standardwebhooks.com describes. One that fails is tried again for three and a half
days; then the webhook is parked: /metrics says so, and "resume" goes on where it stopped.

Addresses are https and public unless added with --private; the server then needs
--private-webhooks.

Examples:
  parley webhook add https://example.org/hook --stream negotiation/in-us-bta
  parley webhook add https://example.org/hook --type MeasureAdopted --party IN --after 0
  parley webhook list
  parley webhook resume 0193…                          where it stopped
  parley webhook resume 0193… --after 1200             every event after position 1200, again
  parley webhook remove 0193…`;

function position(value: string): number {
  if (!/^\d{1,15}$/.test(value))
    throw new InvalidArgumentError('Write a position: 0 for every event.');
  return Number(value);
}

const after = (command: Command, otherwise: string): Command =>
  command.option(
    '--after <position>',
    `send the events after this position, 0 for every event (default: ${otherwise})`,
    position,
  );

/** What a delivery would be refused for is refused at once. */
function checkAddress(url: string): void {
  if (!URL.canParse(url)) return;
  try {
    checkUrl(new URL(url));
  } catch (error) {
    if (!(error instanceof AddressRefused)) throw error;
    throw new CliError(
      `${error.message.replace(/, and.*/, '')}. Add it with --private, and start the server with --private-webhooks.`,
    );
  }
}

async function add(url: string, options: AddOptions): Promise<void> {
  const { log, stream: streams, type: types, certainty, party } = options;
  if (!options.private) checkAddress(url);
  // The names are checked when it is added.
  const filter = { streams, types, certainty, party } as EventFilter;
  const webhook = await withLog(log, ({ webhooks }) =>
    webhooks.add({ url, filter, after: options.after }),
  );
  console.error(
    `Added ${webhook.id}: events after position ${webhook.delivery.position}. Its secret, for the receiver to verify with:`,
  );
  await print(`${webhook.secret}\n`);
}

const filterText = (filter: EventFilter): string =>
  Object.entries(filter)
    .map(([key, value]) => `${key} ${[value].flat().join(', ')}`)
    .join('; ') || 'every event';

function webhookText({ id, url, filter, delivery }: Webhook): string {
  const { status, position: done, attempts, nextAttempt, problem } = delivery;
  const next =
    status === 'PARKED' ? 'parked' : `tried again at ${new Date(nextAttempt).toISOString()}`;
  return [
    `${id}  ${url}`,
    `    ${filterText(filter)}`,
    `    done up to position ${done}`,
    ...(problem === null ? [] : [`    failed ${attempts} times, ${next}: ${problem}`]),
    '',
  ].join('\n');
}

async function list({ log, json }: { log: string; json?: true }): Promise<void> {
  const webhooks = await withReadonlyLog(log, (parley) => parley.webhooks.list());
  // The secret was shown when the webhook was added.
  if (json) return printJson(webhooks.map(({ secret: _, ...webhook }) => webhook));
  if (webhooks.length === 0) console.error('The log has no webhooks.');
  for (const webhook of webhooks) await print(webhookText(webhook));
}

export function webhookCommand(): Command {
  const command = new Command('webhook').addHelpText('after', HELP);
  after(
    command
      .command('add')
      .description('Send events to an address, and print the secret that signs them')
      .argument('<url>', 'the https address to send to')
      .addOption(logOption())
      .option('--stream <stream>', 'only the history of this stream; may be repeated', collect)
      .option('--type <type>', 'only events of this type; may be repeated', collect)
      .option('--certainty <certainty>', 'only of this certainty; may be repeated', collect)
      .option('--party <code>', 'only what concerns this party')
      .option('--private', 'allow http and an address of a private network'),
    'those recorded from now on',
  ).action(add);
  command
    .command('list')
    .description('List the webhooks, and how far each has come')
    .addOption(logOption())
    .option('--json', 'print JSON')
    .action(list);
  after(
    command
      .command('resume')
      .description('Try a webhook again at once, parked or not')
      .argument('<id>', 'its id, as "webhook list" shows it')
      .addOption(logOption()),
    'where it stopped',
  ).action((id: string, { log, after: from }: { log: string; after?: number }) =>
    withLog(log, async ({ webhooks }) => {
      const { delivery } = await webhooks.resume(id, from);
      console.error(`Resumed ${id} after position ${delivery.position}.`);
    }),
  );
  command
    .command('remove')
    .description('Send nothing more to an address')
    .argument('<id>', 'its id, as "webhook list" shows it')
    .addOption(logOption())
    .action((id: string, { log }: { log: string }) =>
      withLog(log, async ({ webhooks }) => {
        await webhooks.remove(id);
        console.error(`Removed ${id}.`);
      }),
    );
  return command;
}
