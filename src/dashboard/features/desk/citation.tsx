/** Print, a link that always gives this answer, and the answer as a citation. */
import { instantWords } from '../../lib/time/edtfWords.js';
import { type Clocks, writeClocks } from '../../lib/view.js';
import { sentence } from '../../lib/words/sentence.js';
import { ProofLink } from '../../ui/citation/proofLink.js';
import { useCopy } from '../../ui/citation/useCopy.js';
import { heldWords } from '../../lib/words/dutyWords.js';
import type { Question } from './question.js';
import { type Duty, figureWords, goodsWords, layerName, moneyWords, pairWords } from './words.js';
import { entryWords } from './entryWords.js';

interface CitationProps {
  readonly question: Question;
  readonly duty: Duty;
  readonly clocks: Clocks;
}

/** The query string with every clock stated: what it asks never has another answer. */
export const pinnedSearch = (search: string, { view }: Duty, clocks: Clocks): string =>
  writeClocks(search, { ...clocks, at: clocks.at ?? view.at, knownAt: view.knownAt });

/** The answer in one paragraph, with where it is from. */
export function citationText({ question, duty, clocks }: CitationProps, address: string): string {
  const applying = duty.layers.filter(({ applies }) => applies);
  const lines = applying.map((layer) =>
    `${layerName(layer)} ${heldWords(layer.expression ?? '', layer.leastCertainty)}`.trim(),
  );
  const { status, note } = duty.coverage;
  return [
    `${[pairWords(question), ...goodsWords(question)].join('; ')}. ${entryWords(duty, clocks)}: ` +
      `${figureWords(duty)}${duty.amount ? `, ${moneyWords(duty.amount)}` : ''}.`,
    ...(lines.length > 0 ? [`Of this: ${lines.join(' + ')}.`] : []),
    ...(status === 'COMPLETE'
      ? []
      : [sentence(`The record is incomplete${note === null ? '' : `: ${note}`}`)]),
    `Parley, record of ${duty.view.position} events as known ${instantWords(duty.view.knownAt)}.`,
    address,
  ].join(' ');
}

export function Citation(props: CitationProps) {
  const { duty, clocks } = props;
  const { status, copy } = useCopy();
  const search = pinnedSearch(location.search, duty, clocks);
  const address = `${location.origin}/duty${search}`;
  return (
    <section className="topic">
      <h2>Cite this answer</h2>
      <p className="desk-cite">{citationText(props, address)}</p>
      <p className="desk-buttons screen-only">
        <button type="button" onClick={() => copy(citationText(props, address))}>
          Copy as citation
        </button>
        <button type="button" onClick={() => copy(address)}>
          Copy link
        </button>
        <button type="button" onClick={() => print()}>
          Print
        </button>
        <a href={`/api/duty${search}`}>JSON</a>
        <a href={`/api/duty.csv${search}`}>CSV</a>
        <ProofLink path="/api/duty" search={search}>
          Download proof
        </ProofLink>
        <span role="status">{status}</span>
      </p>
    </section>
  );
}
