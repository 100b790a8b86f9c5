/** The view of a chart as a citation, to be copied. Loaded on first use. */
import { dateOf } from '../../../lib/time/calendarDays.js';
import type { LogHead } from '../../../lib/view.js';
import { Citations } from '../../../ui/citation/citations.js';
import { addressOf, pinnedClock, viewOf } from './download.js';
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
  return (
    <section className="chart-cite" aria-label="Cite this view">
      <Citations cited={cited} />
      <p>
        <button type="button" className="quiet" onClick={onClose}>
          Close
        </button>
      </p>
    </section>
  );
}
