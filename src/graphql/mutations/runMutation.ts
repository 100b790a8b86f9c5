/** What every mutation does: record, and answer with what was recorded or why nothing was. */
import type { AnyEvent } from '../../../events/catalogue.js';
import type { Permission } from '../../app/commands/permission.js';
import type { AppendResult } from '../../app/parley.js';
import { builder } from '../builder.js';
import { type Context, permissionOf } from '../context.js';
import { EventRef } from '../catalogue/event.js';
import { negotiationNode, NegotiationRef } from '../types/negotiation/negotiation.js';
import {
  forbiddenError,
  type MutationError,
  toMutationError,
  mutationErrorRefs,
} from './mutationErrors.js';
import { FindingRef } from '../types/negotiation/targets.js';

export interface MutationSuccess extends AppendResult {
  readonly dryRun: boolean;
}

/** Runs what records, under the name and the permission of the caller; a refusal that can be expected is an answer, not an exception. */
export async function runMutation(
  { principal, cache }: Context,
  dryRun: boolean | null | undefined,
  append: (recordedBy: string | undefined, permission: Permission) => Promise<AppendResult>,
): Promise<MutationSuccess | MutationError> {
  cache.usesCurrentLog();
  if (!principal.mayWrite) return forbiddenError;
  try {
    return { ...(await append(principal.name, permissionOf(principal))), dryRun: dryRun ?? false };
  } catch (error) {
    const refusal = toMutationError(error);
    if (refusal) return refusal;
    throw error;
  }
}

/** The first negotiation in whose history the events appear. */
const negotiationOf = (events: readonly AnyEvent[]): string | undefined =>
  events
    .flatMap(({ stream, also }) => [stream, ...also])
    .find((stream) => stream.startsWith('negotiation/'));

/** The result of a mutation: its own success, or one of the refusals they all share. */
export function resultType(prefix: string) {
  const success = builder.objectRef<MutationSuccess>(`${prefix}Success`).implement({
    description: 'The events were recorded; in a dry run, they would be.',
    fields: (t) => ({
      events: t.expose('events', {
        type: [EventRef],
        description: 'The events as recorded, in the order sent.',
      }),
      negotiation: t.field({
        type: NegotiationRef,
        nullable: true,
        description:
          'The first negotiation they concern, as of now; null when there is none, and in a dry run.',
        resolve: async ({ events, dryRun }, _, context) => {
          const stream = dryRun ? undefined : negotiationOf(events);
          const slug = stream?.slice('negotiation/'.length);
          const viewed =
            slug === undefined ? undefined : await context.parley.negotiationOutline(slug);
          return viewed && negotiationNode(context, viewed);
        },
      }),
      findings: t.field({
        type: [FindingRef],
        description: 'Warnings: findings that the events bring about.',
        resolve: (recorded) => recorded.findings(),
      }),
      repeated: t.exposeBoolean('repeated', {
        description: 'Whether an earlier append with the same key recorded them.',
      }),
    }),
  });
  return builder.unionType(`${prefix}Result`, {
    description: 'The recorded events, or why nothing was recorded.',
    types: [success, ...mutationErrorRefs],
    resolveType: (result) => ('__typename' in result ? result.__typename : `${prefix}Success`),
  });
}
