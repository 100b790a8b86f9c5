/** The sections below the chart, in columns on wide screens. */
import { memo } from 'react';
import { Agreements, Targets } from './goals.js';
import { Measures } from './measures.js';
import { PhaseList } from './pageHead.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';
import { Section } from '../../ui/section.js';
import { Meetings, Pauses, Rounds } from './talks.js';
import { Findings, Statements } from './statements.js';

export const Topics = memo(function Topics({ snapshot }: { readonly snapshot: Snapshot }) {
  return (
    <div className="topics">
      <div>
        <Measures measures={snapshot.measures} duties={snapshot.duties} />
        <Targets targets={snapshot.targets} />
        <Agreements agreements={snapshot.agreements} />
      </div>
      <div>
        <Section title="Phases">
          <PhaseList phases={snapshot.phases} />
        </Section>
        <Rounds rounds={snapshot.rounds} />
        <Pauses pauses={snapshot.pauses} />
        <Meetings meetings={snapshot.meetings} />
      </div>
      <div>
        <Statements statements={snapshot.statements} />
        <Findings findings={snapshot.findings} />
      </div>
    </div>
  );
});
