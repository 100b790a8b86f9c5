/** The token with which this tab may write. It is kept for the session only: closing the tab forgets it. */
const KEY = 'parley.token';

/** The token entered in this tab, or null. */
export const tokenOf = (): string | null => sessionStorage.getItem(KEY);

/** Keeps a token for this tab; an empty one forgets it. */
export function keepToken(token: string): void {
  if (token.trim() === '') sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, token.trim());
}
