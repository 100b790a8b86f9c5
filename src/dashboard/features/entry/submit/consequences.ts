/** What an event would change before it is recorded: the pictures with and without it. */
import { type Client, CombinedError } from '@urql/core';
import { type Assumptions, ConsequencesDocument } from '../../../generated/graphql.js';
import { type Outlook, type Shift, shiftsBetween } from '../../../lib/figures.js';
import type { Recent } from '../fields/recent.js';
import type { Problem } from '../model/values.js';

export interface Consequences {
  readonly slug: string;
  readonly title: string;
  readonly shifts: readonly Shift[];
}

/** Negotiations looked at when an event names none: a measure may bear on any of them. */
const MOST = 12;

const NEGOTIATION = 'negotiation/';

/** The negotiations whose picture an event in these streams may change. */
export function concerned(
  streams: readonly string[],
  page: string | undefined,
  { negotiations }: Recent,
): readonly string[] {
  const named = [...streams, page ?? '']
    .filter((stream) => stream.startsWith(NEGOTIATION))
    .map((stream) => stream.slice(NEGOTIATION.length));
  const slugs = new Set(named);
  // A measure or a ruling bears on every negotiation between those whom it touches.
  if (streams.some((stream) => !stream.startsWith(NEGOTIATION)))
    for (const { value } of negotiations.slice(0, MOST)) slugs.add(value);
  return [...slugs];
}

/** The pictures of some negotiations compared. Throws what the server says of the supposition. */
export async function consequencesOf(
  client: Client,
  slugs: readonly string[],
  assuming: Assumptions,
): Promise<readonly Consequences[]> {
  return Promise.all(
    slugs.map(async (slug) => {
      const [recorded, supposed] = await Promise.all([
        outlook(client, slug, null),
        outlook(client, slug, assuming),
      ]);
      const title = supposed?.title ?? recorded?.title ?? slug;
      return { slug, title, shifts: shiftsBetween(recorded, supposed) };
    }),
  );
}

async function outlook(
  client: Client,
  slug: string,
  assuming: Assumptions | null,
): Promise<Outlook> {
  const { data, error } = await client
    .query(ConsequencesDocument, { slug, assuming }, { requestPolicy: 'network-only' })
    .toPromise();
  if (error) throw error;
  return data?.negotiation ?? null;
}

/** What keeps an event from being supposed, at the paths of its form; empty where nothing does. */
export async function refusalOf(
  client: Client,
  slugs: readonly string[],
  assuming: Assumptions,
): Promise<readonly Problem[]> {
  try {
    await Promise.all(slugs.map((slug) => outlook(client, slug, assuming)));
    return [];
  } catch (error) {
    if (!(error instanceof CombinedError)) throw error;
    const [told] = error.graphQLErrors;
    const named = told?.extensions['problems'] as readonly Problem[] | undefined;
    return (
      named?.map(({ path, message }) => ({
        path: path.replace(/^assuming\.with\[\d+\]\.?/, ''),
        message,
      })) ?? [{ path: '', message: told?.message ?? 'The server could not be reached. Try again.' }]
    );
  }
}
