/** Changes of the page's assumptions: add and remove hypothetical events, leave out recorded ones. */
import { useCallback } from 'react';
import type { Assumptions, EventInput } from '../../generated/graphql.js';
import { readAssumptions, setAssumptions } from './assumptions.js';

const currentAssumptions = (): Assumptions => readAssumptions(location.search).assumptions ?? {};

/** A function that adds a hypothetical event, then calls `onAdded`. */
export function useAddAssumedEvent(onAdded: () => void): (event: EventInput) => void {
  return useCallback(
    (event) => {
      const { without, with: events } = currentAssumptions();
      setAssumptions({ ...(without && { without }), with: [...(events ?? []), event] });
      onAdded();
    },
    [onAdded],
  );
}

/** Removes the hypothetical event at an index. */
export function removeAssumedEvent(index: number): void {
  const { without, with: events } = currentAssumptions();
  const rest = (events ?? []).filter((_, other) => other !== index);
  setAssumptions({ ...(without && { without }), ...(rest.length > 0 && { with: rest }) });
}

/** Leaves a recorded event out of the page's view, or includes it again. */
export function excludeEvent(id: string, excluded: boolean): void {
  const { without, with: events } = currentAssumptions();
  const others = (without ?? []).filter((other) => other !== id);
  const ids = excluded ? [...others, id] : others;
  setAssumptions({ ...(ids.length > 0 && { without: ids }), ...(events && { with: events }) });
}
