/** The sections below the chart, in columns on wide screens. Their code is loaded after the chart's. */
import { memo } from 'react';
import { useMayWrite } from '../../api/client/rights.js';
import { Targets } from './goals.js';
import { Measures } from './measures.js';
import { Phases } from './phases.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';
import { lazyWithRetry } from '../../ui/loading/lazyWithRetry.js';
import { Section } from '../../ui/sections/section.js';
import { Meetings, Pauses, Rounds } from './talks.js';
import { phasesSummary } from './sectionSummaries.js';
import { Findings, Statements } from './statements.js';

const Agreements = lazyWithRetry(() => import('./agreements/agreements.js'));
const Parties = lazyWithRetry(() => import('./parties.js'));
const Tracks = lazyWithRetry(() => import('./tracks.js'));

const Topics = memo(function Topics({ snapshot }: { readonly snapshot: Snapshot }) {
  // What contradicts itself is for those who can mend it.
  const mayWrite = useMayWrite();
  const { agreements, parties, formerParties, roundsCompleted, tracks } = snapshot;
  return (
    <div className="topics">
      <div>
        <Measures measures={snapshot.measures} duties={snapshot.duties} />
        <Targets targets={snapshot.targets} />
        {agreements.length > 0 && <Agreements agreements={agreements} />}
      </div>
      <div>
        <Section title="Phases" summary={phasesSummary(snapshot)}>
          <Phases {...snapshot} />
        </Section>
        <Parties parties={parties} formerParties={formerParties} />
        <Rounds rounds={snapshot.rounds} tracks={tracks} at={snapshot.view.at} />
        {tracks.length > 0 && <Tracks tracks={tracks} counts={roundsCompleted.byTrack} />}
        <Pauses pauses={snapshot.pauses} tracks={tracks} />
        <Meetings meetings={snapshot.meetings} />
      </div>
      <div>
        <Statements statements={snapshot.statements} />
        {mayWrite && (
          <div className="screen-only">
            <Findings findings={snapshot.findings} />
          </div>
        )}
      </div>
    </div>
  );
});

export default Topics;
