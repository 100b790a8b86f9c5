/** The token with which this tab may write. It is kept for the session only: closing the tab forgets it. */
const KEY = 'parley.token';

const listeners = new Set<() => void>();

/** The token entered in this tab, or null. */
export const tokenOf = (): string | null => sessionStorage.getItem(KEY);

/** Keeps a token for this tab; an empty one forgets it. */
export function keepToken(token: string): void {
  if (token.trim() === '') sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, token.trim());
  for (const listener of listeners) listener();
}

/** Calls `listener` whenever the token changes in this tab; returns what ends that. */
export function onToken(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
