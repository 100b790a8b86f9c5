/** Who is said to have changed a duty, by each of those that tell of it. */
import { diff } from '../../src/domain/history/diff.js';
import { explain } from '../../src/domain/history/explain.js';
import { viewAt } from '../../src/domain/history/segments.js';
import { timelineOf } from '../../src/domain/history/timeline.js';
import type { NegotiationView } from '../../src/domain/negotiation/negotiationView.js';
import type { Fact } from '../../src/domain/streamState/knowledgeView.js';

/** A change of the total of a duty, as the timeline tells it. */
export interface DutyTurn {
  readonly at: number;
  readonly path: string;
  readonly after: number | null;
  readonly causedBy: readonly Fact[];
}

const TOTAL = /^duties\.[^.]+\.total$/;
const idsOf = (facts: readonly Fact[]): readonly string[] => facts.map(({ event }) => event.id);

const dutyAt = (view: NegotiationView, path: string) =>
  view.duties.find(({ imposedBy, on }) => path === `duties.${imposedBy}-${on}.total`);

/** The changes of totals of pairs that were there before, in `[from, to]`. */
export const dutyTurnsOf = (view: NegotiationView, from: number, to: number): readonly DutyTurn[] =>
  timelineOf(view, from, to).flatMap(({ at, changes }) =>
    changes
      .filter(({ path }) => TOTAL.test(path) && dutyAt(viewAt(view, at - 1), path))
      .filter(({ path }) => dutyAt(viewAt(view, at), path))
      .map(({ path, after, causedBy }) => ({ at, path, after: after as number | null, causedBy })),
  );

/** The ids that each names for one change, and those that explain names for the total it led to. */
export function causesToldAt(view: NegotiationView, { at, path, after, causedBy }: DutyTurn) {
  const [before, now] = [viewAt(view, at - 1), viewAt(view, at)];
  const pending = dutyAt(before, path)?.pending.find((change) => change.at === at);
  const differing = diff(before, now).find((change) => change.path === path);
  return {
    timeline: idsOf(causedBy),
    diff: idsOf(differing?.causedBy ?? []),
    // What is decided at the very instant is not pending before it.
    pending: pending?.total === after ? pending.setBy.event.id : undefined,
    explain: explain(view, path)
      .filter(({ value, current }) => value === after && !current)
      .map(({ setBy, alsoBy }) => idsOf([setBy, ...alsoBy])),
  };
}
