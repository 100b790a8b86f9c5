/** `parley state`: where things stand, in words or as JSON. */
import { Command } from 'commander';
import type { AsOf } from '../../app/queries/asOf.js';
import type { Parley } from '../../app/parley.js';
import { Failure } from '../exitCodes.js';
import { reading } from '../openLog.js';
import { logOption, timePoint } from '../options.js';
import { print } from '../output.js';
import { wantsColour } from '../terminalLayout.js';
import { pictureJson, summaryJson } from '../negotiationJson.js';
import { listText, pictureText } from '../negotiationText.js';

interface Options extends AsOf {
  readonly log: string;
  readonly json?: true;
}

const HELP = `
A date means the close of that day in the negotiation's own zone.

Examples:
  parley state                                         all negotiations, in a line each
  parley state in-us-bta                               as things stand now
  parley state in-us-bta --at 2025-11-05               on that day, from all that is known now
  parley state in-us-bta --at 2025-11-05 --public-at 2025-11-05
                                                       on that day, as the public could know it
  parley state in-us-bta --json | jq .roundsCompleted`;

export const stateCommand = (): Command =>
  new Command('state')
    .description('Tell where a negotiation stands, at any date; without a name, list them')
    .argument('[slug]', 'the negotiation')
    .addOption(logOption())
    .option('--at <time>', 'the date or instant asked about (default: now)', timePoint)
    .option('--known-at <time>', 'only what the log had recorded by then', timePoint)
    .option('--public-at <time>', 'only what the public could know by then', timePoint)
    .option('--json', 'print JSON, with the names of the GraphQL schema')
    .addHelpText('after', HELP)
    .action(async (slug: string | undefined, { log, json, at, knownAt, publicAt }: Options) => {
      const asOf: AsOf = { at, knownAt, publicAt };
      await reading(log, (parley) =>
        slug === undefined ? list(parley, asOf, json) : show(parley, slug, asOf, json),
      );
    });

const printJson = (value: unknown): Promise<void> => print(`${JSON.stringify(value, null, 2)}\n`);

async function list(parley: Parley, asOf: AsOf, json: boolean | undefined): Promise<void> {
  const all = await parley.negotiations(asOf);
  if (json) return printJson(all.map(summaryJson));
  if (all.length === 0) console.error('No negotiation had begun at this view.');
  else await print(listText(all, wantsColour()));
}

async function show(
  parley: Parley,
  slug: string,
  asOf: AsOf,
  json: boolean | undefined,
): Promise<void> {
  const viewed = await parley.negotiation(slug, asOf);
  if (!viewed) throw await unknown(parley, slug);
  if (json) await printJson(pictureJson(viewed));
  else await print(pictureText(viewed, wantsColour()));
}

async function unknown(parley: Parley, slug: string): Promise<Failure> {
  const streams = await parley.log.streams('negotiation/');
  const negotiations = await parley.negotiations();
  const begun = negotiations.map(({ subject }) => subject.slug);
  const own = streams.filter(({ revision }) => revision > 0).map(({ stream }) => stream);
  const named = own.map((stream) => stream.slice('negotiation/'.length));
  const known = [...new Set([...named, ...begun])].sort();
  if (known.includes(slug)) return new Failure(`${slug} had not begun at this view.`);
  if (streams.some(({ stream }) => stream === `negotiation/${slug}`))
    return new Failure(
      `There is no negotiation ${slug}: only the events of others mention it. Record its NegotiationLaunched first.`,
    );
  if (known.length === 0)
    return new Failure(`There is no negotiation ${slug}: the log holds none.`);
  return new Failure(
    `There is no negotiation ${JSON.stringify(slug)} in the log. It holds ${known.join(', ')}.`,
  );
}
