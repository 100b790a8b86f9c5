/** `parley explain`: every value a path has had, and who says so. */
import { Command } from 'commander';
import type { AsOf } from '../../app/queries/asOf.js';
import type { Explanation } from '../../domain/history/explain.js';
import { factText, valueText } from '../text/eventText.js';
import { setByJson } from '../../domain/answers/answerJson.js';
import { negotiationAt } from '../negotiationAt.js';
import { withReadonlyLog } from '../openLog.js';
import { logOption, withViewOptions } from '../options.js';
import { print, printJson } from '../output.js';
import { TextLayout, wantsColour } from '../text/terminalLayout.js';

interface Options extends AsOf {
  readonly log: string;
  readonly json?: true;
}

const HELP = `
A path is what "parley diff" prints, such as phase, roundsCompleted.reported or
targets.first-tranche.due. Values come oldest first; what holds at the view is marked with ">".

Examples:
  parley explain in-us-bta phase
  parley explain in-us-bta duties.US-IN.total --at 2025-11-05
  parley explain in-us-bta targets.first-tranche.due --known-at 2026-01-01 --json`;

const explanationJson = ({ value, setBy, alsoBy, certainty, current }: Explanation) => ({
  value,
  current,
  certainty,
  setBy: setByJson(setBy),
  alsoBy: alsoBy.map(setByJson),
});

function explanationsText(explanations: readonly Explanation[]): string {
  const layout = new TextLayout(wantsColour());
  if (explanations.length === 0) layout.line('not known: no event on record sets it');
  for (const { value, setBy, alsoBy, certainty, current } of explanations) {
    const held = certainty === 'DISPUTED' ? ', disputed' : '';
    layout.line(`${valueText(value)}${held}`, {
      label: current ? '> ' : '  ',
      tone: current ? 'bold' : 'dim',
    });
    layout.line(factText(setBy), { label: '    ' });
    if (alsoBy.length > 0)
      layout.line(`also ${alsoBy.map(({ occurred }) => occurred).join(', ')}`, {
        label: '    ',
        tone: 'dim',
      });
  }
  return layout.toString();
}

export const explainCommand = (): Command =>
  withViewOptions(
    new Command('explain')
      .argument('<slug>', 'the negotiation')
      .argument('<path>', 'the value to explain')
      .addOption(logOption()),
  )
    .option('--json', 'print JSON, with the names of the GraphQL schema')
    .addHelpText('after', HELP)
    .action((slug: string, path: string, { log, json, at, knownAt, publicAt }: Options) =>
      withReadonlyLog(log, async (parley) => {
        const viewed = await negotiationAt(parley, slug, { at, knownAt, publicAt });
        const explanations = parley.explain(viewed, path);
        await (json
          ? printJson(explanations.map(explanationJson))
          : print(explanationsText(explanations)));
      }),
    );
