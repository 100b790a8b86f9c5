/** The fields of an event: what it says, when it happened, who says so; the rest behind a word. */
import { FewFields, FieldOf, More } from './fields.js';
import type { Recent } from './recent.js';
import { SourcesField } from './sourcesField.js';
import { StreamField } from './streamField.js';
import { type EventKind, envelopeField, fieldsOf, titled } from '../model/vocabulary.js';

const FURTHER = ['certainty', 'timeZone', 'also'].map(envelopeField);

export function EventFields({
  kind,
  recent,
  supposed,
}: {
  readonly kind: EventKind;
  readonly recent: Recent;
  /** A supposition needs no source. */
  readonly supposed: boolean;
}) {
  const fields = fieldsOf(kind.input) ?? [];
  const occurred = {
    ...envelopeField('occurred'),
    ...(kind.span && { says: 'When it went on, from its first day to its last.' }),
  };
  return (
    <>
      <div className="entry-fields">
        <StreamField kind={kind} recent={recent} />
        <FieldOf field={occurred} path="occurred" />
      </div>
      <fieldset className="entry-group entry-said">
        <legend>What it says</legend>
        <FewFields fields={fields} at="data" of={`about “${titled(kind.type)}”`} />
      </fieldset>
      <SourcesField
        field={{ ...envelopeField('sources'), required: !supposed }}
        path="sources"
        least={supposed ? 0 : 1}
      />
      <More of="about the event" fields={FURTHER} at="" />
    </>
  );
}
