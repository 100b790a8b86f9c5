/** Adding to what a page supposes, and taking from it. */
import { useCallback } from 'react';
import type { Assumptions, EventInput } from '../../generated/graphql.js';
import { readAssuming, suppose } from './assumptions.js';

const now = (): Assumptions => readAssuming(location.search).assuming ?? {};

/** Supposes a further event, then calls `then`. */
export function useSupposing(then: () => void): (event: EventInput) => void {
  return useCallback(
    (event) => {
      const { without, with: events } = now();
      suppose({ ...(without && { without }), with: [...(events ?? []), event] });
      then();
    },
    [then],
  );
}

/** Supposes no longer the event that was added at a place. */
export function unsuppose(index: number): void {
  const { without, with: events } = now();
  const rest = (events ?? []).filter((_, at) => at !== index);
  suppose({ ...(without && { without }), ...(rest.length > 0 && { with: rest }) });
}

/** Switches an event off, or on again. */
export function switchOff(id: string, off: boolean): void {
  const { without, with: events } = now();
  const others = (without ?? []).filter((each) => each !== id);
  const absent = off ? [...others, id] : others;
  suppose({ ...(absent.length > 0 && { without: absent }), ...(events && { with: events }) });
}
