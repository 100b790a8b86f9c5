/** The feeds: what each path tells of, and how it is written. */
import { z } from 'zod';
import type { AnyEvent } from '../../../../events/catalogue.js';
import { areaName, isArea } from '../../../../events/codes/areas.js';
import { parseEdtf } from '../../../../events/time/edtf.js';
import { streamKind, streamSlug } from '../../../../events/streams.js';
import type { AsOfResult, ChangedEvent, ChangesOf, Parley, View } from '../../../app/parley.js';
import { comingDates } from '../../../domain/history/comingDates.js';
import type { Fact } from '../../../domain/streamState/knowledgeView.js';
import type { NegotiationView } from '../../../domain/negotiation/negotiationView.js';
import { VERSION } from '../../version.js';
import { asOf, clocks, NO_PARAMETERS, party, slugParameter } from '../parameters.js';
import { ATOM_TYPE, type AtomEntry, atomText } from './atom.js';
import { type CalendarDate, calendarEvent, withoutDay } from './comingDates.js';
import { calendarText, ICALENDAR_TYPE, textValue } from './icalendar.js';

/** A request for a feed. */
export interface FeedRequest {
  readonly parley: Parley;
  /** Where the server is: scheme, host and port. */
  readonly origin: string;
  /** Path and query. */
  readonly target: string;
}

/** What is sent. */
export interface FeedText {
  readonly text: string;
  readonly views: readonly View[];
}

type Parameters = Readonly<Record<string, unknown>>;

export interface Feed {
  /** The path as OpenAPI writes it. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly type: string;
  readonly pathParameters: z.ZodObject;
  readonly queryParameters: z.ZodObject;
  /** The feed; undefined where its subject is not known at the view. */
  readonly write: (request: FeedRequest, parameters: Parameters) => Promise<FeedText | undefined>;
}

const MAX_ENTRIES = 500;
const DEFAULT_ENTRIES = 50;

const NOT_A_COUNT = `is not a whole number from 1 to ${MAX_ENTRIES}`;

const atomParameters = z.strictObject({
  ...clocks,
  first: z
    .int(NOT_A_COUNT)
    .min(1, NOT_A_COUNT)
    .max(MAX_ENTRIES, NOT_A_COUNT)
    .describe(`How many entries, from 1 to ${MAX_ENTRIES}; ${DEFAULT_ENTRIES} when absent.`)
    .optional(),
});

const calendarParameters = z.strictObject(clocks);

const slugOf = (what: string) =>
  z.strictObject({ slug: slugParameter(`The name of the ${what}.`) });

interface AtomSubject {
  readonly of: ChangesOf;
  /** The title where the subject has none of its own. */
  readonly title: string;
  readonly page: string;
}

/** The page of a negotiation by the day on which an event had happened; the first page for others. */
function pageOf(origin: string, { stream, also, occurred }: AnyEvent): string {
  const negotiation = [stream, ...also].find((each) => streamKind(each) === 'negotiation');
  if (negotiation === undefined) return `${origin}/`;
  const page = new URL(`/negotiation/${streamSlug(negotiation)}`, origin);
  const { to } = parseEdtf(occurred);
  if (to.kind === 'date') page.searchParams.set('at', to.last);
  if (to.kind === 'instant') page.searchParams.set('at', new Date(to.at).toISOString());
  return page.href;
}

/** With what each says by the names on record when it was recorded. */
async function entriesOf(
  parley: Parley,
  changes: readonly ChangedEvent[],
): Promise<readonly AtomEntry[]> {
  const told = changes.map(({ event, fact, annotations }) => [
    fact ? factEvent(fact) : event,
    ...annotations.map((note) => note.event),
  ]);
  const summaries = await parley.descriptions.summaries(told.flat());
  let next = 0;
  return changes.map((changed, index) => {
    const end = next + (told[index]?.length ?? 0);
    const [summary = '', ...notes] = summaries.slice(next, end);
    next = end;
    return { ...changed, summary, notes };
  });
}

/** An event with its data as corrected. */
const factEvent = ({ event, data }: Fact): AnyEvent => ({ ...event, data }) as AnyEvent;

async function writeAtom(
  { parley, origin, target }: FeedRequest,
  { of, title, page }: AtomSubject,
  parameters: Parameters,
): Promise<FeedText | undefined> {
  const { first = DEFAULT_ENTRIES, ...given } = parameters as z.output<typeof atomParameters>;
  const changes = await parley.changedEvents(of, asOf(given), first);
  if (!changes) return undefined;
  const text = atomText(
    {
      title: changes.title ?? title,
      self: `${origin}${target}`,
      page: `${origin}${page}`,
      version: VERSION,
      entries: await entriesOf(parley, changes.events),
    },
    (event) => pageOf(origin, event),
  );
  return { text, views: [changes.view] };
}

