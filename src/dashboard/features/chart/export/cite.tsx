/** The view of a chart as a citation, to be copied. Loaded on first use. */
import { useState } from 'react';
import { dateOf } from '../../../lib/time/calendarDays.js';
import type { LogHead } from '../../../lib/view.js';
import { apa, bibtex } from './citation.js';
import { addressOf, pinnedClock, viewOf } from './download.js';
import type { DownloadableChart } from './downloadable.js';
import { titleOf } from './take.js';

interface CiteProps extends DownloadableChart {
  readonly head: LogHead | null;
  readonly onClose: () => void;
}

export default function Cite({ duty, clocks, at, head, onClose }: CiteProps) {
  const [status, setStatus] = useState('');
  const cited = {
    title: titleOf(duty),
    view: viewOf(clocks, at, head),
    date: (head?.recordedAt ?? dateOf(at)).slice(0, 10),
    address: addressOf(location, pinnedClock(clocks, at, head)),
  };
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => setStatus('Copied.'),
      () => setStatus('This browser does not allow copying. Select the text instead.'),
    );
  return (
    <section className="chart-cite" aria-label="Cite this view">
      {(
        [
          ['APA', apa(cited)],
          ['BibTeX', bibtex(cited)],
        ] as const
      ).map(([style, text]) => (
        <div key={style}>
          <h3>{style}</h3>
          <pre>{text}</pre>
          <button type="button" onClick={() => copy(text)}>
            Copy {style}
          </button>
        </div>
      ))}
      <p>
        <button type="button" className="quiet" onClick={onClose}>
          Close
        </button>{' '}
        <span role="status">{status}</span>
      </p>
    </section>
  );
}
