/** The key of a chart: what its lines and marks mean. Only what is drawn is in it. */
import type { EventCertainty } from '../../../generated/graphql.js';
import { CERTAINTY } from '../../../lib/words/labels.js';
import type { DrawnView } from './drawnView.js';
import { type Lane, laneWords } from './lanes.js';
import type { Scene } from './scene.js';
import { drawnSteps, unconfirmedSteps } from './steps.js';

export type KeyMark =
  | 'confirmed'
  | 'unconfirmed'
  | 'announced'
  | 'takeover'
  | Lane
  | 'compared'
  | 'disputed'
  | 'scheduled'
  | 'later';

export interface KeyEntry {
  readonly mark: KeyMark;
  readonly words: string;
  /** False where it is drawn at other views of this chart only: its room is kept, so that nothing moves. */
  readonly isDrawn: boolean;
}

const LANES: readonly Lane[] = ['Talks', 'Measures', 'Statements'];

/**
 * What does not depend on the date of the view comes first. What came later is named above the plot,
 * too: a page, whose view moves, needs no more.
 */
export function keyOf(scene: Scene, view: DrawnView): readonly KeyEntry[] {
  const { steps, announced, takeovers, hatched, overlay, events, rows, frame } = scene;
  const [, end] = frame.x.domain;
  const unconfirmed = unconfirmedSteps(steps);
  const held = [...new Set(unconfirmed.map(({ leastCertainty }) => leastCertainty))];
  const lanes = new Set(rows.placed.map(({ id }) => events.get(id)?.lane));
  const later = drawnSteps(steps).some(({ to, from }) => to > view.at && from < view.today);
  const entries: readonly (KeyEntry & { readonly isPossible: boolean })[] = [
    always('confirmed', 'confirmed', unconfirmed.length > 0),
    always('unconfirmed', `${heldWords(held)}, not confirmed`, unconfirmed.length > 0),
    always('announced', 'announced, no legal act', announced.length > 0),
    always('takeover', 'another act, same rate', takeovers.length > 0),
    ...LANES.map((lane) => always(lane, laneWords(lane).toLowerCase(), lanes.has(lane))),
    always('compared', overlay?.words ?? '', overlay !== null),
    {
      ...{ mark: 'disputed', words: 'disputed', isPossible: hatched.length > 0 },
      isDrawn: hatched.some(({ from }) => from < view.at),
    },
    {
      ...{ mark: 'scheduled', words: 'decided for later', isPossible: true },
      isDrawn: drawnSteps(view.scheduled).some(({ from }) => from < end),
    },
    {
      ...{ mark: 'later', words: 'later, as it came', isPossible: true },
      isDrawn: view.at < view.today && later,
    },
  ];
  return entries.filter(({ isPossible }) => isPossible);
}

const always = (mark: KeyMark, words: string, isPossible: boolean) => ({
  ...{ mark, words, isPossible, isDrawn: isPossible },
});

/** "reported or inferred"; what is disputed is hatched, too. */
const heldWords = (held: readonly (EventCertainty | null)[]): string =>
  held.map((each) => (each === null ? '' : CERTAINTY[each])).join(' or ');
