/** `parley state`: negotiations at a view, as text or JSON. */
import { Command } from 'commander';
import type { AsOf } from '../../app/queries/asOf.js';
import type { Parley } from '../../app/parley.js';
import { CliError } from '../exitCodes.js';
import { withReadonlyLog } from '../openLog.js';
import { logOption, timePoint } from '../options.js';
import { print } from '../output.js';
import { wantsColour } from '../terminalLayout.js';
import { negotiationJson, negotiationSummaryJson } from '../negotiationJson.js';
import { negotiationListText, negotiationText } from '../negotiationText.js';

interface Options extends AsOf {
  readonly log: string;
  readonly json?: true;
}

const HELP = `
A date means the close of that day in the negotiation's own zone.

Examples:
  parley state                                         all negotiations, in a line each
  parley state in-us-bta                               now
  parley state in-us-bta --at 2025-11-05               on that day, from all that is known now
  parley state in-us-bta --at 2025-11-05 --public-at 2025-11-05
                                                       on that day, from what was public
  parley state in-us-bta --json | jq .roundsCompleted`;

export const stateCommand = (): Command =>
  new Command('state')
    .argument('[slug]', 'the negotiation')
    .addOption(logOption())
    .option('--at <time>', 'the date or instant to answer for (default: now)', timePoint)
    .option('--known-at <time>', 'only from what the log had recorded by then', timePoint)
    .option('--public-at <time>', 'only from what was public by then', timePoint)
    .option('--json', 'print JSON, with the names of the GraphQL schema')
    .addHelpText('after', HELP)
    .action(async (slug: string | undefined, { log, json, at, knownAt, publicAt }: Options) => {
      const asOf: AsOf = { at, knownAt, publicAt };
      await withReadonlyLog(log, (parley) =>
        slug === undefined ? list(parley, asOf, json) : show(parley, slug, asOf, json),
      );
    });

const printJson = (value: unknown): Promise<void> => print(`${JSON.stringify(value, null, 2)}\n`);

async function list(parley: Parley, asOf: AsOf, json: boolean | undefined): Promise<void> {
  const all = await parley.negotiations(asOf);
  if (json) return printJson(all.map(negotiationSummaryJson));
  if (all.length === 0) console.error('No negotiation had begun at this view.');
  else await print(negotiationListText(all, wantsColour()));
}

async function show(
  parley: Parley,
  slug: string,
  asOf: AsOf,
  json: boolean | undefined,
): Promise<void> {
  const viewed = await parley.negotiation(slug, asOf);
  if (!viewed) throw await unknown(parley, slug);
  if (json) await printJson(negotiationJson(viewed));
  else await print(negotiationText(viewed, wantsColour()));
}

async function unknown(parley: Parley, slug: string): Promise<CliError> {
  const streams = await parley.log.streams('negotiation/');
  const negotiations = await parley.negotiations();
  const begun = negotiations.map(({ subject }) => subject.slug);
  const own = streams.filter(({ revision }) => revision > 0).map(({ stream }) => stream);
  const named = own.map((stream) => stream.slice('negotiation/'.length));
  const known = [...new Set([...named, ...begun])].sort();
  if (known.includes(slug)) return new CliError(`${slug} had not begun at this view.`);
  if (streams.some(({ stream }) => stream === `negotiation/${slug}`))
    return new CliError(
      `There is no negotiation ${slug}: only the events of others mention it. Record its NegotiationLaunched first.`,
    );
  if (known.length === 0)
    return new CliError(`There is no negotiation ${slug}: the log holds none.`);
  return new CliError(
    `There is no negotiation ${JSON.stringify(slug)} in the log. It holds ${known.join(', ')}.`,
  );
}
