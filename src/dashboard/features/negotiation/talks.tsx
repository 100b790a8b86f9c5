/** Rounds, meetings and pauses. */
import { memo } from 'react';
import { dateWords, sinceWords } from '../../lib/time/edtfWords.js';
import {
  FORMALITY,
  MEETING_LEVEL,
  PAUSE_SCOPE,
  roundName,
  slugWords,
} from '../../lib/words/labels.js';
import { roundStatusWords } from '../../lib/words/roundStatus.js';
import { Provenance } from '../../ui/provenance/provenance.js';
import { Latest, Section } from '../../ui/sections/section.js';
import { meetingsSummary, roundsSummary } from './sectionSummaries.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';

type Round = Snapshot['rounds'][number];

/** The name of a round in paths: number and part, or else its dates, made unique with a suffix. */
export function roundPaths(rounds: readonly Round[]): readonly string[] {
  const seen = new Map<string, number>();
  return rounds.map(({ track, number, part, dates }) => {
    const name = `rounds.${track === null ? '' : `${track}.`}${number ?? dates}${part === null ? '' : `-${part}`}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  });
}

const TONE: Readonly<Record<Round['status'], string>> = {
  HELD: 'good',
  IN_PROGRESS: 'good',
  SCHEDULED: '',
  POSTPONED: 'warn',
};

/** The title of a track by its slug; what its slug says where no event opened it. */
export const trackTitle = (slug: string, tracks: Snapshot['tracks']): string =>
  tracks.find((track) => track.slug === slug)?.title ?? slugWords(slug);

export const Rounds = memo(function Rounds({
  rounds,
  tracks,
  at,
}: Pick<Snapshot, 'rounds' | 'tracks'> & {
  /** The date of the view. */
  readonly at: string;
}) {
  const paths = roundPaths(rounds);
  return (
    <Section title="Rounds" note={rounds.length} summary={roundsSummary(rounds, at)}>
      <Latest items={rounds} none="No round is known yet.">
        {({ number, part, dates, place, formal, status, reports, setBy, track }, i) => {
          const name = roundName({ number, part }, 'A round');
          return (
            <li key={paths[i]} className="item">
              <Provenance
                path={`${paths[i] ?? ''}.status`}
                events={[setBy, ...reports]}
                title={name}
              >
                {name}
              </Provenance>
              {track === null ? '' : ` (${trackTitle(track, tracks)})`},{' '}
              {dateWords(dates, 'session')}
              {place === null ? '' : `, ${place}`}{' '}
              <span className={`badge ${TONE[status]}`}>
                {roundStatusWords({ status, dates }, at)}
              </span>{' '}
              <span className="soft">
                {[
                  formal === null || formal === 'YES' ? '' : FORMALITY[formal],
                  reports.length > 1 ? `${reports.length} reports` : '',
                ]
                  .filter((each) => each !== '')
                  .join(', ')}
              </span>
            </li>
          );
        }}
      </Latest>
    </Section>
  );
});

export const Meetings = memo(function Meetings({ meetings }: Pick<Snapshot, 'meetings'>) {
  return (
    <Section
      title="Meetings and calls"
      note={meetings.length}
      summary={meetingsSummary({ meetings })}
    >
      <Latest items={meetings} none="No meeting is known yet.">
        {({ dates, kind, level, place, topics, setBy }) => {
          const name = `${MEETING_LEVEL[level]}${kind === 'CALL' ? ', by phone or video' : ''}`;
          return (
            <li key={setBy.id} className="item">
              <Provenance path={`meetings.${setBy.id}`} events={[setBy]} title={name}>
                {name}
              </Provenance>
              , {dateWords(dates, 'session')}
              {place === null ? '' : `, ${place}`}
              {topics.length > 0 && <span className="soft"> – {topics.join('; ')}</span>}
            </li>
          );
        }}
      </Latest>
    </Section>
  );
});

export const Pauses = memo(function Pauses({
  pauses,
  tracks,
}: Pick<Snapshot, 'pauses' | 'tracks'>) {
  if (pauses.length === 0) return null;
  return (
    <Section title="Pauses" note={pauses.length}>
      <Latest items={pauses} none="">
        {({ from, to, scope, track, reason, days, setBy, endedBy }) => (
          <li key={setBy.id} className="item">
            <Provenance
              path={`pauses.${setBy.id}.from`}
              events={endedBy ? [setBy, endedBy] : [setBy]}
              title={`${PAUSE_SCOPE[scope]} paused`}
            >
              {PAUSE_SCOPE[scope]} paused
            </Provenance>
            {track === null ? '' : ` (${trackTitle(track, tracks)})`} {sinceWords(from)}
            {to === null ? '' : `, until ${dateWords(to)}`}
            {endedBy && <span className="soft"> ({daysWords(days)})</span>}
            {reason !== null && <p className="soft">{reason}</p>}
          </li>
        )}
      </Latest>
    </Section>
  );
});

/** "60 days", "20 to 60 days", "at least 20 days". */
export function daysWords({
  min,
  max,
}: {
  readonly min: number | null;
  readonly max: number | null;
}) {
  const plural = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;
  if (min === null) return max === null ? 'of unknown length' : `at most ${plural(max)}`;
  if (max === null) return `at least ${plural(min)}`;
  return min === max ? plural(min) : `${min} to ${plural(max)}`;
}
