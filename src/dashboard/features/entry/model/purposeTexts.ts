import type { EntryPurpose } from '../../../ui/openEntryForm.js';
/** Titles and button labels of entry forms, by purpose. */

interface PurposeTexts {
  readonly title: string;
  readonly record: string;
  readonly recordAnyway: string;
  /** The heading of the column of hypothetical figures. */
  readonly hypotheticalLabel: string;
}

export const PURPOSE_TEXTS: Readonly<Record<EntryPurpose['kind'], PurposeTexts>> = {
  enter: {
    title: 'Enter an event',
    record: 'Record the event',
    recordAnyway: 'Record my entry as well',
    hypotheticalLabel: 'With this event',
  },
  suppose: {
    title: 'Suppose an event',
    record: 'Suppose this event',
    recordAnyway: 'Suppose this event',
    hypotheticalLabel: 'Hypothetical',
  },
  correct: {
    title: 'Correct an event',
    record: 'Record the correction',
    recordAnyway: 'Record my correction as well',
    hypotheticalLabel: 'As corrected',
  },
  retract: {
    title: 'Retract an event',
    record: 'Record the retraction',
    recordAnyway: 'Record my retraction as well',
    hypotheticalLabel: 'Without the event',
  },
  addSources: {
    title: 'Add a source',
    record: 'Record the source',
    recordAnyway: 'Record my source as well',
    hypotheticalLabel: 'With this source',
  },
};
