/** `what_changed`: a negotiation at two views, by the events that made the difference. */
import { z } from 'zod';
import { StoredQuery } from '../../responses/storedQuery.js';
import { BriefText, briefStructure } from '../brief.js';
import { defineTool, type ViewOf } from '../tool.js';
import {
  type Cause,
  CAUSE,
  causeOf,
  causeText,
  clocks,
  detail,
  negotiation,
  valueText,
} from './shared.js';
import { notOnRecord } from './whereThingsStand.js';
import { timePoint } from '../../responses/timePoint.js';

interface Change {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly causedBy: readonly Cause[];
}

interface Diff {
  readonly from: ViewOf;
  readonly to: ViewOf;
  readonly changes: readonly Change[];
}

const QUERY = new StoredQuery<{
  negotiation: { title: string; diff: Diff } | null;
}>(`query mcpDiff($slug: String!, $from: AsOf, $to: AsOf!) {
  negotiation(slug: $slug, asOf: $from) {
    title
    diff(to: $to) { from { at knownAt publicAt } to { at knownAt publicAt } changes { path before after causedBy ${CAUSE} } }
  }
}`);

const reversed = ({ from, to, changes }: Diff): Diff => ({
  from: to,
  to: from,
  changes: changes.map(({ before, after, ...change }) => ({
    ...change,
    before: after,
    after: before,
  })),
});

/** The changes under the event that caused each, those of one event together. */
function byCause(changes: readonly Change[]) {
  const groups = new Map<string, { cause: Cause | undefined; changes: Change[] }>();
  for (const change of changes) {
    const [cause] = change.causedBy;
    const key = cause?.id ?? '';
    const group = groups.get(key) ?? { cause, changes: [] };
    group.changes.push(change);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) =>
    (b.cause?.occurred ?? '').localeCompare(a.cause?.occurred ?? ''),
  );
}

/** Paths shown for one event in a brief answer. */
const PATHS = 4;

export const whatChanged = defineTool({
  name: 'what_changed',
  title: 'What changed',
  description:
    'What differs in a negotiation between two dates (or, with knownAt and toKnownAt, what was learnt later about them), by the events that made the difference, the latest first.',
  input: z.strictObject({
    negotiation,
    from: timePoint('The earlier date or instant.'),
    to: timePoint('The later date or instant; now when absent.').optional(),
    knownAt: clocks.knownAt,
    toKnownAt: timePoint(
      'The same for the later view; all that is known now when absent.',
    ).optional(),
    detail,
  }),
  async run(context, { negotiation: slug, from, to, knownAt, toKnownAt, detail: how }) {
    const full = how === 'full';
    const earlier = { at: from, knownAt };
    const later = { at: to, knownAt: toKnownAt };
    const { negotiation: found } = await context.ask(QUERY, { slug, from: earlier, to: later });
    // What had not begun at the earlier view is compared from the later one.
    const { negotiation: begun } = found
      ? { negotiation: found }
      : await context.ask(QUERY, { slug, from: later, to: earlier });
    if (!begun) throw notOnRecord(slug);
    const { title } = begun;
    const diff = found ? found.diff : reversed(begun.diff);
    const groups = byCause(diff.changes);
    const link = context.link(slug, diff.to);
    const text = new BriefText(full).line(
      groups.length === 0
        ? `Nothing on record differs in ${title} between ${diff.from.at} and ${diff.to.at}.`
        : `${title}, between ${diff.from.at} and ${diff.to.at}:`,
    );
    for (const { cause, changes } of groups) {
      text.line(`- ${cause ? causeText(cause) : 'By the passing of time alone'}`);
      for (const { path, before, after } of full ? changes : changes.slice(0, PATHS))
        text.line(`    ${path}: ${valueText(before)} -> ${valueText(after)}`);
      if (!full && changes.length > PATHS)
        text.line(`    and ${changes.length - PATHS} more paths`);
    }
    if (link !== undefined) text.line(`Link to the later view: ${link}`);
    const structured = {
      negotiation: slug,
      from: diff.from,
      to: diff.to,
      ...(link !== undefined && { link }),
      causes: groups.map(({ cause, changes }) => ({
        setBy: cause ? causeOf(cause) : null,
        changes: changes.map(({ path, before, after }) => ({ path, before, after })),
      })),
    };
    return { text: text.toString(), structured: briefStructure(structured, full) };
  },
});
