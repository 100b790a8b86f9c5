/** A list that is read page by page, each below the one before. */
import { type ReactNode, useState } from 'react';

interface Page {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

interface PagesProps {
  /** A change of it starts again at the first page. */
  readonly of: string;
  readonly more: string;
  /** Renders a page; `done` says how it ends, with the button for the next one. */
  readonly children: (
    after: string | null,
    next: (page: Page | undefined) => ReactNode,
  ) => ReactNode;
}

export function Pages({ of, more, children }: PagesProps) {
  const [state, setState] = useState<{ of: string; cursors: readonly string[] }>({
    of,
    cursors: [],
  });
  const cursors = state.of === of ? state.cursors : [];
  const pages = [null, ...cursors];
  return (
    <>
      {pages.map((after, i) => (
        <div key={`${of} ${after ?? ''}`}>
          {children(after, (page) => {
            const cursor = page?.endCursor ?? null;
            if (i < pages.length - 1 || !page?.hasNextPage || cursor === null) return null;
            return (
              <button type="button" onClick={() => setState({ of, cursors: [...cursors, cursor] })}>
                {more}
              </button>
            );
          })}
        </div>
      ))}
    </>
  );
}
