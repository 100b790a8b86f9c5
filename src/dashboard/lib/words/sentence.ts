/** The mark at the end of a sentence: one, and never two. */

/** The text without the full stop at its end; an abbreviation ("U.S.") or an ellipsis keeps it. */
export const withoutFullStop = (text: string): string =>
  text.trim().replace(/(?<!\.|\.\p{L})\.$/u, '');

/** The text as a sentence: with a full stop at its end, unless it ends in a mark of its own. */
export const sentence = (text: string): string =>
  /[.!?…][”’"')\]]*$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`;
