/** The GraphQL behind a page: to read, to take away, and to try. */
import { textOf } from '../api/client/client.js';
import { useState } from 'react';
import type { TypedDocumentString } from '../generated/graphql.js';
import './queryExamples.css';

/** Something a page asks the server. */
export interface Asked {
  /** What it is asked for, in a few words. */
  readonly what: string;
  readonly document: TypedDocumentString<unknown, never>;
  readonly variables: object;
}

/** Of a URL, in characters: what is longer is not linked. */
const MAX_URL = 7_500;

/** A panel that tells how a page's answers are asked for. */
export function QueryExamples({ asked }: { readonly asked: readonly Asked[] }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      className="how-to-ask screen-only"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>How to query this</summary>
      {open && (
        <>
          <p>
            This page holds nothing that GraphQL does not answer. It asked the server, at{' '}
            <code>/graphql</code>, what follows; programs can do the same.
          </p>
          {asked.map((each) => (
            <Question key={each.what} {...each} />
          ))}
        </>
      )}
    </details>
  );
}

function Question({ what, document, variables }: Asked) {
  const [said, setSaid] = useState('');
  const query = textOf(document);
  const given = JSON.stringify(variables, null, 2);
  const url = `/graphql?${new URLSearchParams({ query, variables: given }).toString()}`;
  const copy = () => {
    navigator.clipboard.writeText(query).then(
      () => setSaid('Copied.'),
      () => setSaid('The browser does not let this page copy: select the text instead.'),
    );
  };
  return (
    <section>
      <h3>{what}</h3>
      <p>
        {url.length <= MAX_URL && (
          <a href={url} target="_blank" rel="noopener">
            Try it in GraphiQL
          </a>
        )}{' '}
        <button type="button" className="quiet" onClick={copy}>
          Copy the query
        </button>{' '}
        <span role="status">{said}</span>
      </p>
      <pre tabIndex={0} role="region" aria-label={`Query: ${what}`}>
        {query}
      </pre>
      {given !== '{}' && (
        <pre tabIndex={0} role="region" aria-label={`Variables: ${what}`}>
          {given}
        </pre>
      )}
    </section>
  );
}
