/** `parley propose`: events for someone else to accept, checked against the text they rest on. */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { Source } from '../../../events/envelope.js';
import { EventsRefused } from '../../app/errors.js';
import type { Parley } from '../../app/parley.js';
import type { Proposal } from '../../app/proposals/proposal.js';
import type { NotUnderstood } from '../../domain/drafts/rules/draftsFrom.js';
import { CliError } from '../exitCodes.js';
import { askModel } from '../languageModel.js';
import { withLog } from '../openLog.js';
import { logOption } from '../options.js';
import { print, printJson } from '../output.js';
import { notUnderstoodText, proposalJson, proposalText } from '../text/proposalText.js';
import { whereToTry } from './importLog.js';

interface Options {
  readonly log: string;
  readonly text?: string;
  readonly day?: string;
  readonly negotiation?: string;
  readonly url?: string;
  readonly publisher?: string;
  readonly title?: string;
  readonly by?: string;
  readonly model?: string;
  readonly modelUrl?: string;
  readonly keepText?: true;
  readonly dryRun?: true;
  readonly json?: true;
}

const HELP = `
A text is read by rules for English: rounds held or planned, pauses, statements, rates imposed or
announced, targets, meetings. What they did not understand is named; nothing is invented. Dates are
counted from the day of the report: --day, else the day that the text gives.

With --model-url a language model reads the text instead; its key is PARLEY_MODEL_KEY. The text is sent
to that address. What the model states passes the same checks, and its dates are resolved here.

Each line of a .jsonl file is a draft: an event of the interchange format with "spans", the words that each
field rests on, and "needs", the fields that the text does not give. A span is [start, end] in UTF-16
units of the text, or the words themselves. What differs from its words is refused.

Examples:
  parley propose article.txt --day 2025-11-05 --dry-run
  parley propose article.txt --day 2025-11-05 --url https://example.org/a --by asha
  parley propose drafts.jsonl --text article.txt --day 2025-11-05
  parley propose drafts.jsonl --text article.txt --dry-run --json`;

/** The drafts in a file, one a line. Throws {@link CliError} with the line. */
function readDrafts(file: string): readonly unknown[] {
  return readText(file)
    .split('\n')
    .flatMap((line, index): unknown[] => {
      if (line.trim() === '') return [];
      try {
        return [JSON.parse(line) as unknown];
      } catch (error) {
        throw new CliError(`${file}:${index + 1}: is not JSON (${(error as Error).message})`);
      }
    });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new CliError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

interface Proposed {
  readonly proposals: readonly Proposal[];
  readonly day: string | undefined;
  readonly notUnderstood: readonly NotUnderstood[];
}

/** The source of every draft; undefined when nothing was said of it. */
function sourceOf({ url, publisher, title, day }: Options): readonly Source[] | undefined {
  const said = { url, publisher, title, published: day };
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : [{ ...Object.fromEntries(given), kind: 'PRESS' }];
}

/** Proposes what a file of drafts holds, or what rules find in a report. */
async function proposeFile(parley: Parley, file: string, options: Options): Promise<Proposed> {
  const { text, day, negotiation, by: proposedBy, keepText: keep, dryRun } = options;
  const request = { proposedBy, sources: sourceOf(options), dryRun };
  const { model, modelUrl } = options;
  if (modelUrl !== undefined) {
    if (day === undefined) throw new CliError('Give the day of the report with --day.');
    const report = readText(file);
    const key = process.env['PARLEY_MODEL_KEY'];
    const stated = await askModel({ address: modelUrl, name: model ?? 'default', key }, report);
    return parley.proposals.proposeStated(stated, { text: report, day, keep }, request);
  }
  if (!/\.jsonl?$/i.test(file))
    return parley.proposals.proposeReport(
      { text: readText(file), day, keep },
      { ...request, negotiation },
    );
  const rests = text === undefined ? undefined : { text: readText(text), day, keep };
  const proposals = await parley.proposals.propose(readDrafts(file), { ...request, text: rests });
  return { proposals, day, notUnderstood: [] };
}

async function propose(file: string, options: Options): Promise<void> {
  const { log, dryRun, json } = options;
  const target = dryRun ? await whereToTry(log) : log;
  await withLog(
    target,
    async (parley) => {
      const result = await proposeFile(parley, file, options).catch(toCliError);
      const { proposals, notUnderstood } = result;
      if (json) await printJson({ ...result, proposals: proposals.map(proposalJson) });
      else {
        for (const proposal of proposals) {
          await print(proposalText(proposal));
          for (const { message } of await parley.proposals.review(proposal).findings())
            await print(`    to check: ${message}\n`);
        }
        if (notUnderstood.length > 0) await print(notUnderstoodText(notUnderstood));
      }
      console.error(summary(proposals, dryRun));
    },
    { readonly: dryRun ?? false },
  );
}

const summary = ({ length }: readonly Proposal[], dryRun: boolean | undefined): string =>
  `${length} ${length === 1 ? 'event' : 'events'} ${dryRun ? 'would be proposed. Nothing was kept.' : 'proposed: someone else accepts or rejects them, on the page of proposals or by acceptProposal.'}`;

function toCliError(error: unknown): never {
  if (!(error instanceof EventsRefused)) throw error;
  throw new CliError(
    'Nothing was proposed: correct the drafts named above.',
    error.problems.map(({ path, message }) => `${path} ${message}`),
  );
}

export const proposeCommand = (): Command =>
  new Command('propose')
    .argument('<file>', 'a report in English, or a .jsonl file of drafts')
    .addOption(logOption())
    .option('--text <file>', 'the text that the spans of the drafts are of')
    .option(
      '--day <date>',
      'the day of the report, from which dates such as "last week" are counted',
    )
    .option(
      '--negotiation <slug>',
      'the negotiation that the report is about; else the one it names',
    )
    .option('--url <address>', 'the address of the report')
    .option('--publisher <name>', 'who published it')
    .option('--title <title>', 'its title')
    .option('--by <name>', 'who proposes')
    .option(
      '--model-url <address>',
      'ask a language model at this OpenAI-compatible address instead of the rules',
    )
    .option('--model <name>', 'the name of the model')
    .option(
      '--keep-text',
      'keep the text, where that is allowed; else its hash and the words quoted',
    )
    .option('--dry-run', 'check everything and keep nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action(propose);
