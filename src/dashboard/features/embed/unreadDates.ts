/** A view of another date than the one meant would be taken for it: nothing is shown. */
export const unreadWords = (texts: readonly string[], what: 'card' | 'chart'): string =>
  `${texts.map((text) => `“${text}”`).join(' and ')} is not understood as a date. Write a day such as 2025-08-27 into the address of this ${what}.`;
