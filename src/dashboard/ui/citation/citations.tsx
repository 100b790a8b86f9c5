/** What is cited, in the styles that people ask for, each to be copied. */
import { apa, bibtex, type Cited } from '../../lib/words/sources/citation.js';
import { useCopy } from './useCopy.js';
import './citations.css';

const STYLES = [
  ['APA', apa],
  ['BibTeX', bibtex],
] as const;

export function Citations({ cited }: { readonly cited: Cited }) {
  const { status, copy } = useCopy();
  return (
    <div className="citations">
      {STYLES.map(([style, citationOf]) => (
        <div key={style}>
          <h3>{style}</h3>
          <pre tabIndex={0} role="region" aria-label={`Citation: ${style}`}>
            {citationOf(cited)}
          </pre>
          <button
            type="button"
            className="quiet screen-only"
            onClick={() => copy(citationOf(cited))}
          >
            Copy {style}
          </button>
        </div>
      ))}
      <span role="status">{status}</span>
    </div>
  );
}
