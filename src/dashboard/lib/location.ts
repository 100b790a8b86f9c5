/** The location of the browser: notifies of links, Back and Forward alike. */

const CHANGED = 'parley:location';

/** Calls `listener` after every change of the URL. Returns a function that unsubscribes. */
export function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(CHANGED, listener);
  };
}

const isOverlay = (): boolean => (history.state as { overlay?: true } | null)?.overlay === true;

/**
 * Puts a step into the history while something covers the page, so that Back calls `close` and leaves the
 * page as it is. Returns a function that takes the step away again: for when it was closed otherwise.
 */
export function closeOnBack(close: () => void): () => void {
  history.pushState({ overlay: true }, '');
  window.addEventListener('popstate', close);
  return () => {
    window.removeEventListener('popstate', close);
    if (isOverlay()) history.back();
  };
}

/**
 * Goes to a path of the dashboard. `replace` leaves no step to come back to; the step of what covers the
 * page is replaced, too.
 */
export function navigate(to: string, { replace = false } = {}): void {
  if (to === location.pathname + location.search) return;
  if (replace || isOverlay()) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  window.dispatchEvent(new Event(CHANGED));
}
