/** The fields of a correction, a retraction or an added source, filled with the event's current content. */
import type { EntryPurpose } from '../../../ui/openEntryForm.js';
import { type Draft } from '../model/draft.js';
import { PrimaryFields, FormField } from './formFields.js';
import { useFormContext } from './formContext.js';
import { SourcesField } from './sourcesField.js';
import { pathLabel } from './problemSummary.js';
import { listChanges, type TargetEvent } from '../model/targetEvent.js';
import { toInput, type FormValues } from '../model/formValues.js';
import { envelopeField, type Field, eventTypeOf, sentenceCase } from '../model/formSchema.js';

const REASON: Field = {
  name: 'reason',
  description: 'Why the record is changed. The reason is kept with the change.',
  type: 'String',
  required: true,
  long: true,
};
const CITING: Field = {
  ...envelopeField('sources'),
  name: 'citing',
  label: 'Sources of the change',
  description: 'Sources for the change. Without any, the change is recorded as inferred.',
};

export function TargetFields({
  purpose,
  target,
  draft,
}: {
  readonly purpose: EntryPurpose;
  readonly target: TargetEvent;
  readonly draft: Draft;
}) {
  switch (purpose.kind) {
    case 'correct':
      return <CorrectionFields target={target} draft={draft} />;
    case 'retract':
      return (
        <>
          <p>
            The event stays in the log, marked as retracted, and no longer counts in any view. A
            retraction can itself be retracted.
          </p>
          <div className="entry-fields">
            <FormField field={REASON} path="reason" />
          </div>
          <SourcesField field={CITING} path="citing" minItems={0} />
        </>
      );
    default:
      return (
        <SourcesField
          field={{
            ...envelopeField('sources'),
            description: 'Further sources for the event.',
            required: true,
          }}
          path="sources"
          minItems={1}
        />
      );
  }
}

function CorrectionFields({
  target,
  draft,
}: {
  readonly target: TargetEvent;
  readonly draft: Draft;
}) {
  const eventType = eventTypeOf(target.type);
  return (
    <>
      <fieldset className="entry-group entry-data">
        <legend>Details</legend>
        {eventType ? (
          <PrimaryFields
            fields={target.fields}
            parentPath="data"
            subject={`about “${sentenceCase(eventType.type)}”`}
            primaryNames={eventType.asksFirst}
          />
        ) : (
          <p>This page has no form for the event type {target.type}. Reload the page.</p>
        )}
        <div className="entry-fields">
          <FormField field={envelopeField('occurred')} path="occurred" />
          <FormField field={envelopeField('certainty')} path="certainty" />
        </div>
      </fieldset>
      <SourcesField field={envelopeField('sources')} path="sources" minItems={1} />
      <div className="entry-fields">
        <FormField field={REASON} path="reason" />
      </div>
      <SourcesField field={CITING} path="citing" minItems={0} />
      <Changes target={target} draft={draft} />
    </>
  );
}

/** The changes that the correction would make, value by value. */
function Changes({ target, draft }: { readonly target: TargetEvent; readonly draft: Draft }) {
  const { today } = useFormContext();
  const parts = ['occurred', 'certainty', 'sources'].map(envelopeField);
  const changes = listChanges(target, {
    ...toInput(parts, draft.values, today, []),
    data: toInput(target.fields, (draft.values['data'] ?? {}) as FormValues, today, []),
  });
  if (changes.length === 0) return <p className="soft">No changes yet.</p>;
  return (
    <table className="entry-difference">
      <caption>Changes</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Recorded</th>
          <th scope="col">Corrected</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, before, after }) => (
          <tr key={path}>
            <th scope="row">{pathLabel(path)}</th>
            <td>{before === null ? '–' : <del>{before}</del>}</td>
            <td>{after === null ? '–' : <ins>{after}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
