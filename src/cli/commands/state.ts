/** `parley state`: negotiations at a view, as text or JSON. */
import { Command } from 'commander';
import type { AsOf } from '../../app/queries/asOf.js';
import type { Parley } from '../../app/parley.js';
import { negotiationAt } from '../negotiationAt.js';
import { withReadonlyLog } from '../openLog.js';
import { logOption, party, withViewOptions } from '../options.js';
import { print, printJson } from '../output.js';
import { wantsColour } from '../text/terminalLayout.js';
import { stateJson } from '../text/stateJson.js';
import {
  negotiationListJson,
  negotiationListText,
  unlistedText,
  withParty,
} from '../text/negotiationList.js';
import { negotiationText } from '../text/negotiationText.js';

interface Options extends AsOf {
  readonly log: string;
  readonly party?: string;
  readonly json?: true;
}

const HELP = `
A date means the close of that day in the negotiation's own zone.

Examples:
  parley state                                         all negotiations, in a few lines each
  parley state --party DE                              those of Germany, and of the EU through it
  parley state in-us-bta                               now
  parley state in-us-bta --at 2025-11-05               on that day, from all that is known now
  parley state in-us-bta --at 2025-11-05 --public-at 2025-11-05
                                                       on that day, from what was public
  parley state in-us-bta --json | jq .roundsCompleted`;

export const stateCommand = (): Command =>
  withViewOptions(new Command('state').argument('[slug]', 'the negotiation').addOption(logOption()))
    .option(
      '--party <code>',
      'list those to which it is a party, by itself or as a member of a group',
      party,
    )
    .option('--json', 'print JSON, with the names of the GraphQL schema')
    .addHelpText('after', HELP)
    .action(
      async (
        slug: string | undefined,
        { log, json, party, ...asOf }: Options,
        command: Command,
      ) => {
        if (slug !== undefined && party !== undefined)
          command.error('error: --party chooses from the list: leave out the negotiation.');
        await withReadonlyLog(log, (parley) =>
          slug === undefined ? list(parley, asOf, party, json) : show(parley, slug, asOf, json),
        );
      },
    );

async function list(
  parley: Parley,
  asOf: AsOf,
  party: string | undefined,
  json: boolean | undefined,
): Promise<void> {
  const begun = await parley.negotiations(asOf);
  const all = withParty(begun, party);
  if (json) await printJson(negotiationListJson(all, party));
  else if (all.length > 0) await print(negotiationListText(all, party, wantsColour()));
  else if (begun.length > 0) console.error(`${party} was a party to no negotiation at this view.`);
  else console.error('No negotiation had begun at this view.');
  const unlisted = await unlistedText(parley);
  if (unlisted !== undefined) console.error(unlisted);
}

async function show(
  parley: Parley,
  slug: string,
  asOf: AsOf,
  json: boolean | undefined,
): Promise<void> {
  const viewed = await negotiationAt(parley, slug, asOf);
  if (json) await printJson(stateJson(viewed));
  else await print(negotiationText(viewed, wantsColour()));
}
