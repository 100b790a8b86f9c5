/** The phases so far, how the talks go, and the status in terms of the World Trade Organization. */
import { memo } from 'react';
import { dateWords, sinceWords } from '../../lib/time/edtfWords.js';
import { capital } from '../../lib/words/labels.js';
import { activityWords, meansOf, PHASE_WORDS } from '../../lib/words/status.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';

export const Phases = memo(function Phases({
  phases,
  activity,
  rtaStatus,
  duties,
}: Pick<Snapshot, 'phases' | 'activity' | 'rtaStatus' | 'duties'>) {
  return (
    <>
      <ol className="phases" aria-label="Phases so far">
        {phases.map(({ value, since, setBy, certainty }) => (
          <li key={`${value}${since}`}>
            <Provenance events={[setBy]} title={PHASE_WORDS[value]}>
              {PHASE_WORDS[value]}
            </Provenance>{' '}
            <span className="soft">
              {certainty === 'POSSIBLE' ? 'possibly ' : ''}
              {dateWords(since, meansOf(value))}
            </span>
          </li>
        ))}
      </ol>
      <p className="soft">
        <Provenance path="activity" events={[activity.setBy]} title="Activity of the talks">
          {capital(activityWords(activity))}
        </Provenance>
        {activity.value === 'UNKNOWN'
          ? `, the last of ${dateWords(activity.since, 'session')}`
          : ` ${sinceWords(activity.since)}`}
        .{/* Talks of which no country is a party are no trade agreement. */}
        {duties.length > 0 && ` Status in World Trade Organization terms: ${rtaStatus}.`}
      </p>
    </>
  );
});
