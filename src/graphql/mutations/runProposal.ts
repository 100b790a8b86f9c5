/** What the mutations on proposals share: rights, refusals, and the fields of an event. */
import { type builder } from '../builder.js';
import { EventCertainty } from '../catalogue/event.js';
import { SourceInput } from '../catalogue/eventInput.js';
import type { Permission } from '../../app/commands/permission.js';
import { type Context, permissionOf, type Principal } from '../context.js';
import { forbiddenError, type MutationError, toMutationError } from './mutationErrors.js';

/** Runs what needs a right; a refusal that can be expected is an answer, not an exception. */
export async function runProposal<Success extends object>(
  { principal, cache }: Context,
  may: (principal: Principal) => boolean,
  work: (name: string | undefined, permission: Permission) => Promise<Success>,
): Promise<Success | MutationError> {
  cache.usesCurrentLog();
  if (!may(principal)) return forbiddenError;
  try {
    return await work(principal.name, permissionOf(principal));
  } catch (error) {
    const refusal = toMutationError(error);
    if (refusal) return refusal;
    throw error;
  }
}

export const mayWrite = (principal: Principal): boolean => principal.mayWrite;
export const mayPropose = (principal: Principal): boolean =>
  principal.mayPropose ?? principal.mayWrite;

/** The envelope of an event, of which each field may be left out. */
export const eventFields = (
  t: Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0],
) => ({
  stream: t.string({ description: 'The stream it belongs to, such as negotiation/<slug>.' }),
  also: t.stringList({ description: 'Further streams whose history is to include it.' }),
  occurred: t.field({ type: 'EDTF', description: 'When it happened.' }),
  timeZone: t.string({ description: 'The IANA zone its dates are written in.' }),
  certainty: t.field({ type: EventCertainty, description: 'How firmly it is held.' }),
  sources: t.field({ type: [SourceInput], description: 'Who says so.' }),
});
