/** An entry form, from the choice of an event type to the recorded event. Its fields depend on its purpose. */
import { type SubmitEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { EntryPreset, EntryPurpose } from '../../ui/openEntryForm.js';
import { TargetFields } from './fields/targetFields.js';
import { EventFields } from './fields/eventFields.js';
import { firstToFill } from './firstToFill.js';
import { FormProvider, type FormContextValue, type Suggestion } from './fields/formContext.js';
import { type EntrySuggestions, useEntrySuggestions } from './fields/entrySuggestions.js';
import { RecordedSection } from './submit/recordedSection.js';
import { StoredTokenNotice } from './submit/submitSections.js';
import { MemoryNotice } from './fields/memoryNotice.js';
import { needsConfirmation } from './submit/submitState.js';
import { SubmitStateView } from './submit/submitStateView.js';
import { pathLabel, ProblemSummary } from './fields/problemSummary.js';
import { useAddAssumedEvent } from '../../api/url/editAssumptions.js';
import type { TargetEvent } from './model/targetEvent.js';
import { EventTypePicker } from './fields/eventTypePicker.js';
import { isArea } from './model/codeLists.js';
import { summarizeForm } from './submit/formSummary.js';
import { type Entry, useEntry } from './submit/useEntry.js';
import { valueAt } from './model/formPaths.js';
import { isBlank, type FormValues } from './model/formValues.js';
import { type EventType, eventTypeOf, LAUNCH, sentenceCase } from './model/formSchema.js';
import { headlineValues } from './model/headlineValues.js';
import { PURPOSE_TEXTS } from './model/purposeTexts.js';

interface FormProps {
  readonly purpose: EntryPurpose;
  /** The event that the form is about; null for a new one. */
  readonly target: TargetEvent | null;
  readonly initial: FormValues;
  readonly onClose: () => void;
  readonly onRecorded: () => void;
}

/** The initial value of the stream field: the page's stream where it fits the type, or the only candidate. */
function defaultStream(
  eventType: EventType,
  page: string | undefined,
  suggestions: EntrySuggestions,
): string {
  if (eventType.stream === 'any') return page ?? '';
  // What is launched is not on record: it is named by its title.
  if (eventType.type === LAUNCH) return '';
  const [pageStreamKind, slug = ''] = page?.split('/') ?? [];
  if (pageStreamKind === eventType.stream) return slug;
  const candidates = {
    negotiation: suggestions.negotiations,
    measure: suggestions.measures,
    rulebook: [],
    area: [],
  };
  const [only, ...more] = candidates[eventType.stream];
  return only && more.length === 0 ? only.value : '';
}

export function EntryForm({ purpose, target, initial, onClose, onRecorded }: FormProps) {
  const suggestions = useEntrySuggestions();
  const pageStream = 'eventId' in purpose ? undefined : purpose.stream;
  const addAssumption = useAddAssumedEvent(onClose);
  const entry = useEntry({
    purpose,
    suggestions,
    target,
    initial,
    pageStream,
    onRecorded,
    onHypothetical: addAssumption,
  });
  const { draft, submitState, problems, change, choose, submit, knowledge, today, zone } = entry;
  const eventType = draft.type === null ? undefined : eventTypeOf(draft.type);
  const form = useRef<HTMLFormElement>(null);
  /** The words by which the type was found. */
  const [headline, setHeadline] = useState('');
  const type = target?.type ?? draft.type;

  useEffect(() => {
    if (type === null) return;
    firstToFill(form.current)?.focus();
  }, [type]);

  const state = useMemo<FormContextValue>(
    () => ({
      values: draft.values,
      problems,
      today,
      zone,
      change,
      suggest: ({ name, type: fieldType }) => {
        if (isArea({ type: fieldType })) return suggestions.parties;
        if (name === 'timeZone') return timeZones();
        const entered = suggestions.valuesByField.get(name) ?? [];
        if (name === 'target') return ownFirst(knowledge.targetSuggestions, entered);
        return name === 'agreement' ? ownFirst(knowledge.agreements, entered) : entered;
      },
      span: eventTypeOf(type ?? '')?.span ?? false,
    }),
    [draft.values, problems, today, zone, change, suggestions, knowledge, type],
  );

  // Again when more is known of the negotiation: what is filled in already stays.
  const { fill } = entry;
  useEffect(() => {
    if (!eventType || headline === '') return;
    fill(headlineValues(headline, eventType, { ...knowledge, today }));
  }, [fill, headline, eventType, knowledge, today]);

  const onChoose = (chosen: string, typed: string) => {
    const next = eventTypeOf(chosen);
    const isRecorded = suggestions.negotiations.some(
      ({ value }) => value === draft.values['stream'],
    );
    if (next && (next.stream !== eventType?.stream || (chosen === LAUNCH && isRecorded)))
      change('stream', defaultStream(next, pageStream, suggestions));
    choose(chosen);
    setHeadline(typed);
    if (next) fill(headlineValues(typed, next, { ...knowledge, today }));
  };
  const onNext = (preset?: EntryPreset) => {
    setHeadline('');
    entry.startNext(preset);
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void submit('check');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const { status } = submitState;
    if (status === 'preview' && needsConfirmation(submitState.preview.findings)) return;
    void submit(status === 'preview' ? 'record' : 'check');
  };

  if (submitState.status === 'recorded')
    return (
      <RecordedSection
        result={submitState.result}
        onClose={onClose}
        onNext={purpose.kind === 'enter' ? onNext : undefined}
        onUndone={onRecorded}
        onEditUndone={purpose.kind === 'enter' ? entry.editUndone : undefined}
      />
    );
  if (!target && !eventType)
    return (
      <EventTypePicker
        typeUsage={suggestions.typeUsage}
        measures={suggestions.measures}
        onChoose={onChoose}
      />
    );
  return (
    <FormProvider value={state}>
      <div className="entry-body" onKeyDown={onKeyDown}>
        <form ref={form} noValidate onSubmit={onSubmit}>
          {eventType && !target && (
            <p className="entry-type">
              <strong>{sentenceCase(eventType.type)}</strong>{' '}
              <span className="soft">{eventType.description}</span>{' '}
              <button type="button" className="quiet" onClick={() => choose(null)}>
                Choose another type
              </button>
            </p>
          )}
          {target && (
            <p className="entry-type">
              <strong>{target.summary}</strong>{' '}
              <span className="soft">
                {sentenceCase(target.type)} in {target.stream}
              </span>
            </p>
          )}
          <ProblemSummary problems={problems} />
          {target ? (
            <TargetFields purpose={purpose} target={target} draft={draft} />
          ) : (
            eventType && (
              <EventFields
                eventType={eventType}
                suggestions={suggestions}
                planned={knowledge.planned}
                hypothetical={purpose.kind === 'suppose'}
                onBegin={() => choose(LAUNCH)}
              />
            )
          )}
          <FilledNotice
            filled={entry.filled.filter((path) => !isBlank(valueAt(draft.values, path)))}
          />
          <FormButtons entry={entry} purpose={purpose} onClose={onClose} initial={initial} />
        </form>
        <SubmitStateView
          entry={entry}
          purpose={purpose}
          onClose={onClose}
          summary={summarizeForm(draft.values, target ? initial : {})}
        />
        <StoredTokenNotice />
        {purpose.kind === 'enter' && <MemoryNotice />}
      </div>
    </FormProvider>
  );
}

/** Which values the form filled in, so that they are looked at. */
function FilledNotice({ filled }: { readonly filled: readonly string[] }) {
  return (
    <p role="status" className="entry-filled">
      {filled.length > 0 &&
        `Filled in for you, please check: ${filled.map((path) => pathLabel(path)).join('; ')}.`}
    </p>
  );
}

function FormButtons({
  entry: { submitState, reset },
  purpose,
  onClose,
  initial,
}: Pick<FormProps, 'purpose' | 'onClose' | 'initial'> & { readonly entry: Entry }) {
  const submitting = submitState.status === 'submitting';
  return (
    <p className="entry-buttons entry-send">
      <button
        type="submit"
        className={submitState.status === 'preview' ? '' : 'primary'}
        disabled={submitting}
      >
        {purpose.kind === 'suppose' ? PURPOSE_TEXTS.suppose.record : 'See what will change'}
      </button>
      <span role="status" className="soft">
        {submitting
          ? submitState.mode === 'check'
            ? 'Checking …'
            : 'Recording …'
          : 'Or press Ctrl and Enter.'}
      </span>
      <button
        type="button"
        onClick={() => {
          reset(initial);
          onClose();
        }}
      >
        Discard
      </button>
    </p>
  );
}

/** The values of the page's own negotiation, then those of others. */
const ownFirst = (own: readonly Suggestion[], others: readonly Suggestion[]) => [
  ...own,
  ...others.filter(({ value }) => own.every((each) => each.value !== value)),
];

let zoneSuggestions: readonly { readonly value: string }[] | undefined;

const timeZones = () =>
  (zoneSuggestions ??= Intl.supportedValuesOf('timeZone').map((value) => ({ value })));
