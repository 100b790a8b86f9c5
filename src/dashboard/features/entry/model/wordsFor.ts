import type { EntryPurpose } from '../../../ui/openEntryForm.js';
/** What a form is called and what its buttons say, by what it is for. */

interface Words {
  readonly title: string;
  readonly record: string;
  readonly recordAfterAll: string;
  /** The picture as it would be, as the head of a column. */
  readonly after: string;
}

export const WORDS: Readonly<Record<EntryPurpose['kind'], Words>> = {
  enter: {
    title: 'Enter an event',
    record: 'Record it',
    recordAfterAll: 'Record mine as well',
    after: 'With this event',
  },
  suppose: {
    title: 'Suppose an event',
    record: 'Suppose it',
    recordAfterAll: 'Suppose it',
    after: 'As supposed',
  },
  correct: {
    title: 'Correct an event',
    record: 'Record the correction',
    recordAfterAll: 'Record my correction as well',
    after: 'As corrected',
  },
  retract: {
    title: 'Retract an event',
    record: 'Record the retraction',
    recordAfterAll: 'Record my retraction as well',
    after: 'Without the event',
  },
  addSources: {
    title: 'Add a source',
    record: 'Record the source',
    recordAfterAll: 'Record my source as well',
    after: 'With this source',
  },
};
