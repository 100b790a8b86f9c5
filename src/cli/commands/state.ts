/** `parley state`: negotiations at a view, as text or JSON. */
import { Command } from 'commander';
import type { AsOf } from '../../app/queries/asOf.js';
import type { Parley } from '../../app/parley.js';
import { negotiationAt } from '../negotiationAt.js';
import { withReadonlyLog } from '../openLog.js';
import { logOption, withViewOptions } from '../options.js';
import { print, printJson } from '../output.js';
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
  withViewOptions(new Command('state').argument('[slug]', 'the negotiation').addOption(logOption()))
    .option('--json', 'print JSON, with the names of the GraphQL schema')
    .addHelpText('after', HELP)
    .action(async (slug: string | undefined, { log, json, at, knownAt, publicAt }: Options) => {
      const asOf: AsOf = { at, knownAt, publicAt };
      await withReadonlyLog(log, (parley) =>
        slug === undefined ? list(parley, asOf, json) : show(parley, slug, asOf, json),
      );
    });

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
  const viewed = await negotiationAt(parley, slug, asOf);
  if (json) await printJson(negotiationJson(viewed));
  else await print(negotiationText(viewed, wantsColour()));
}
