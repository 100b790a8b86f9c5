/** `where_things_stand`: the negotiations on record, or one of them at a view. */
import { z } from 'zod';
import { BriefText, briefStructure } from '../brief.js';
import { type Answer, defineTool, type ToolContext, ToolRefusal, type ViewOf } from '../tool.js';
import { StoredQuery } from '../../responses/storedQuery.js';
import {
  asOf,
  type Cause,
  CAUSE,
  causeOf,
  causeText,
  clocks,
  detail,
  negotiation,
  possibly,
  VIEW,
  viewText,
  words,
} from './shared.js';

interface Stand {
  readonly value: string;
  readonly since: string;
  readonly certainty: string;
  readonly setBy: Cause;
}

interface Listed {
  readonly slug: string;
  readonly title: string;
  readonly view: ViewOf;
  readonly parties: readonly { readonly code: string; readonly name: string }[];
  readonly phase: Stand;
  readonly activity: Stand & { readonly scope: string | null };
}

const LISTED = `slug title ${VIEW} parties { code name }
  phase { value since certainty setBy ${CAUSE} }
  activity { value scope since certainty setBy ${CAUSE} }`;

const LIST = new StoredQuery<{ negotiations: { nodes: readonly Listed[] } }>(
  `query mcpNegotiations($asOf: AsOf) { negotiations(asOf: $asOf, first: 200) { nodes { ${LISTED} } } }`,
);

export interface Standing extends Listed {
  readonly rtaStatus: string;
  readonly roundsCompleted: {
    readonly reported: number | null;
    readonly counted: number;
    readonly disputed: boolean;
  };
  readonly rounds: readonly {
    readonly number: number | null;
    readonly dates: string;
    readonly place: string | null;
    readonly status: string;
    readonly setBy: Cause;
  }[];
  readonly targets: readonly {
    readonly slug: string;
    readonly what: string;
    readonly due: string;
    readonly status: string;
    readonly setBy: Cause;
  }[];
  readonly agreements: readonly {
    readonly slug: string;
    readonly title: string;
    readonly status: string;
    readonly since: string | null;
    readonly inForceFrom: string | null;
    readonly certainty: string;
  }[];
  readonly latestEvent: Cause | null;
  readonly checkedThrough: { readonly date: string } | null;
}

export const STANDING = `${LISTED} rtaStatus
  roundsCompleted { reported counted disputed }
  rounds { number dates place status setBy ${CAUSE} }
  targets { slug what due status setBy ${CAUSE} }
  agreements { slug title status since inForceFrom certainty }
  latestEvent ${CAUSE}
  checkedThrough { date }`;

const ONE = new StoredQuery<{ negotiation: Standing | null }>(
  `query mcpNegotiation($slug: String!, $asOf: AsOf) { negotiation(slug: $slug, asOf: $asOf) { ${STANDING} } }`,
);

const stand = ({ value, since, certainty, setBy }: Stand) => ({
  value,
  since,
  certainty,
  setBy: causeOf(setBy),
});

async function list(context: ToolContext, given: object, full: boolean): Promise<Answer> {
  const { negotiations } = await context.ask(LIST, { asOf: asOf(given) });
  const { nodes } = negotiations;
  const text = new BriefText(full).line(
    nodes.length === 0
      ? 'No negotiation on record had begun at this view.'
      : `${nodes.length} negotiations on record:`,
  );
  for (const { slug, title, phase, activity, parties } of nodes)
    text.line(
      `- ${slug}: ${title}, between ${parties.map(({ name }) => name).join(', ')}. ${possibly(phase.certainty)}${words(phase.value)} since ${phase.since}; talks ${words(activity.value)}.`,
    );
  const structured = {
    negotiations: nodes.map(({ slug, title, view, phase, activity, parties }) => ({
      slug,
      title,
      parties: parties.map(({ code }) => code),
      phase: { value: phase.value, since: phase.since, certainty: phase.certainty },
      activity: activity.value,
      link: context.link(slug, view),
    })),
  };
  return { text: text.toString(), structured: briefStructure(structured, full) };
}

