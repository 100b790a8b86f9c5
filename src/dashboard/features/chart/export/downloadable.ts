/** What the download menu takes its files from, and which files there are. */
import type { TimelineEvent } from '../../../lib/time/timelineEvents.js';
import type { Clock } from '../../../lib/view.js';
import type { Charted } from '../model/rows.js';
import type { SceneInput } from '../model/scene.js';
import type { DrawnView } from '../model/drawnView.js';

export interface DownloadableChart extends Charted {
  readonly input: SceneInput;
  readonly view: DrawnView;
  readonly events: readonly TimelineEvent[];
  readonly clocks: Clock;
}

export const FILES = [
  ['png', 'Image (PNG, double size)'],
  ['svg', 'Drawing (SVG)'],
  ['duty', 'The duty as a table (CSV)'],
  ['events', 'The events as a table (CSV)'],
] as const;

export type FileKind = (typeof FILES)[number][0];
