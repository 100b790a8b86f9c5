/** Words that readers meet, where the glossary explains them. */
import type { EventCertainty } from '../generated/graphql.js';

/** Each is a word of docs/glossary.md. */
export const TERMS = [
  'as known',
  'as recorded',
  'checked through',
  'confirmed',
  'counted',
  'coverage of the record',
  'disputed',
  'inferred',
  'projection',
  'reported',
] as const;

export type Term = (typeof TERMS)[number];

/** Where a word stands on the page of the glossary. */
export const anchorOf = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]+/g, '-');

export const termPath = (term: Term): string => `/glossary#${anchorOf(term)}`;

/** The word for how firmly something is held. */
export const CERTAINTY_TERMS: Readonly<Record<EventCertainty, Term>> = {
  CONFIRMED: 'confirmed',
  REPORTED: 'reported',
  INFERRED: 'inferred',
  DISPUTED: 'disputed',
};
