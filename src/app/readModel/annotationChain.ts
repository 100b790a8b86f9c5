/** Annotations: the events that correct, retract or add sources to other events. */
import type { AnyEvent } from '../../../events/catalogue.js';
import type { EventLog } from '../../log/core/eventLog.js';

/**
 * All annotations of these events, and the annotations of those, in log order. An annotation is
 * listed once for each of the given events that it is about. One query per level of annotation.
 */
export async function annotationChain(
  log: EventLog,
  ids: readonly string[],
): Promise<readonly AnyEvent[]> {
  const chain: AnyEvent[] = [];
  for (let targets = ids; targets.length > 0;) {
    const annotations = await log.byTarget(targets);
    chain.push(...annotations);
    targets = annotations.map(({ id }) => id);
  }
  return chain.sort((a, b) => a.position - b.position);
}
