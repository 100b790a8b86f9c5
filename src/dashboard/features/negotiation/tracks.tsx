/** Separate strands of a negotiation, how each goes, and its rounds. */
import { memo } from 'react';
import { sinceWords } from '../../lib/time/edtfWords.js';
import { activityWords } from '../../lib/words/status.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import { Section } from '../../ui/sections/section.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';

type Count = Snapshot['roundsCompleted']['byTrack'][number];

export default memo(function Tracks({
  tracks,
  counts,
}: Pick<Snapshot, 'tracks'> & { readonly counts: readonly Count[] }) {
  return (
    <Section title="Tracks" note={tracks.length}>
      <ul className="items">
        {tracks.map(({ slug, title, scope, since, activity, setBy }) => (
          <li key={slug} className="item">
            <Provenance path={`tracks.${setBy.id}`} events={[setBy]} title={title}>
              {title}
            </Provenance>{' '}
            {sinceWords(since)}{' '}
            <span className={`badge ${activity === 'ACTIVE' ? 'good' : 'warn'}`}>
              {activityWords({ value: activity, scope: null, certainty: 'CERTAIN' })}
            </span>
            <Rounds count={counts.find(({ track }) => track === slug)} />
            {scope !== null && <p className="soft">{scope}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
});

function Rounds({ count }: { readonly count: Count | undefined }) {
  if (!count) return null;
  const { track, reported, counted, disputed, reports } = count;
  return (
    <p className="soft">
      Rounds completed:{' '}
      <Provenance
        path={`roundsCompleted.byTrack.${track}.${reported === null ? 'counted' : 'reported'}`}
        events={reports.map(({ setBy }) => setBy)}
        title="Rounds of the track completed"
      >
        {reported ?? counted}
      </Provenance>{' '}
      {reported === null ? 'counted' : `reported, ${counted} counted one by one`}
      {disputed && '; disputed'}
    </p>
  );
}
