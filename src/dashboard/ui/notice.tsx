/** What a page says when it has nothing else to show. */
import type { ReactNode } from 'react';
import { Link } from './link.js';

export function Loading({ what = 'Reading the record' }: { readonly what?: string }) {
  return (
    <p className="notice" role="status">
      {what} …
    </p>
  );
}

export function NotFound({ path }: { readonly path: string }) {
  return (
    <div className="notice">
      <h1>Nothing is here</h1>
      <p>
        There is no page at <code>{path}</code>. <Link href="/">All negotiations</Link> are on the
        first page.
      </p>
    </div>
  );
}

/** Something went wrong: what, and what can be done about it. */
export function Trouble({
  title,
  children,
  onRetry,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly onRetry?: (() => void) | undefined;
}) {
  return (
    <div className="notice trouble" role="alert">
      <h2>{title}</h2>
      <p>{children}</p>
      {onRetry && (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
