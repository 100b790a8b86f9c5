/** The fields of a correction, a retraction or an added source: prefilled with how the event stands. */
import type { EntryPurpose } from '../../../ui/openEntryForm.js';
import { type Draft } from '../model/draft.js';
import { FewFields, FieldOf } from './fields.js';
import { useForm } from './formState.js';
import { SourcesField } from './sourcesField.js';
import { placeWords } from './summary.js';
import { changesOf, type Target } from '../model/target.js';
import { toInput, type Values } from '../model/values.js';
import { envelopeField, type Field, kindOf, titled } from '../model/vocabulary.js';

const REASON: Field = {
  name: 'reason',
  says: 'Why. It stays on record with the change.',
  type: 'String',
  required: true,
  long: true,
};
const CITING: Field = {
  ...envelopeField('sources'),
  name: 'citing',
  label: 'Sources of the change',
  says: 'Who says that it was otherwise; the desk’s own word when none is given.',
};

export function AboutFields({
  purpose,
  target,
  draft,
}: {
  readonly purpose: EntryPurpose;
  readonly target: Target;
  readonly draft: Draft;
}) {
  switch (purpose.kind) {
    case 'correct':
      return <Correction target={target} draft={draft} />;
    case 'retract':
      return (
        <>
          <p>
            It stays in the log, marked as retracted, and no view counts it from now on. A
            retraction can itself be retracted.
          </p>
          <div className="entry-fields">
            <FieldOf field={REASON} path="reason" />
          </div>
          <SourcesField field={CITING} path="citing" least={0} />
        </>
      );
    default:
      return (
        <SourcesField
          field={{ ...envelopeField('sources'), says: 'Who else says so.', required: true }}
          path="sources"
          least={1}
        />
      );
  }
}

function Correction({ target, draft }: { readonly target: Target; readonly draft: Draft }) {
  const kind = kindOf(target.type);
  return (
    <>
      <fieldset className="entry-group entry-said">
        <legend>What it says</legend>
        {kind ? (
          <FewFields fields={target.fields} at="data" of={`about “${titled(kind.type)}”`} />
        ) : (
          <p>This page knows no event of the type {target.type}: load it again.</p>
        )}
        <div className="entry-fields">
          <FieldOf field={envelopeField('occurred')} path="occurred" />
          <FieldOf field={envelopeField('certainty')} path="certainty" />
        </div>
      </fieldset>
      <SourcesField field={envelopeField('sources')} path="sources" least={1} />
      <div className="entry-fields">
        <FieldOf field={REASON} path="reason" />
      </div>
      <SourcesField field={CITING} path="citing" least={0} />
      <Difference target={target} draft={draft} />
    </>
  );
}

/** What the correction changes, value by value, as it is typed. */
function Difference({ target, draft }: { readonly target: Target; readonly draft: Draft }) {
  const { today } = useForm();
  const parts = ['occurred', 'certainty', 'sources'].map(envelopeField);
  const changes = changesOf(target, {
    ...toInput(parts, draft.values, today, []),
    data: toInput(target.fields, (draft.values['data'] ?? {}) as Values, today, []),
  });
  if (changes.length === 0)
    return <p className="soft">Nothing differs from what is recorded yet.</p>;
  return (
    <table className="entry-difference">
      <caption>What is corrected</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Recorded</th>
          <th scope="col">Corrected</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, before, after }) => (
          <tr key={path}>
            <th scope="row">{placeWords(path)}</th>
            <td>{before === null ? '–' : <del>{before}</del>}</td>
            <td>{after === null ? '–' : <ins>{after}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
