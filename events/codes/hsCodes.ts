/**
 * A code of the Harmonized System (WCO): 2 digits for a chapter, 4 for a heading, 6 for a
 * subheading, 8 or 10 for a national tariff line. Digits only, no dots.
 */
export const HS_CODE = /^(?:\d{2}){1,5}$/;

/** The editions of the Harmonized System, each by the year it took effect. */
export const HS_EDITIONS: readonly string[] = [
  '1988',
  '1992',
  '1996',
  '2002',
  '2007',
  '2012',
  '2017',
  '2022',
  '2028',
];