const atom = <Path extends z.ZodObject>(
  path: string,
  operationId: string,
  summary: string,
  pathParameters: Path,
  subject: (parameters: z.output<Path>) => AtomSubject,
): Feed => ({
  path,
  operationId,
  summary: `${summary}, as Atom, the latest change first. A correction updates the entry of its event.`,
  type: ATOM_TYPE,
  pathParameters,
  queryParameters: atomParameters,
  write: (request, parameters) =>
    writeAtom(request, subject(parameters as z.output<Path>), parameters),
});

async function writeCalendar(
  { parley, origin }: FeedRequest,
  title: string,
  results: readonly AsOfResult<NegotiationView>[],
): Promise<FeedText> {
  const log = await nameOfLog(parley);
  const dates = results.flatMap(({ subject }) =>
    comingDates(subject).map((date): CalendarDate => ({
      date,
      title: subject.title,
      page: `${origin}/negotiation/${subject.slug}`,
      log,
    })),
  );
  // A duty between parties to several negotiations is one date.
  const distinct = [...new Map(dates.map((each) => [each.date.key, each])).values()];
  const acts = await parley.descriptions.summaries(
    distinct.map(({ date }) => factEvent(date.setBy)),
  );
  const written = distinct.map((each, index) => ({
    each,
    event: calendarEvent(each, acts[index] ?? ''),
  }));
  const dayless = written.flatMap(({ each, event }) => (event ? [] : [withoutDay(each)]));
  const description = [
    'Rounds, due dates and changes of duties and measures to come, as the record has them.',
    ...(dayless.length === 0 ? [] : [`Without a day: ${dayless.join('; ')}.`]),
  ].join('\n');
  const text = calendarText(
    [
      ['VERSION', '2.0'],
      ['PRODID', `-//Parley//Parley ${VERSION}//EN`],
      ['CALSCALE', 'GREGORIAN'],
      // RFC 7986, and what calendars read before it.
      ['NAME', textValue(`${title}: dates to come`)],
      ['X-WR-CALNAME', textValue(`${title}: dates to come`)],
      ['DESCRIPTION', textValue(description)],
      ['REFRESH-INTERVAL;VALUE=DURATION', 'PT1H'],
    ],
    written.flatMap(({ event }) => (event ? [event] : [])),
  );
  return { text, views: results.map(({ view }) => view) };
}

/** The id of the first event of the log, which every copy of it has. One indexed lookup. */
async function nameOfLog(parley: Parley): Promise<string> {
  for await (const [first] of parley.read({ limit: 1 }, 1)) if (first) return first.id;
  return 'empty';
}

export const FEEDS: readonly Feed[] = [
  atom('/feeds/all.atom', 'feedOfAll', 'What happened', NO_PARAMETERS, () => ({
    of: 'all',
    title: 'All events',
    page: '/',
  })),
  {
    path: '/feeds/all.ics',
    operationId: 'calendarOfAll',
    summary: 'The dates to come of every negotiation, as iCalendar.',
    type: ICALENDAR_TYPE,
    pathParameters: NO_PARAMETERS,
    queryParameters: calendarParameters,
    write: async (request, parameters) =>
      writeCalendar(
        request,
        'All negotiations',
        await request.parley.negotiations(asOf(parameters)),
      ),
  },
  atom(
    '/feeds/measure/{slug}.atom',
    'feedOfMeasure',
    'What happened to one measure',
    slugOf('measure'),
    ({ slug }) => ({ of: { measure: slug }, title: slug, page: '/' }),
  ),
  atom(
    '/feeds/party/{code}.atom',
    'feedOfParty',
    'What happened that concerns one party, by itself or as a member of a group',
    z.strictObject({ code: party('A country, a group, or x- and a slug.') }),
    ({ code }) => ({
      of: { party: code },
      title: isArea(code) ? areaName(code) : code,
      page: `/?party=${code}`,
    }),
  ),
  atom(
    '/feeds/{slug}.atom',
    'feedOfNegotiation',
    'What happened in one negotiation',
    slugOf('negotiation'),
    ({ slug }) => ({
      of: { negotiation: slug },
      title: slug,
      page: `/negotiation/${slug}`,
    }),
  ),
  {
    path: '/feeds/{slug}.ics',
    operationId: 'calendarOfNegotiation',
    summary:
      'The dates to come of one negotiation, as iCalendar: rounds, due dates, duties that will change. A moved date keeps its UID.',
    type: ICALENDAR_TYPE,
    pathParameters: slugOf('negotiation'),
    queryParameters: calendarParameters,
    write: async (request, parameters) => {
      const { slug } = parameters as { slug: string };
      const result = await request.parley.negotiation(slug, asOf(parameters));
      return result && writeCalendar(request, result.subject.title, [result]);
    },
  },
];
