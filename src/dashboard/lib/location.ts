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

/** Goes to a path of the dashboard. `replace` leaves no step to come back to. */
export function navigate(to: string, { replace = false } = {}): void {
  if (to === location.pathname + location.search) return;
  if (replace) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  window.dispatchEvent(new Event(CHANGED));
}
