/** Everything below the chart, in columns where there is room. */
import { memo } from 'react';
import { Agreements, Targets } from './goals.js';
import { Measures } from './measures.js';
import { Course } from './pageHead.js';
import type { Picture } from '../../api/cache/snapshotCache.js';
import { Section } from '../../ui/section.js';
import { Meetings, Pauses, Rounds } from './talks.js';
import { Findings, Statements } from './statements.js';

export const Topics = memo(function Topics({ picture }: { readonly picture: Picture }) {
  return (
    <div className="topics">
      <div>
        <Measures measures={picture.measures} duties={picture.duties} />
        <Targets targets={picture.targets} />
        <Agreements agreements={picture.agreements} />
      </div>
      <div>
        <Section title="Phases">
          <Course phases={picture.phases} />
        </Section>
        <Rounds rounds={picture.rounds} />
        <Pauses pauses={picture.pauses} />
        <Meetings meetings={picture.meetings} />
      </div>
      <div>
        <Statements statements={picture.statements} />
        <Findings findings={picture.findings} />
      </div>
    </div>
  );
});
