/** `parley show`: one event, with what was said of it later. */
import { Command } from 'commander';
import { type AnyEvent, definition } from '../../../events/catalogue.js';
import type { Parley, SummarizedEvent } from '../../app/parley.js';
import { CliError } from '../exitCodes.js';
import { eventJson, sourceName, typeWords, words } from '../text/eventText.js';
import { withReadonlyLog } from '../openLog.js';
import { logOption } from '../options.js';
import { print, printJson } from '../output.js';
import { TextLayout, wantsColour } from '../text/terminalLayout.js';

interface Options {
  readonly log: string;
  readonly json?: true;
}

const HELP = `
Examples:
  parley show 12                                       the event at position 12
  parley show 0199f4a2-5d0a-7c3e-8a51-3f2b9c6d7e80     the event with this ID
  parley show 12 --json`;

/** The event with an ID or at a position. Throws {@link CliError}. */
async function eventNamed(parley: Parley, name: string): Promise<AnyEvent> {
  if (!/^\d+$/.test(name)) {
    const event = await parley.event(name.toLowerCase());
    if (event) return event;
    throw new CliError(
      `There is no event ${JSON.stringify(name)}. Write the ID or the position of an event: "parley log" prints positions.`,
    );
  }
  const position = Number(name);
  for await (const [event] of parley.read({ after: position - 1, before: position + 1 }, 1))
    if (event) return event;
  const { position: last } = await parley.head();
  throw new CliError(
    last === 0
      ? 'The log is empty.'
      : `There is no event at position ${name}: the log has 1 to ${last}.`,
  );
}

const LABEL = 13;

/** The most characters of one part of the data: of a whole tariff the beginning is shown. */
const MOST = 1000;

function dataText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= MOST
    ? text
    : `${text.slice(0, MOST)} … (${text.length.toLocaleString('en')} characters: all with --json)`;
}

function eventText(
  event: SummarizedEvent,
  later: readonly SummarizedEvent[],
  retracted: boolean,
): string {
  const layout = new TextLayout(wantsColour());
  const row = (name: string, text: string): TextLayout =>
    layout.line(text, { label: `${name} `.padEnd(LABEL) });
  layout.line(event.summary, { tone: 'bold' });
  if (retracted) layout.line('Retracted: it counts no longer.', { tone: 'warn' });
  row('Type', `${typeWords(event.type)} (${event.type}). ${definition(event.type).describe}`);
  row('Stream', [event.stream, ...event.also].join(', '));
  row('Occurred', event.timeZone ? `${event.occurred} (${event.timeZone})` : event.occurred);
  row('Certainty', words(event.certainty));
  const by = event.recordedBy === undefined ? '' : ` by ${event.recordedBy}`;
  row('Recorded', `${event.recordedAt}${by}, position ${event.position}`);
  row('ID', event.id);
  row('Hash', event.hash);
  layout.blank();
  for (const [key, value] of Object.entries(event.data)) row(key, dataText(value));
  layout.blank();
  for (const source of event.sources) {
    const { kind, published, url, quote } = source;
    row('Source', [sourceName(source), words(kind), published].filter(Boolean).join(', '));
    if (url !== undefined && url !== sourceName(source)) row('', url);
    if (quote !== undefined) row('', `“${quote}”`);
  }
  if (event.sources.length === 0) row('Source', 'none: inferred');
  for (const { id, type, recordedAt, summary } of later)
    row('Later', `${recordedAt} ${typeWords(type)}: ${summary} (${id})`);
  return layout.toString();
}

export const showCommand = (): Command =>
  new Command('show')
    .argument('<event>', 'the ID or the position of an event')
    .addOption(logOption())
    .option('--json', 'print JSON, with the names of the GraphQL schema')
    .addHelpText('after', HELP)
    .action((name: string, { log, json }: Options) =>
      withReadonlyLog(log, async (parley) => {
        const named = await eventNamed(parley, name);
        const [annotations] = await parley.annotations([named.id]);
        const { events: later = [], retracted = false } = annotations ?? {};
        const [event, ...events] = await parley.descriptions.summarized([named, ...later]);
        if (!event) return;
        await (json
          ? printJson({ ...eventJson(event), retracted, corrections: events.map(eventJson) })
          : print(eventText(event, events, retracted)));
      }),
    );
