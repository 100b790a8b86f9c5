/**
 * A code of the Harmonized System (WCO): 2 digits for a chapter, 4 for a heading, 6 for a
 * subheading, 8 or 10 for a national tariff line. Digits only, no dots.
 */
export const HS_CODE = /^(?:\d{2}){1,5}$/;
