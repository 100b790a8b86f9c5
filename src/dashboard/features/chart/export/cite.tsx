/** The view of a chart as a citation, to be copied, and its proofs. Loaded on first use. */
import { dateOf } from '../../../lib/time/calendarDays.js';
import { type LogHead, writeClocks } from '../../../lib/view.js';
import { Citations } from '../../../ui/citation/citations.js';
import { ProofLink } from '../../../ui/citation/proofLink.js';
import { addressOf, pinnedClock } from '../../../api/url/pinnedView.js';
import { viewOf } from './download.js';
import type { DownloadableChart } from './downloadable.js';
import { titleOf } from './take.js';

interface CiteProps extends DownloadableChart {
  readonly head: LogHead | null;
  readonly onClose: () => void;
}

export default function Cite({ duty, clocks, at, head, onClose }: CiteProps) {
  const cited = {
    title: titleOf(duty),
    view: viewOf(clocks, at, head),
    date: (head?.recordedAt ?? dateOf(at)).slice(0, 10),
    address: addressOf(location, pinnedClock(clocks, at, head)),
  };
  const pinned = { ...pinnedClock(clocks, at, head), to: null };
  const search = (parameters: Record<string, string>) =>
    writeClocks(`?${new URLSearchParams(parameters)}`, pinned);
  // What is assumed follows from no log.
  const isAssumed = document.documentElement.dataset['whatIf'] !== undefined;
  const [, page, slug] = location.pathname.split('/');
  const isNegotiation = page === 'negotiation' && slug !== undefined;
  return (
    <section className="chart-cite" aria-label="Cite this view">
      <Citations cited={cited} />
      {!isAssumed && (
        <p className="soft">
          <ProofLink path="/api/duty" search={search({ imposedBy: duty.imposedBy, on: duty.on })}>
            Download proof of the duty
          </ProofLink>
          {isNegotiation && (
            <ProofLink path={`/api/negotiations/${slug}`} search={search({})}>
              Download proof of where the talks stand
            </ProofLink>
          )}
        </p>
      )}
      <p>
        <button type="button" className="quiet" onClick={onClose}>
          Close
        </button>
      </p>
    </section>
  );
}
