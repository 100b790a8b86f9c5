/** The label on every hypothetical chart, included in downloaded files. */
export const HYPOTHETICAL = 'Hypothetical: not the record';
