/** The fields of a new event: stream, date, data and sources; the others in a disclosure. */
import { PrimaryFields, FormField, FurtherFields } from './formFields.js';
import type { EntrySuggestions } from './entrySuggestions.js';
import type { PlannedRound } from './formKnowledge.js';
import { PlannedRounds } from './plannedRounds.js';
import { SourcesField } from './sourcesField.js';
import { StreamField } from './streamField.js';
import {
  type EventType,
  envelopeField,
  inputFields,
  LAUNCH,
  sentenceCase,
} from '../model/formSchema.js';

/** The event that fulfils a plan. */
const ROUND_HELD = 'RoundHeld';

const FURTHER = ['certainty', 'timeZone', 'also'].map(envelopeField);

/** Whether a new stream of this type needs another event before it. */
const beginsWithLaunch = ({ type, stream }: EventType): boolean =>
  stream === 'negotiation' && type !== LAUNCH;

export function EventFields({
  eventType,
  suggestions,
  planned = [],
  hypothetical,
  onBegin,
}: {
  readonly eventType: EventType;
  readonly suggestions: EntrySuggestions;
  /** The rounds of its negotiation that are planned. */
  readonly planned?: readonly PlannedRound[];
  /** A hypothetical event needs no source. */
  readonly hypothetical: boolean;
  /** Enters the launch of a negotiation instead; none where the form is for one type only. */
  readonly onBegin?: () => void;
}) {
  const fields = inputFields(eventType.input) ?? [];
  const occurred = {
    ...envelopeField('occurred'),
    ...(eventType.span && {
      description: 'The days on which it took place, from the first to the last.',
    }),
  };
  return (
    <>
      <div className="entry-fields">
        <StreamField
          eventType={eventType}
          suggestions={suggestions}
          onBegin={beginsWithLaunch(eventType) && !hypothetical ? onBegin : undefined}
        />
        <FormField field={occurred} path="occurred" />
        {eventType.type === ROUND_HELD && <PlannedRounds planned={planned} />}
      </div>
      <fieldset className="entry-group entry-data">
        <legend>Details</legend>
        <PrimaryFields
          fields={fields}
          parentPath="data"
          subject={`about “${sentenceCase(eventType.type)}”`}
          primaryNames={eventType.asksFirst}
        />
      </fieldset>
      <SourcesField
        field={{ ...envelopeField('sources'), required: !hypothetical }}
        path="sources"
        minItems={hypothetical ? 0 : 1}
      />
      <FurtherFields subject="about the event" fields={FURTHER} parentPath="" />
    </>
  );
}
