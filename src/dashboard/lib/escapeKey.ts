/** The Escape key takes away one thing at a time: of all that is shown, what came last. */

const layers: (() => void)[] = [];

/**
 * Calls `close` on Escape while nothing that was registered later is left. Not while a modal dialog
 * is open or a field has the focus: there the key has a meaning of its own. Returns a function that
 * unregisters.
 */
export function closeOnEscape(close: () => void): () => void {
  if (layers.length === 0) document.addEventListener('keydown', onKeyDown);
  layers.push(close);
  return () => {
    const index = layers.lastIndexOf(close);
    if (index >= 0) layers.splice(index, 1);
    if (layers.length === 0) document.removeEventListener('keydown', onKeyDown);
  };
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  const { target } = event;
  if (target instanceof Element && target.matches('input, select, textarea')) return;
  if (document.querySelector('dialog[open]') !== null) return;
  event.preventDefault();
  layers.at(-1)?.();
}
