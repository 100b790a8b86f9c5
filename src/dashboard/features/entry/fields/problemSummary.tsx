/** The list of a form's problems, with a link to each field. Submitting focuses the first such field. */
import { useEffect, useRef } from 'react';
import { fieldId } from '../model/formPaths.js';
import type { FieldProblem } from '../model/formValues.js';
import { sentenceCase } from '../model/formSchema.js';

/** The element of the field at a path, or of its closest parent on the page. */
function elementOf(path: string): HTMLElement | null {
  for (
    let prefix = path;
    prefix !== '';
    prefix = prefix.replace(/(?:\.[^.[]*|\[\d+\]|^[^.[]+)$/, '')
  ) {
    const element = document.getElementById(fieldId(prefix));
    if (element) return element;
  }
  return null;
}

/** Focuses the field at a path; a list or group without any input is focused itself. */
export function focusField(path: string): void {
  const element = elementOf(path);
  const field = element?.matches('fieldset')
    ? (element.querySelector<HTMLElement>('input, select, textarea') ?? element)
    : element;
  field?.focus();
}

/** The problem whose field comes first on the page; undefined where none has a field. */
function firstOnPage(problems: readonly FieldProblem[]): FieldProblem | undefined {
  const located = problems.flatMap((problem) => {
    const element = elementOf(problem.path);
    return element ? [{ problem, element }] : [];
  });
  const follows = Node.DOCUMENT_POSITION_FOLLOWING;
  located.sort((a, b) => (a.element.compareDocumentPosition(b.element) & follows ? -1 : 1));
  return located[0]?.problem;
}

/** The label of a path: "Leads 1, name" for `data.leads[0].name`. */
export function pathLabel(path: string): string {
  const segments = path.replace(/^data\./, '').split('.');
  const labels = segments.map((segment) =>
    sentenceCase(segment.replace(/\[(\d+)\]/g, (_, i) => ` ${Number(i) + 1}`)),
  );
  return labels.map((label, index) => (index === 0 ? label : label.toLowerCase())).join(', ');
}

export function ProblemSummary({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const previous = useRef<readonly FieldProblem[]>([]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Only new problems move the focus, not the correction of one.
    if (problems.length > previous.current.length) {
      const first = firstOnPage(problems);
      if (first) focusField(first.path);
      else box.current?.focus();
    }
    previous.current = problems;
  }, [problems]);
  return (
    <div
      role="alert"
      ref={box}
      tabIndex={-1}
      className={problems.length > 0 ? 'entry-problems' : ''}
    >
      {problems.length > 0 && (
        <>
          <h3>{problems.length === 1 ? '1 problem' : `${problems.length} problems`} to fix</h3>
          <ul>
            {problems.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                {path === '' ? (
                  message
                ) : (
                  <button type="button" className="quiet" onClick={() => focusField(path)}>
                    {pathLabel(path)}: {message}
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
