/** The state of an entry form and its actions, from the first letter typed to the recorded event. */
import { useCallback, useMemo, useRef, useState } from 'react';
import { useGraphqlClient } from '../../../api/client/apiProvider.js';
import type { EventInput } from '../../../generated/graphql.js';
import { affectedNegotiations, fetchAssumptionProblems } from './preview/consequences.js';
import { isOnRecord, todayIn, useFormZone } from '../dates/formZone.js';
import { carriedSources, newSources } from '../model/carriedSources.js';
import { deleteDraft, newIdempotencyKey, rememberSources } from '../model/draft.js';
import { useFormKnowledge } from '../fields/formKnowledge.js';
import { eventTypeOf, inputFields } from '../model/formSchema.js';
import { impliedValues, withImplied } from '../model/implied.js';
import { remember } from '../model/memory.js';
import type { EntryPreset, EntryPurpose } from '../../../ui/openEntryForm.js';
import { isWithin, setValueAt, valueAt } from '../model/formPaths.js';
import type { EntrySuggestions } from '../fields/entrySuggestions.js';
import { type PreparedRequest, prepareRequest, streamName } from './entryRequest.js';
import { previewParts } from './preview/previewParts.js';
import { EDITING, NO_PARTS, stateAfter, type SubmitMode, type SubmitState } from './submitState.js';
import type { TargetEvent } from '../model/targetEvent.js';
import { useDraft } from './useDraft.js';
import { useLateKnowledge } from './useLateKnowledge.js';
import { useExpectedRevisions } from './useExpectedRevisions.js';
import {
  withoutBlankEntries,
  isBlank,
  type FieldProblem,
  type FieldValue,
  type FormValues,
} from '../model/formValues.js';
import { type Conflict, submit as submitRequest } from './submit.js';

interface EntryOptions {
  readonly purpose: EntryPurpose;
  readonly suggestions: EntrySuggestions;
  readonly target: TargetEvent | null;
  /** The values of a form that nothing was typed into. */
  readonly initial: FormValues;
  /** The stream of the page from which the form was opened. */
  readonly pageStream: string | undefined;
  readonly onRecorded: () => void;
  /** Receives a hypothetical event, which is not recorded. */
  readonly onHypothetical: (event: EventInput) => void;
}

type Prepared = Extract<PreparedRequest, { request: unknown }>;

