/** Names of months and weekdays as patterns, for texts in lower case. */
export const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** One group: the name of a month, or its first letters. */
export const MONTH = `(${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept)\\.?`;

export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

/** 1 for January, for what {@link MONTH} matches. */
export const monthNumber = (name: string): number =>
  MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1;
