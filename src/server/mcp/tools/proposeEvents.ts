/** `propose_events`: events for a person to accept or reject, each on the words of a text. */
import { z } from 'zod';
import { slug, source } from '../../../../events/envelope.js';
import { StoredQuery } from '../../responses/storedQuery.js';
import { BriefText, briefStructure } from '../brief.js';
import { defineTool, ToolRefusal } from '../tool.js';
import { detail } from './shared.js';

interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly stream: string | null;
  readonly occurred: string | null;
  readonly needs: readonly string[];
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  readonly findings: readonly { readonly message: string }[];
  readonly duplicates: readonly { readonly id: string; readonly summary: string }[];
}

interface Answer {
  readonly proposeEvents: {
    readonly __typename: string;
    readonly message?: string;
    readonly problems?: readonly { readonly path: string; readonly message: string }[];
    readonly proposals?: readonly Proposed[];
    readonly notUnderstood?: readonly { readonly words: string; readonly reason: string }[];
  };
}

const MUTATION = new StoredQuery<Answer>(`mutation mcpPropose($input: ProposeEventsInput!) {
  proposeEvents(input: $input) {
    __typename
    ... on Error { message }
    ... on ValidationError { problems { path message } }
    ... on ProposeEventsSuccess {
      proposals { id type stream occurred needs problems { path message } findings { message } duplicates { id summary } }
      notUnderstood { words reason }
    }
  }
}`);

const words = z
  .string()
  .min(1)
  .max(4_000)
  .describe('The words of the text, letter for letter; they must stand there once.');

const draft = z.strictObject({
  type: z.string().max(100).describe('The type of the event, such as RoundHeld.'),
  stream: z.string().max(200).describe('Such as negotiation/in-us-bta.').optional(),
  occurred: z.string().max(100).describe('When it happened, EDTF.').optional(),
  data: z.record(z.string(), z.unknown()).describe('The data of the event.'),
  spans: z
    .record(z.string().max(200), z.union([words, z.array(words).min(1).max(20)]))
    .describe('By path (occurred, data.rate, type): the words of the text that the field rests on.')
    .optional(),
  needs: z.array(z.string().max(200)).max(50).describe('Fields the text does not give.').optional(),
});

type GivenDraft = z.output<typeof draft>;

const toInput = ({ spans = {}, ...rest }: GivenDraft) => ({
  ...rest,
  spans: Object.entries(spans).flatMap(([path, quotes]) =>
    [quotes].flat().map((quote) => ({ path, quote })),
  ),
});

export const proposeEvents = defineTool({
  name: 'propose_events',
  title: 'Propose events',
  description:
    'Proposes events found in a text, for a person to accept or reject; records nothing. Each date, number, rate, party and quote is read again from the words it rests on and refused where they differ; leave out what the text does not give. Without drafts, rules for English read the text.',
  keeps: true,
  input: z.strictObject({
    text: z.string().min(1).max(200_000).describe('The text of the report.'),
    drafts: z.array(draft).min(1).max(50).describe('The events.').optional(),
    day: z
      .string()
      .max(10)
      .describe('The day of the report, such as 2025-11-05; relative dates are counted from it.')
      .optional(),
    negotiation: slug().describe('The negotiation that the text is about.').optional(),
    source: source.describe('Who published the text.').optional(),
    dryRun: z.boolean().describe('Checks everything and keeps nothing.').optional(),
    detail,
  }),
  async run(context, { drafts, source: from, detail: how, ...rest }) {
    const input = {
      ...rest,
      ...(drafts && { drafts: drafts.map(toInput) }),
      ...(from && { sources: [from] }),
    };
    const { proposeEvents: result } = await context.ask(MUTATION, { input });
    if (!result.proposals)
      throw new ToolRefusal(
        [
          result.message,
          ...(result.problems ?? []).map((each) => `${each.path} ${each.message}`),
        ].join('\n'),
      );
    const { proposals, notUnderstood = [] } = result;
    const full = how === 'full';
    const state = rest.dryRun ? 'would be proposed' : 'proposed; a person decides';
    const text = new BriefText(full).line(
      `${proposals.length} ${proposals.length === 1 ? 'event' : 'events'} ${state}.`,
    );
    for (const { id, type, stream, occurred, needs, problems, findings, duplicates } of proposals) {
      text.line(
        `- ${type} in ${stream ?? 'a stream to be named'}, ${occurred ?? 'no date in the text'} (${id})`,
      );
      if (needs.length > 0) text.line(`  needs: ${needs.join(', ')}`);
      for (const { path, message } of problems)
        if (!needs.includes(path)) text.line(`  not yet: ${path} ${message}`);
      for (const { message } of findings) text.line(`  to check: ${message}`);
      for (const { id: event, summary } of duplicates)
        text.line(`  may be on record already: ${summary} (event ${event})`);
    }
    for (const { words: sentence, reason } of notUnderstood)
      text.line(`- not understood (${reason}): ${sentence}`);
    return {
      text: text.toString(),
      structured: briefStructure({ proposals, notUnderstood }, full),
    };
  },
});
