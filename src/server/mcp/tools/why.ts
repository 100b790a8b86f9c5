/** `why`: every value of one figure, and who says so. */
import { z } from 'zod';
import { StoredQuery } from '../../responses/storedQuery.js';
import { BriefText, briefStructure } from '../brief.js';
import { defineTool, type ViewOf } from '../tool.js';
import {
  asOf,
  type Cause,
  CAUSE,
  causeOf,
  causeText,
  clocks,
  detail,
  negotiation,
  valueText,
  VIEW,
  viewText,
} from './shared.js';
import { notOnRecord } from './whereThingsStand.js';

interface Explanation {
  readonly value: unknown;
  readonly current: boolean;
  readonly certainty: string;
  readonly setBy: Cause;
  readonly alsoBy: readonly { readonly id: string }[];
}

const QUERY = new StoredQuery<{
  negotiation: { title: string; view: ViewOf; explain: readonly Explanation[] } | null;
}>(`query mcpExplain($slug: String!, $asOf: AsOf, $path: String!) {
  negotiation(slug: $slug, asOf: $asOf) {
    title
    ${VIEW}
    explain(path: $path) { value current certainty setBy ${CAUSE} alsoBy { id } }
  }
}`);

export const why = defineTool({
  name: 'why',
  title: 'Why',
  description:
    'Every value that one figure of a negotiation has had up to a date, with the event, source and certainty behind each, conflicting reports included. Paths are those of what_changed, such as phase, roundsCompleted.reported, targets.first-tranche.due or duties.US-IN.total.',
  input: z.strictObject({
    negotiation,
    path: z.string().min(1).max(300).describe('The path of the figure, such as phase.'),
    ...clocks,
    detail,
  }),
  async run(context, { negotiation: slug, path, detail: how, ...given }) {
    const full = how === 'full';
    const { negotiation: found } = await context.ask(QUERY, { slug, path, asOf: asOf(given) });
    if (!found) throw notOnRecord(slug);
    const { title, view, explain } = found;
    const link = context.link(slug, view);
    const text = new BriefText(full).line(`${path} of ${title}. ${viewText(view)}`);
    const current = explain.filter((value) => value.current);
    const past = explain.filter((value) => !value.current).reverse();
    if (current.length === 0) text.line('Nothing on record holds at this view.');
    for (const { value, setBy } of current)
      text.line(`Holds: ${valueText(value)}: ${causeText(setBy)}`);
    for (const { value, setBy } of past)
      text.line(`Earlier or otherwise reported: ${valueText(value)}: ${causeText(setBy)}`);
    if (link !== undefined) text.line(`Link to this view: ${link}`);
    const part = ({ value, setBy, alsoBy }: Explanation) => ({
      value,
      setBy: causeOf(setBy),
      alsoBy: alsoBy.map(({ id }) => id),
    });
    const structured = {
      negotiation: slug,
      path,
      view,
      ...(link !== undefined && { link }),
      current: current.map(part),
      past: past.map(part),
    };
    return { text: text.toString(), structured: briefStructure(structured, full) };
  },
});
