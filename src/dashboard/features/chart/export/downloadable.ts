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

/** What images are laid out for, in pixels: a phone, a column, the page. */
export const IMAGE_WIDTHS = [
  [360, 'Narrow (360 px)'],
  [640, 'Column (640 px)'],
  [960, 'Full width (960 px)'],
] as const;

export type ImageWidth = (typeof IMAGE_WIDTHS)[number][0];

export const FILES = [
  ['png', 'Image (PNG, double size)'],
  ['svg', 'Drawing (SVG)'],
  ['duty', 'The duty as a table (CSV)'],
  ['events', 'The events as a table (CSV)'],
] as const;

export type FileKind = (typeof FILES)[number][0];
