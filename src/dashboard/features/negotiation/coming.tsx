/** What happens next: a strip of the dates that are planned or will take effect, and what is overdue. */
import { memo, useId, useMemo, useState } from 'react';
import { DAY_MS } from '../../lib/time/calendarDays.js';
import { comingDates, type ComingDate, overdue } from '../../lib/time/comingDates.js';
import { capital } from '../../lib/words/labels.js';
import { perhapsMetWords } from '../../lib/words/targetWords.js';
import { relativeWords } from '../../lib/time/relative.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import { TermLink } from '../../ui/termLink.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';

/** So many dates are shown before the reader asks for all. */
const SHOWN = 4;

interface ComingProps {
  readonly snapshot: Snapshot;
  /** The instant of the view, in epoch milliseconds. */
  readonly at: number;
  readonly zone: string;
}

export const Coming = memo(function Coming({ snapshot, at, zone }: ComingProps) {
  const [all, setAll] = useState(false);
  const id = useId();
  const dates = useMemo(() => comingDates(snapshot, at, zone), [snapshot, at, zone]);
  const late = snapshot.targets.filter(
    ({ status, perhapsMetBy }) => status === 'OVERDUE' && !perhapsMetBy,
  );
  const perhapsMet = snapshot.targets.filter(({ perhapsMetBy }) => perhapsMetBy);
  const words = overdue(snapshot);
  const shown = all ? dates : dates.slice(0, SHOWN);
  return (
    <section className="coming" aria-labelledby={id}>
      <h2 id={id}>What comes next</h2>
      {dates.length === 0 ? (
        <p className="soft">No coming date is on record.</p>
      ) : (
        <p className="soft">
          A <TermLink term="projection">projection</TermLink> from what is on record.
        </p>
      )}
      <ol>
        {shown.map((date, i) => (
          <li key={`${date.what}${date.when}${i}`}>
            <b>{capital(date.when)}</b> <span className="soft">{howFar(date, at)}</span>
            <What date={date} />
          </li>
        ))}
        {perhapsMet.map((target) => (
          <li key={target.slug}>
            <b>Perhaps met</b> <span className="soft">{perhapsMetWords(target)}</span>
            <span>
              <Provenance
                path={`targets.${target.slug}.status`}
                events={[target.setBy, ...(target.perhapsMetBy ? [target.perhapsMetBy] : [])]}
                title={target.what}
              >
                {target.what}
              </Provenance>
            </span>
          </li>
        ))}
        {late.map(({ slug, setBy }, i) => (
          <li key={slug} className="late">
            <b>Overdue, no word</b> <span className="soft">due {words[i]?.when}</span>
            <span>
              <Provenance
                path={`targets.${slug}.status`}
                events={[setBy]}
                title={words[i]?.what ?? ''}
              >
                {words[i]?.what}
              </Provenance>
            </span>
          </li>
        ))}
      </ol>
      {dates.length > shown.length && (
        <button type="button" className="quiet screen-only" onClick={() => setAll(true)}>
          All {dates.length} coming dates
        </button>
      )}
    </section>
  );
});

const What = ({ date: { what, events } }: { readonly date: ComingDate }) => (
  <span>
    <Provenance events={events} title={what}>
      {what}
    </Provenance>
  </span>
);

/** How far ahead a date lies; nothing for one too vague to tell, and for what has begun. */
const howFar = ({ from, to }: ComingDate, at: number): string =>
  from <= at || to - from > 32 * DAY_MS ? '' : relativeWords(from, at);