/** The negotiation as words and structure. */
export function standingAnswer(
  context: ToolContext,
  found: Standing,
  full: boolean,
  opening?: string,
): Answer {
  const { slug, title, view, phase, activity, parties, roundsCompleted, rounds } = found;
  const link = context.link(slug, view);
  const { reported, counted, disputed } = roundsCompleted;
  const text = new BriefText(full);
  if (opening !== undefined) text.line(opening);
  text
    .line(`${title} (${slug}), between ${parties.map(({ name }) => name).join(', ')}.`)
    .line(viewText(view))
    .line(
      `Phase: ${possibly(phase.certainty)}${words(phase.value)} since ${phase.since}: ${causeText(phase.setBy)}`,
    )
    .line(
      `Talks: ${possibly(activity.certainty)}${words(activity.value)}${activity.scope === null ? '' : ` (${words(activity.scope)})`} since ${activity.since}: ${causeText(activity.setBy)}`,
    )
    .line(
      `Rounds: ${reported === null ? 'no total reported' : `${reported} reported`}, ${counted} counted${disputed ? '; the reports disagree' : ''}.`,
    );
  for (const { title: name, status, since, inForceFrom, certainty } of found.agreements)
    text.line(
      `Agreement: ${name}, ${possibly(certainty)}${words(status)}${since === null ? '' : ` since ${since}`}${inForceFrom === null ? '' : `, in force from ${inForceFrom}`}.`,
    );
  const coming = rounds.filter(({ status }) => status === 'SCHEDULED');
  for (const { number, dates, setBy } of coming)
    text.line(`Planned: round ${number ?? 'without a number'}, ${dates}: ${causeText(setBy)}`);
  for (const { what, due, status, setBy } of found.targets)
    text.line(`Target: ${what}, due ${due}, ${words(status)}: ${causeText(setBy)}`);
  text.line(
    found.latestEvent === null
      ? 'No event on record.'
      : `Newest event: ${causeText(found.latestEvent)}`,
  );
  text.line(
    found.checkedThrough === null
      ? 'Nobody recorded how far the sources were looked through since.'
      : `Sources looked through up to ${found.checkedThrough.date}.`,
  );
  if (link !== undefined) text.line(`Link to this view: ${link}`);
  const structured = {
    slug,
    title,
    view,
    ...(link !== undefined && { link }),
    parties,
    phase: stand(phase),
    activity: { ...stand(activity), scope: activity.scope },
    rtaStatus: found.rtaStatus,
    roundsCompleted,
    agreements: found.agreements,
    rounds: rounds.map(({ setBy, ...round }) => ({ ...round, setBy: setBy.id })),
    targets: found.targets.map(({ setBy, ...target }) => ({ ...target, setBy: setBy.id })),
    latestEvent: found.latestEvent && causeOf(found.latestEvent),
    checkedThrough: found.checkedThrough?.date ?? null,
  };
  return { text: text.toString(), structured: briefStructure(structured, full) };
}

export const notOnRecord = (slug: string): ToolRefusal =>
  new ToolRefusal(
    `No negotiation ${slug} had begun at this view. Call where_things_stand without arguments for those on record.`,
  );

export const whereThingsStand = defineTool({
  name: 'where_things_stand',
  title: 'Where things stand',
  description:
    'Where a negotiation stood on a date, since when, and who says so: phase, talks, rounds, agreements, targets. Without a name, lists the negotiations on record. What is not on record is said, never assumed.',
  input: z.strictObject({ negotiation: negotiation.optional(), ...clocks, detail }),
  async run(context, { negotiation: slug, detail: how, ...given }) {
    const full = how === 'full';
    if (slug === undefined) return list(context, given, full);
    const { negotiation: found } = await context.ask(ONE, { slug, asOf: asOf(given) });
    if (!found) throw notOnRecord(slug);
    return standingAnswer(context, found, full);
  },
});
