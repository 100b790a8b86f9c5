/** The GraphQL queries behind a page, to read, copy and run. */
import { textOf } from '../api/client/client.js';
import { useState } from 'react';
import type { TypedDocumentString } from '../generated/graphql.js';
import { useCopy } from './citation/useCopy.js';
import './queryExamples.css';

/** One query that a page sends. */
export interface QueryExample {
  /** What the query is for, in a few words. */
  readonly what: string;
  readonly document: TypedDocumentString<unknown, never>;
  readonly variables: object;
}

/** In characters. A longer URL is not linked. */
const MAX_URL_LENGTH = 7_500;

/** A panel that shows the queries behind a page. */
export function QueryExamples({ queries }: { readonly queries: readonly QueryExample[] }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      className="query-examples screen-only"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>How to query this</summary>
      {open && (
        <>
          <p>
            All data on this page comes from the queries below, which any program can send to{' '}
            <code>/graphql</code>.
          </p>
          {queries.map((each) => (
            <Example key={each.what} {...each} />
          ))}
        </>
      )}
    </details>
  );
}

function Example({ what, document, variables }: QueryExample) {
  const { status, copy } = useCopy();
  const query = textOf(document);
  const variablesJson = JSON.stringify(variables, null, 2);
  const url = `/graphql?${new URLSearchParams({ query, variables: variablesJson }).toString()}`;
  return (
    <section>
      <h3>{what}</h3>
      <p>
        {url.length <= MAX_URL_LENGTH && (
          <a href={url} target="_blank" rel="noopener">
            Try it in GraphiQL
          </a>
        )}{' '}
        <button type="button" className="quiet" onClick={() => copy(query)}>
          Copy the query
        </button>{' '}
        <span role="status">{status}</span>
      </p>
      <pre tabIndex={0} role="region" aria-label={`Query: ${what}`}>
        {query}
      </pre>
      {variablesJson !== '{}' && (
        <pre tabIndex={0} role="region" aria-label={`Variables: ${what}`}>
          {variablesJson}
        </pre>
      )}
    </section>
  );
}
