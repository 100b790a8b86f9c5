/** `parley log`: the latest events. */
import { Command } from 'commander';
import { type AnyEvent, EVENT_TYPES, isEventType } from '../../../events/catalogue.js';
import type { EventFilter, Parley, SummarizedEvent } from '../../app/parley.js';
import { CliError } from '../exitCodes.js';
import { eventJson, sourceText, typeWords } from '../text/eventText.js';
import { withReadonlyLog } from '../openLog.js';
import { collect, logOption, upTo } from '../options.js';
import { print, printJson } from '../output.js';
import { TextLayout, wantsColour } from '../text/terminalLayout.js';

const MAX_EVENTS = 10_000;

interface Options {
  readonly log: string;
  readonly first: number;
  readonly type?: readonly string[];
  readonly json?: true;
}

const HELP = `
Events come in the order in which they were recorded, the latest first. A name without a slash is
that of a negotiation, or of a measure when no negotiation has it.

Examples:
  parley log                                           the latest 20 events
  parley log in-us-bta --first 5
  parley log measure/us-recip-in --type MeasureAmended
  parley log --first 100 --json | jq -r '.[].summary'`;

/** The stream that a name means. Throws {@link CliError} when the log has none. */
async function streamOf(parley: Parley, name: string): Promise<string> {
  const streams = (await parley.log.streams()).map(({ stream }) => stream);
  const meant = name.includes('/') ? [name] : [`negotiation/${name}`, `measure/${name}`];
  const found = meant.find((stream) => streams.includes(stream));
  if (found !== undefined) return found;
  throw new CliError(
    `There is no stream ${JSON.stringify(name)} in the log. "parley state" lists the negotiations.`,
  );
}

function typesOf(names: readonly string[] | undefined): EventFilter['types'] {
  return names?.map((name) => {
    if (isEventType(name)) return name;
    throw new CliError(
      `There is no event type ${JSON.stringify(name)}. The types are ${EVENT_TYPES.join(', ')}.`,
    );
  });
}

async function latest(parley: Parley, filter: EventFilter, first: number): Promise<AnyEvent[]> {
  const list = await parley.eventList(filter);
  const events: AnyEvent[] = [];
  for await (const page of list.pages({ backwards: true }, Math.min(first, 500))) {
    events.push(...page);
    if (events.length >= first) break;
  }
  return events.slice(0, first);
}

function eventsText(events: readonly SummarizedEvent[]): string {
  const layout = new TextLayout(wantsColour());
  for (const event of events) {
    layout.line(`${event.position} ${event.occurred} ${typeWords(event.type)}, ${event.stream}`, {
      tone: 'bold',
    });
    layout.line(`${event.summary}  ${sourceText(event)}`, { label: '  ' });
  }
  return layout.toString();
}

export const logCommand = (): Command =>
  new Command('log')
    .argument('[name]', 'only the history of this negotiation, measure or stream')
    .addOption(logOption())
    .option('--first <n>', `how many, up to ${MAX_EVENTS}`, upTo(MAX_EVENTS), 20)
    .option('--type <type>', 'only events of this type; may be repeated', collect)
    .option('--json', 'print JSON, with the names of the GraphQL schema')
    .addHelpText('after', HELP)
    .action((name: string | undefined, { log, first, type, json }: Options) =>
      withReadonlyLog(log, async (parley) => {
        const types = typesOf(type);
        const streams = name === undefined ? undefined : [await streamOf(parley, name)];
        const events = await parley.descriptions.summarized(
          await latest(parley, { types, streams }, first),
        );
        if (json) await printJson(events.map(eventJson));
        else if (events.length === 0) console.error('No event matches.');
        else await print(eventsText(events));
      }),
    );