export function useEntry(options: EntryOptions) {
  const { purpose, suggestions, target, initial, pageStream } = options;
  const { onRecorded, onHypothetical } = options;
  const client = useGraphqlClient();
  const { draft, latest, update, replace } = useDraft(purpose, initial);
  const [submitState, setSubmitState] = useState<SubmitState>(EDITING);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  /** The paths of values that the form filled in itself. */
  const [filled, setFilled] = useState<readonly string[]>([]);
  const busy = useRef(false);
  const formStream = streamName(draft.type, draft.values['stream']);
  const knowledge = useFormKnowledge(formStream, pageStream, suggestions);
  const { parties } = knowledge;
  const stream = target?.stream ?? formStream;
  const zone = useFormZone(
    target ? { timeZone: target.timeZone ?? '' } : draft.values,
    stream,
    target !== null || isOnRecord(stream, pageStream, suggestions),
  );
  const today = useMemo(() => todayIn(zone), [zone]);
  const noteFilled = useCallback(
    (paths: readonly string[]) => setFilled((current) => [...new Set([...current, ...paths])]),
    [],
  );
  const ofDraft = useMemo(() => ({ latest, update }), [latest, update]);
  useLateKnowledge(ofDraft, knowledge, target === null, noteFilled);
  const lookUpRevision = useExpectedRevisions(
    ofDraft,
    target?.stream ?? pageStream,
    target?.stream ?? formStream,
  );

  /** A change of the form makes its preview outdated. */
  const edit = useCallback(
    (change: Parameters<typeof update>[0]) => {
      update(change);
      setSubmitState((current) =>
        current.status === 'recorded' || current.status === 'submitting' ? current : EDITING,
      );
    },
    [update],
  );
  const change = useCallback(
    (path: string, value: FieldValue | undefined) => {
      const { type, values } = latest.current;
      const eventType = target ? undefined : eventTypeOf(type ?? '');
      const next = withImplied(values, setValueAt(values, path, value), path, (each) =>
        impliedValues(eventType, each, knowledge),
      );
      edit({ values: next.values });
      setFilled((current) =>
        [...new Set([...current, ...next.filled])].filter((at) => at !== path),
      );
      const isMended = (problem: FieldProblem) =>
        [path, ...next.filled].some(
          (at) => isWithin(problem.path, at) || isWithin(at, problem.path),
        );
      setProblems((current) => current.filter((problem) => !isMended(problem)));
    },
    [edit, knowledge, latest, target],
  );
  /** Fills in what is blank, as the form does by itself. */
  const fill = useCallback(
    (values: ReadonlyMap<string, string>) => {
      const blank = [...values].filter(([path]) => isBlank(valueAt(latest.current.values, path)));
      for (const [path, value] of blank) change(path, value);
      noteFilled(blank.map(([path]) => path));
    },
    [change, latest, noteFilled],
  );
  const choose = useCallback(
    (type: string | null) => {
      setProblems([]);
      edit({ type });
    },
    [edit],
  );

  const affected = useCallback(
    ({ streams }: Prepared) => affectedNegotiations(streams, pageStream, suggestions),
    [pageStream, suggestions],
  );

  const suppose = useCallback(
    async (prepared: Prepared) => {
      const refused = await fetchAssumptionProblems(
        client,
        affected(prepared),
        prepared.assumptions,
      );
      setSubmitState(EDITING);
      setProblems(refused);
      const [event] = prepared.assumptions.with ?? [];
      if (refused.length > 0 || !event) return;
      deleteDraft(purpose);
      onHypothetical(event);
    },
    [affected, client, onHypothetical, purpose],
  );

  const submit = useCallback(
    async (mode: SubmitMode) => {
      // A second click while the first request is under way asks for the same.
      if (busy.current) return;
      busy.current = true;
      try {
        const { type, values } = latest.current;
        await lookUpRevision(target?.stream ?? streamName(type, values['stream']));
        // Problems name entries by their index among those sent, so blank entries go first.
        update({ values: withoutBlankEntries(latest.current.values) });
        const prepared = prepareRequest(purpose, latest.current, today, target);
        setProblems(prepared.problems);
        if (prepared.request === undefined) {
          setSubmitState(EDITING);
          return;
        }
        setSubmitState({ status: 'submitting', mode });
        if (purpose.kind === 'suppose') {
          await suppose(prepared);
          return;
        }
        const result = await submitRequest(client, prepared.request, mode === 'check');
        const accepted = result.kind === 'accepted';
        const parts =
          accepted && mode === 'check'
            ? await previewParts(client, {
                assumptions: prepared.assumptions,
                fields: target?.fields ?? inputFields(eventTypeOf(type ?? '')?.input ?? '') ?? [],
                zone: result.events[0]?.zone ?? zone,
                affected: affected(prepared),
                parties,
              })
            : NO_PARTS;
        if (accepted && mode === 'record') {
          rememberSources(newSources(latest.current.values, initial));
          remember(latest.current.values);
          deleteDraft(purpose);
        }
        setProblems(result.kind === 'problems' ? result.problems : []);
        setSubmitState(stateAfter(result, mode, parts));
        if (accepted && mode === 'record') onRecorded();
      } finally {
        busy.current = false;
      }
    },
    [
      affected,
      client,
      initial,
      latest,
      lookUpRevision,
      onRecorded,
      parties,
      purpose,
      suppose,
      target,
      today,
      update,
      zone,
    ],
  );

  const noteConflict = useCallback(
    ({ stream, actual }: Conflict) =>
      update({ revisions: { ...latest.current.revisions, [stream]: actual } }),
    [latest, update],
  );

  /** Submits again on top of the events that were recorded meanwhile. */
  const submitAfterConflict = useCallback(
    async (conflict: Conflict, mode: SubmitMode) => {
      noteConflict(conflict);
      await submit(mode);
    },
    [noteConflict, submit],
  );

  /** Accepts the events that were recorded meanwhile and returns to the form. */
  const acknowledgeConflict = useCallback(
    (conflict: Conflict) => {
      noteConflict(conflict);
      setSubmitState(EDITING);
    },
    [noteConflict],
  );

  /** Submits the form under a new idempotency key, as another event. */
  const submitAsNew = useCallback(async () => {
    update({ idempotencyKey: newIdempotencyKey() });
    await submit('check');
  }, [submit, update]);

  const reset = useCallback(
    (values: FormValues = initial, type?: string) => {
      replace(values, type);
      setFilled([]);
      setProblems([]);
      setSubmitState(EDITING);
    },
    [initial, replace],
  );
  const backToEditing = useCallback(() => setSubmitState(EDITING), []);
  /** A new form with the sources of this one: what one report tells is often several events. */
  const startNext = useCallback(
    (preset?: EntryPreset) => {
      const sources = carriedSources(latest.current.values);
      const begun = 'preset' in purpose ? {} : initial;
      reset({ ...begun, ...sources, ...preset?.values }, preset?.type);
    },
    [initial, latest, purpose, reset],
  );
  /** Back to the form of an event that was recorded and undone, to record it as another one. */
  const editUndone = useCallback(() => {
    update({ idempotencyKey: newIdempotencyKey(), revisions: {} });
    setSubmitState(EDITING);
  }, [update]);

  return useMemo(
    () => ({
      ...{ draft, submitState, problems, change, fill, choose, submit, submitAfterConflict },
      ...{ acknowledgeConflict, submitAsNew, reset, backToEditing },
      ...{ knowledge, filled, startNext, editUndone, today, zone },
    }),
    [
      draft,
      knowledge,
      filled,
      startNext,
      editUndone,
      today,
      zone,
      submitState,
      problems,
      change,
      fill,
      choose,
      submit,
      submitAfterConflict,
      acknowledgeConflict,
      submitAsNew,
      reset,
      backToEditing,
    ],
  );
}

export type Entry = ReturnType<typeof useEntry>;
