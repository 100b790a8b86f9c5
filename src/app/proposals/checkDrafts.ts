/** Checks drafts when they are proposed: their shape, and what they say against their text. */
import { parseEvent, type Problem } from '../../../events/parse.js';
import type { Source } from '../../../events/envelope.js';
import { checkDraft } from '../../domain/drafts/checkDraft.js';
import type { Draft, ReportText } from '../../domain/drafts/draft.js';
import { EventsRefused } from '../errors.js';
import { MAX_DRAFTS, parseDraft, type ProposalBody } from './proposal.js';

/** Codes of problems with an event that a reviewer mends by filling something in. */
const LACKS = new Set(['MISSING', 'UNSOURCED']);

export type CheckedDraft = Pick<ProposalBody, 'event' | 'spans' | 'needs'>;

const isList = (value: Draft | readonly Problem[]): value is readonly Problem[] =>
  Array.isArray(value);

function checkOne(
  input: unknown,
  report: ReportText | undefined,
  sources: readonly Source[] | undefined,
): { readonly problems: readonly Problem[]; readonly checked?: CheckedDraft } {
  const draft = parseDraft(input);
  if (isList(draft)) return { problems: draft };
  const { spans: _spans, needs = [], ...given } = draft;
  const event = { ...given, ...(!given.sources && sources && { sources }) };
  const parsed = parseEvent(event);
  const shape = parsed.ok ? [] : parsed.problems;
  const { problems: mismatches, spans } = checkDraft(draft, report);
  const problems = [...shape.filter(({ code }) => !LACKS.has(code)), ...mismatches];
  if (problems.length > 0) return { problems };
  // The envelope says so only once the rest of it is right.
  const unsourced = !event.sources?.length && event.certainty !== 'INFERRED' ? ['sources'] : [];
  const lacking = [...shape.map(({ path }) => path), ...unsourced];
  return {
    problems,
    checked: {
      event,
      spans: [...spans].flatMap(([path, list]) =>
        list.map(({ start, end }) => ({
          path,
          start,
          end,
          quote: report?.text.slice(start, end) ?? '',
        })),
      ),
      needs: [...new Set([...needs, ...lacking])],
    },
  };
}

/**
 * Checks drafts against the text they rest on. What an event must have and a draft leaves out is
 * named in its needs. Throws `EventsRefused` with every problem; its path begins with `drafts[0]`.
 */
export function checkDrafts(
  inputs: readonly unknown[],
  report: ReportText | undefined,
  sources: readonly Source[] | undefined,
): readonly CheckedDraft[] {
  if (inputs.length === 0 || inputs.length > MAX_DRAFTS)
    throw new EventsRefused([
      {
        path: 'drafts',
        code: 'INVALID',
        message: `holds ${inputs.length} drafts: send 1 to ${MAX_DRAFTS} at a time`,
      },
    ]);
  const results = inputs.map((input) => checkOne(input, report, sources));
  const problems = results.flatMap((result, index) =>
    result.problems.map((problem) => ({
      ...problem,
      path: `drafts[${index}]${problem.path === '' ? '' : `.${problem.path}`}`,
    })),
  );
  if (problems.length > 0) throw new EventsRefused(problems);
  return results.flatMap(({ checked }) => checked ?? []);
}
