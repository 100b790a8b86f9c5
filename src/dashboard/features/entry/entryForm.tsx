/** A form from the choice of a type to the record; what it asks for depends on what it is for. */
import { type SubmitEvent, type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { EntryPurpose } from '../../ui/openEntryForm.js';
import { AboutFields } from './fields/aboutFields.js';
import { ConflictPart } from './submit/conflictPart.js';
import { EventFields } from './fields/eventFields.js';
import { FormProvider, type FormState } from './fields/formState.js';
import { todayHere } from './model/plainDates.js';
import { type Recent, useRecent } from './fields/recent.js';
import { DonePart, PreviewPart, TokenKept, TokenPart, TroublePart } from './submit/stages.js';
import { ProblemSummary } from './fields/summary.js';
import { useSupposing } from '../../api/url/editAssumptions.js';
import type { Target } from './model/target.js';
import { TypeChoice } from './fields/typeChoice.js';
import { type Typed, typedIn } from './submit/typed.js';
import { type Entry, useEntry } from './submit/useEntry.js';
import type { Values } from './model/values.js';
import { type EventKind, kindOf, titled } from './model/vocabulary.js';
import { WORDS } from './model/wordsFor.js';

interface FormProps {
  readonly purpose: EntryPurpose;
  /** The event that the form is about; null for a new one. */
  readonly target: Target | null;
  readonly initial: Values;
  readonly onClose: () => void;
  readonly onRecorded: () => void;
}

/** The name in the field of what an event belongs to: the page's own where it fits, or the only one. */
function defaultStream(kind: EventKind, page: string | undefined, recent: Recent): string {
  if (kind.stream === 'any') return page ?? '';
  const [pageKind, slug = ''] = page?.split('/') ?? [];
  if (pageKind === kind.stream) return slug;
  const known = {
    negotiation: recent.negotiations,
    measure: recent.measures,
    rulebook: [],
    area: [],
  };
  const [only, ...more] = known[kind.stream];
  return only && more.length === 0 ? only.value : '';
}

export function EntryForm({ purpose, target, initial, onClose, onRecorded }: FormProps) {
  const today = useMemo(() => todayHere(), []);
  const recent = useRecent();
  const page = 'about' in purpose ? undefined : purpose.stream;
  const suppose = useSupposing(onClose);
  const entry = useEntry({
    purpose,
    today,
    recent,
    target,
    initial,
    page,
    onRecorded,
    onSupposed: suppose,
  });
  const { draft, stage, problems, change, choose, send } = entry;
  const kind = draft.type === null ? undefined : kindOf(draft.type);
  const form = useRef<HTMLFormElement>(null);
  const type = target?.type ?? draft.type;

  useEffect(() => {
    if (type === null) return;
    const fields = form.current?.querySelectorAll<HTMLInputElement>('input, select, textarea');
    [...(fields ?? [])].find(({ value }) => value === '')?.focus();
  }, [type]);

  const state = useMemo<FormState>(
    () => ({
      values: draft.values,
      problems,
      today,
      change,
      suggest: (name) => (name === 'timeZone' ? zones() : (recent.written.get(name) ?? [])),
      span: kindOf(type ?? '')?.span ?? false,
    }),
    [draft.values, problems, today, change, recent, type],
  );

  const onChoose = (chosen: string) => {
    const next = kindOf(chosen);
    if (next && next.stream !== kind?.stream) change('stream', defaultStream(next, page, recent));
    choose(chosen);
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void send('check');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send(stage.at === 'preview' ? 'record' : 'check');
  };

  if (stage.at === 'done')
    return (
      <DonePart
        result={stage.result}
        onClose={onClose}
        onNext={purpose.kind === 'enter' ? () => entry.startOver() : undefined}
      />
    );
  if (!target && !kind) return <TypeChoice uses={recent.uses} onChoose={onChoose} />;
  return (
    <FormProvider value={state}>
      <div className="entry-body" onKeyDown={onKeyDown}>
        <form ref={form} noValidate onSubmit={onSubmit}>
          {kind && !target && (
            <p className="entry-type">
              <strong>{titled(kind.type)}</strong> <span className="soft">{kind.says}</span>{' '}
              <button type="button" className="quiet" onClick={() => choose(null)}>
                Choose another type
              </button>
            </p>
          )}
          {target && (
            <p className="entry-type">
              <strong>{target.summary}</strong>{' '}
              <span className="soft">
                {titled(target.type)} in {target.stream}
              </span>
            </p>
          )}
          <ProblemSummary problems={problems} />
          {target ? (
            <AboutFields purpose={purpose} target={target} draft={draft} />
          ) : (
            kind && (
              <EventFields kind={kind} recent={recent} supposed={purpose.kind === 'suppose'} />
            )
          )}
          <Buttons entry={entry} purpose={purpose} onClose={onClose} initial={initial} />
        </form>
        <AfterSending
          entry={entry}
          purpose={purpose}
          onClose={onClose}
          typed={typedIn(draft.values, initial)}
        />
        <TokenKept />
      </div>
    </FormProvider>
  );
}

function Buttons({
  entry: { stage, startOver },
  purpose,
  onClose,
  initial,
}: Pick<FormProps, 'purpose' | 'onClose' | 'initial'> & { readonly entry: Entry }) {
  const sending = stage.at === 'sending';
  return (
    <p className="entry-buttons entry-send">
      <button type="submit" className={stage.at === 'preview' ? '' : 'primary'} disabled={sending}>
        {purpose.kind === 'suppose' ? WORDS.suppose.record : 'See what will change'}
      </button>
      <button
        type="button"
        onClick={() => {
          startOver(initial);
          onClose();
        }}
      >
        Discard
      </button>
      <span role="status" className="soft">
        {sending
          ? stage.aim === 'check'
            ? 'Checking …'
            : 'Recording …'
          : 'Or press Ctrl and Enter.'}
      </span>
    </p>
  );
}

function AfterSending({
  entry,
  purpose,
  onClose,
  typed,
}: Pick<FormProps, 'purpose' | 'onClose'> & {
  readonly entry: Entry;
  readonly typed: readonly Typed[];
}) {
  const { stage, send, goOn, goBack, startOver, anew } = entry;
  const words = WORDS[purpose.kind];
  switch (stage.at) {
    case 'preview':
      return (
        <PreviewPart
          preview={stage.preview}
          verb={words.record}
          after={words.after}
          onRecord={() => void send('record')}
          onBack={goBack}
        />
      );
    case 'conflict':
      return (
        <ConflictPart
          conflict={stage.conflict}
          typed={typed}
          verb={stage.aim === 'record' ? words.recordAfterAll : 'See what mine will change'}
          onGoOn={() => void goOn(stage.conflict, stage.aim)}
          onDiscard={() => {
            startOver();
            onClose();
          }}
          onBack={() => entry.accept(stage.conflict)}
        />
      );
    case 'token':
      return <TokenPart message={stage.message} onToken={() => void send(stage.aim)} />;
    case 'trouble':
      return (
        <TroublePart
          outcome={stage.outcome}
          aim={stage.aim}
          onAgain={() => void send(stage.aim)}
          onAnew={() => void anew()}
          onBack={goBack}
        />
      );
    case 'writing':
    case 'sending':
    case 'done':
      return null;
  }
}

let zoneNames: readonly { readonly value: string }[] | undefined;

const zones = () => (zoneNames ??= Intl.supportedValuesOf('timeZone').map((value) => ({ value })));
