/** Notices: loading, page not found, and errors. */
import type { ReactNode } from 'react';
import { Link } from '../link.js';

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
      <h1>Page not found</h1>
      <p>
        There is no page at <code>{path}</code>. <Link href="/">All negotiations</Link> are on the
        first page.
      </p>
    </div>
  );
}

/** What went wrong, and what to do about it. */
export function ErrorNotice({
  title,
  children,
  onRetry,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly onRetry?: (() => void) | undefined;
}) {
  return (
    <div className="notice error-notice" role="alert">
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
