/** What a source is, the best evidence first. */
export const SOURCE_KINDS = [
  'INSTRUMENT',
  'GUIDANCE',
  'OFFICIAL',
  'WIRE',
  'PRESS',
  'SOCIAL',
  'DATASET',
] as const;
