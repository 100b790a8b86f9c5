/** What an event would change: the figures of negotiations with and without it, before it is recorded. */
import { type GraphqlClient, GraphqlError } from '../../../../api/client/client.js';
import { type Assumptions, ConsequencesDocument } from '../../../../generated/graphql.js';
import {
  compareFigures,
  type FigureDifference,
  type NegotiationSummary,
} from '../../../../lib/words/figures.js';
import { problemWords } from '../../../../lib/words/findingWords.js';
import type { EntrySuggestions } from '../../fields/entrySuggestions.js';
import type { FieldProblem } from '../../model/formValues.js';

export interface Consequences {
  readonly slug: string;
  readonly title: string;
  readonly differences: readonly FigureDifference[];
}

/** Negotiations compared when an event names none: a measure may affect any of them. */
const MAX_COMPARED = 12;

const NEGOTIATION = 'negotiation/';

/** Slugs of the negotiations whose figures an event in these streams may change. */
export function affectedNegotiations(
  streams: readonly string[],
  page: string | undefined,
  { negotiations }: EntrySuggestions,
): readonly string[] {
  const slugsOfStreams = [...streams, page ?? '']
    .filter((stream) => stream.startsWith(NEGOTIATION))
    .map((stream) => stream.slice(NEGOTIATION.length));
  const slugs = new Set(slugsOfStreams);
  // A measure or a ruling may affect every negotiation between the countries it applies to.
  if (streams.some((stream) => !stream.startsWith(NEGOTIATION)))
    for (const { value } of negotiations.slice(0, MAX_COMPARED)) slugs.add(value);
  return [...slugs];
}

/**
 * Compares negotiations as recorded and under assumptions: two queries for each. Throws the server's
 * `GraphqlError` when the assumptions are refused.
 */
export async function fetchConsequences(
  client: GraphqlClient,
  slugs: readonly string[],
  assumptions: Assumptions,
): Promise<readonly Consequences[]> {
  return Promise.all(
    slugs.map(async (slug) => {
      const [recorded, hypothetical] = await Promise.all([
        fetchSnapshot(client, slug, null),
        fetchSnapshot(client, slug, assumptions),
      ]);
      const title = hypothetical?.title ?? recorded?.title ?? slug;
      return { slug, title, differences: compareFigures(recorded, hypothetical) };
    }),
  );
}

async function fetchSnapshot(
  client: GraphqlClient,
  slug: string,
  assumptions: Assumptions | null,
): Promise<NegotiationSummary | null> {
  const { data, error } = await client.query(ConsequencesDocument, { slug, assuming: assumptions });
  if (error) throw error;
  return data?.negotiation ?? null;
}

/** The server's problems with assumptions, at the paths of the form; empty where it accepts them. */
export async function fetchAssumptionProblems(
  client: GraphqlClient,
  slugs: readonly string[],
  assumptions: Assumptions,
): Promise<readonly FieldProblem[]> {
  try {
    await Promise.all(slugs.map((slug) => fetchSnapshot(client, slug, assumptions)));
    return [];
  } catch (error) {
    if (!(error instanceof GraphqlError)) throw error;
    const [first] = error.graphqlErrors;
    const problems = first?.extensions?.['problems'] as readonly FieldProblem[] | undefined;
    return (
      problems?.map(({ path, message }) => ({
        path: path.replace(/^assuming\.with\[\d+\]\.?/, ''),
        message: problemWords(message),
      })) ?? [
        { path: '', message: first?.message ?? 'The server could not be reached. Try again.' },
      ]
    );
  }
}
