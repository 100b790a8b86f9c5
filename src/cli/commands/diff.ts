/** `parley diff`: two views of a negotiation compared. */
import { Command } from 'commander';
import type { AsOf } from '../../app/queries/asOf.js';
import type { Change } from '../../domain/history/diff.js';
import type { Diff } from '../../app/parley.js';
import { factText, valueText } from '../text/eventText.js';
import { setByJson, viewJson } from '../../domain/answers/answerJson.js';
import { negotiationAt } from '../negotiationAt.js';
import { withReadonlyLog } from '../openLog.js';
import { logOption, timePoint, withViewOptions } from '../options.js';
import { print, printJson } from '../output.js';
import { TextLayout, wantsColour } from '../text/terminalLayout.js';

interface Options extends AsOf {
  readonly log: string;
  readonly toAt?: string;
  readonly toKnownAt?: string;
  readonly toPublicAt?: string;
  readonly json?: true;
}

const HELP = `
The first view is given by --at, --known-at and --public-at, the second by the same with --to-;
what is left out of either means now, and everything that is known.

Examples:
  parley diff in-us-bta --at 2025-07-31                what changed since that day
  parley diff in-us-bta --at 2025-07-31 --to-at 2025-08-31
  parley diff in-us-bta --at 2025-08-27 --known-at 2025-08-01 --to-at 2025-08-27
                                                       what was learnt later about one day`;

const changeJson = ({ path, before, after, causedBy }: Change) => ({
  path,
  before,
  after,
  causedBy: causedBy.map(setByJson),
});

function changesText({ changes }: Diff): string {
  const layout = new TextLayout(wantsColour());
  for (const { path, before, after, causedBy } of changes) {
    layout.line(path, { tone: 'bold' });
    layout.line(`${valueText(before)} → ${valueText(after)}`, { label: '  ' });
    for (const fact of causedBy) layout.line(factText(fact), { label: '    ', tone: 'dim' });
  }
  return layout.toString();
}

export const diffCommand = (): Command =>
  withViewOptions(new Command('diff').argument('<slug>', 'the negotiation').addOption(logOption()))
    .option('--to-at <time>', 'the date or instant compared with (default: now)', timePoint)
    .option('--to-known-at <time>', 'only from what the log had recorded by then', timePoint)
    .option('--to-public-at <time>', 'only from what was public by then', timePoint)
    .option('--json', 'print JSON, with the names of the GraphQL schema')
    .addHelpText('after', HELP)
    .action((slug: string, options: Options, command: Command): Promise<void> => {
      const { log, json, at, knownAt, publicAt, ...to } = options;
      const clocks = [at, knownAt, publicAt, to.toAt, to.toKnownAt, to.toPublicAt];
      if (clocks.every((clock) => clock === undefined))
        command.error('error: both views are of now: give a date to one of them, such as --at.');
      return withReadonlyLog(log, async (parley) => {
        const from = await negotiationAt(parley, slug, { at, knownAt, publicAt });
        const compared = await parley.diff(from, {
          at: to.toAt,
          knownAt: to.toKnownAt,
          publicAt: to.toPublicAt,
        });
        if (json)
          return printJson({
            from: viewJson(compared.from),
            to: viewJson(compared.to),
            changes: compared.changes.map(changeJson),
          });
        if (compared.changes.length === 0) console.error('The two views do not differ.');
        else await print(changesText(compared));
      });
    });
