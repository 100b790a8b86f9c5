/** `/glossary`: the words of the record, each with its meaning; from docs/glossary.md. */
import { type ReactNode, useEffect } from 'react';
import glossary from '../../generated/glossary.json';
import { anchorOf } from '../../lib/terms.js';
import './glossary.css';

/** Names of the schema, which stand between backticks, as code. */
const withCode = (meaning: string): ReactNode =>
  meaning.split('`').map((part, i) => (i % 2 === 0 ? part : <code key={i}>{part}</code>));

export default function Glossary() {
  useEffect(() => {
    document.title = 'Glossary – Parley';
    // The word of the link is not on the page yet when the browser looks for it.
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <article className="glossary">
      <h1>Glossary</h1>
      <p>
        The words used on these pages, each with one meaning everywhere; then those of the record
        and of its queries.
      </p>
      {glossary.map(({ title, words }) => (
        <section key={title} aria-labelledby={anchorOf(title)}>
          <h2 id={anchorOf(title)}>{title}</h2>
          <dl>
            {words.map(({ word, meaning }) => (
              <div
                key={word}
                id={anchorOf(word)}
                className={location.hash === `#${anchorOf(word)}` ? 'sought' : ''}
              >
                <dt>{word}</dt>
                <dd>{withCode(meaning)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </article>
  );
}
