/** All that is wrong, in one place: it takes the focus when a form is sent, and leads to each field. */
import { useEffect, useRef } from 'react';
import { idOf } from '../model/places.js';
import type { Problem } from '../model/values.js';
import { titled } from '../model/vocabulary.js';

/** The element of the field in which a problem lies, or of the nearest that holds it. */
function elementOf(path: string): HTMLElement | null {
  for (let at = path; at !== ''; at = at.replace(/(?:\.[^.[]*|\[\d+\]|^[^.[]+)$/, '')) {
    const element = document.getElementById(idOf(at));
    if (element) return element;
  }
  return null;
}

/** Focuses the field of a problem. A list or a group that holds no field of its own is focused itself. */
export function focusOn(path: string): void {
  const element = elementOf(path);
  const field = element?.matches('fieldset')
    ? (element.querySelector<HTMLElement>('input, select, textarea') ?? element)
    : element;
  field?.focus();
}

/** The problem whose field comes first on the page; undefined where none lies in a field. */
function firstOnPage(problems: readonly Problem[]): Problem | undefined {
  const placed = problems.flatMap((problem) => {
    const element = elementOf(problem.path);
    return element ? [{ problem, element }] : [];
  });
  const follows = Node.DOCUMENT_POSITION_FOLLOWING;
  placed.sort((a, b) => (a.element.compareDocumentPosition(b.element) & follows ? -1 : 1));
  return placed[0]?.problem;
}

/** `data.leads[0].name` in words: "Leads 1, name". */
export function placeWords(path: string): string {
  const parts = path.replace(/^data\./, '').split('.');
  const words = parts.map((part) =>
    titled(part.replace(/\[(\d+)\]/g, (_, i) => ` ${Number(i) + 1}`)),
  );
  return words.map((word, index) => (index === 0 ? word : word.toLowerCase())).join(', ');
}

export function ProblemSummary({ problems }: { readonly problems: readonly Problem[] }) {
  const last = useRef<readonly Problem[]>([]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Only what was found on sending moves the focus, not a field that was mended since.
    if (problems.length > last.current.length) {
      const first = firstOnPage(problems);
      if (first) focusOn(first.path);
      else box.current?.focus();
    }
    last.current = problems;
  }, [problems]);
  return (
    <div
      role="alert"
      ref={box}
      tabIndex={-1}
      className={problems.length > 0 ? 'entry-summary' : ''}
    >
      {problems.length > 0 && (
        <>
          <h3>
            {problems.length === 1 ? 'One thing is' : `${problems.length} things are`} not right yet
          </h3>
          <ul>
            {problems.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                {path === '' ? (
                  message
                ) : (
                  <button type="button" className="quiet" onClick={() => focusOn(path)}>
                    {placeWords(path)}: {message}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
