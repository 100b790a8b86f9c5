/** What will change the duty, as known, and what it is on other days. */
import { readersZone, legalAndLocalWords } from '../../lib/zonedTime.js';
import { percent } from '../../lib/labels.js';
import { type Clocks, writeClocks } from '../../lib/view.js';
import { Link } from '../../ui/link.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import type { Duty } from './words.js';

interface ChangesProps {
  readonly duty: Duty;
  readonly clocks: Clocks;
}

export function Changes({ duty: { pending, timeZone }, clocks }: ChangesProps) {
  return (
    <section className="topic">
      <h2>What will change</h2>
      {pending.length === 0 && (
        <p className="soft">No later change is decided, as far as is known.</p>
      )}
      <ul className="items">
        {pending.map(({ at, total, measure, setBy }) => (
          <li key={at} className="item">
            <p>
              <strong>
                {total === null ? 'A duty that is no plain percentage' : percent(total)}
              </strong>{' '}
              from {legalAndLocalWords(at, timeZone, readersZone())}
            </p>
            <p className="soft">
              <Provenance events={[setBy]} title={measure?.title ?? 'Change of the duty'}>
                {measure?.title ?? 'The event behind it'}
              </Provenance>
              {'; '}
              <Link href={`/duty${writeClocks(location.search, { ...clocks, at })}`}>
                Ask for entry then
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
