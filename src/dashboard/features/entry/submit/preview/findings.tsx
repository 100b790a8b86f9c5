/** Points to check of an entry, each with the events on record that it is about. */
import type { FindingFieldsFragment } from '../../../../generated/graphql.js';
import { eventPath } from '../../../../lib/routes.js';
import { eventDateWords } from '../../../../lib/time/eventDates.js';
import { findingWords } from '../../../../lib/words/findingWords.js';
import type { EntryPreset } from '../../../../ui/openEntryForm.js';
import { outcomeOf } from '../../../../ui/recordAsMet.js';

interface FindingsProps {
  readonly findings: readonly FindingFieldsFragment[];
  /** The IDs of what is entered: a point to check lists the others. */
  readonly entered: readonly string[];
  /** Begins the form of another event; undefined where there is none to follow. */
  readonly onNext?: ((preset: EntryPreset) => void) | undefined;
}

export function Findings({ findings, entered, onNext }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <>
      <h4>Points to check</h4>
      <ul>
        {findings.map((finding) => {
          const { code, message, events } = finding;
          const outcome = onNext && outcomeOf(finding);
          return (
            <li key={[code, message, ...events.map(({ id }) => id)].join()}>
              {findingWords(message)}
              <OnRecord events={events.filter(({ id }) => !entered.includes(id))} />
              {outcome && (
                <button type="button" className="quiet" onClick={() => onNext(outcome)}>
                  Record that it is met
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Events told apart by date and publisher; each opens beside the form. */
function OnRecord({ events }: Pick<FindingFieldsFragment, 'events'>) {
  if (events.length === 0) return null;
  return (
    <ul className="soft" aria-label="On record">
      {events.map((event) => {
        const publishers = event.sources.flatMap(({ publisher }) => publisher ?? []);
        const told = [eventDateWords(event), ...new Set(publishers)];
        return (
          <li key={event.id}>
            <a href={eventPath(event.id)} target="_blank" rel="noreferrer">
              {event.summary}
            </a>{' '}
            ({told.join('; ')})
          </li>
        );
      })}
    </ul>
  );
}
