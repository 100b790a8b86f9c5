/** Fills in what becomes known while someone types: values entered before may imply others by then. */
import { useEffect, useRef } from 'react';
import { eventTypeOf } from '../model/formSchema.js';
import type { FormValues } from '../model/formValues.js';
import { type FormKnowledge, impliedValues, withImplied } from '../model/implied.js';
import type { DraftState } from './useDraft.js';

/** `onFilled` must be stable; it receives the paths that were filled in. */
export function useLateKnowledge(
  { latest, update }: Pick<DraftState, 'latest' | 'update'>,
  knowledge: FormKnowledge,
  enabled: boolean,
  onFilled: (paths: readonly string[]) => void,
): void {
  const known = useRef(knowledge);
  useEffect(() => {
    const { type, values } = latest.current;
    const impliedBy = (by: FormKnowledge) => (each: FormValues) =>
      impliedValues(eventTypeOf(type ?? ''), each, by);
    const before = impliedBy(known.current);
    known.current = knowledge;
    if (!enabled) return;
    const next = withImplied(values, values, '', impliedBy(knowledge), before);
    if (next.filled.length === 0) return;
    update({ values: next.values });
    onFilled(next.filled);
  }, [enabled, knowledge, latest, onFilled, update]);
}
