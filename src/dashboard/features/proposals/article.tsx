/** The text a proposal rests on, with its words lit; or the words alone where it was not kept. */
import { useState } from 'react';
import { fieldName, type Proposal } from './fields.js';

type Spans = Proposal['spans'];

interface Part {
  readonly start: number;
  readonly text: string;
  readonly paths: readonly string[];
}

/** The text cut at every beginning and end of a span. */
function partsOf(text: string, spans: Spans): readonly Part[] {
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])]
    .filter((cut) => cut <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? text.length;
    return {
      start,
      text: text.slice(start, end),
      paths: spans.filter((span) => span.start <= start && span.end >= end).map(({ path }) => path),
    };
  });
}

/** Whether a text is the one that the words were taken from. */
const isSame = (text: string, length: number, spans: Spans): boolean =>
  text.length === length &&
  spans.every(({ start, end, quote }) => text.slice(start, end) === quote);

export function Article({ proposal }: { readonly proposal: Proposal }) {
  const { text, spans } = proposal;
  const [pasted, setPasted] = useState('');
  if (!text) return <p className="soft">Proposed without a text.</p>;
  const content = text.content ?? (isSame(pasted, text.length, spans) ? pasted : null);
  if (content !== null)
    return (
      <div className="proposal-text">
        {partsOf(content, spans).map(({ start, text: words, paths }) =>
          paths.length === 0 ? (
            words
          ) : (
            <mark key={start} title={paths.map(fieldName).join(', ')}>
              {words}
            </mark>
          ),
        )}
      </div>
    );
  return (
    <>
      <p className="soft">The text was not kept. These are the words that the fields rest on:</p>
      <ul className="items">
        {spans.map(({ path, start, quote }) => (
          <li key={`${path} ${start}`} className="item">
            {fieldName(path)}: <mark>{quote}</mark>
          </li>
        ))}
      </ul>
      <label htmlFor="proposal-pasted">Paste the text to see the words in their place</label>
      <textarea
        id="proposal-pasted"
        rows={3}
        value={pasted}
        onChange={({ target }) => setPasted(target.value)}
      />
      {pasted !== '' && <p role="status">This is not the text that the proposal rests on.</p>}
    </>
  );
}
