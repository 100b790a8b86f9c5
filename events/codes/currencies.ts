/** Currency codes: ISO 4217, past ones included, by the currency data of the runtime. */

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export const isCurrency = (code: string): boolean => CODES.has(code);

/** Why a text is no currency, as a sentence without its subject. */
export function notACurrency(text: string): string {
  const capitals = text.trim().toUpperCase();
  return `is not an ISO 4217 currency code, such as USD, EUR or INR${isCurrency(capitals) ? `; did you mean ${capitals}?` : ''}`;
}
