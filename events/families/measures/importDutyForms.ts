/** The forms of measure that enter the duty on an import. */
export const IMPORT_DUTY_FORMS: ReadonlySet<string> = new Set([
  'IMPORT_DUTY',
  'ANTIDUMPING_DUTY',
  'COUNTERVAILING_DUTY',
]);
