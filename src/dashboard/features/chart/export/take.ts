/** Makes and saves the files of the download menu. Loaded on first use. */
import { addressOf, pinnedClock } from '../../../api/url/pinnedView.js';
import type { GraphqlClient } from '../../../api/client/client.js';
import type { LogHead } from '../../../lib/view.js';
import { unitWords } from '../../../lib/words/dutyWords.js';
import { countryName } from '../../../lib/words/labels.js';
import { dateOf } from '../../../lib/time/calendarDays.js';
import { timePointWords } from '../../../lib/words/viewWords.js';
import { HYPOTHETICAL } from '../../../ui/hypotheticalMark.js';
import { sceneOf } from '../model/scene.js';
import { dutyRows } from '../model/rows.js';
import { dataDateLine, sourceLine } from '../model/sourceLine.js';
import { type ChartFile, EDGE } from './chartFile.js';
import type { DownloadableChart, FileKind } from './downloadable.js';
import { saveCsv, savePng, saveSvg, sourcesOf, viewOf } from './download.js';
import { LIGHT_PAINT } from './paint.js';
import { dutyTable, eventTable, type TableBasis } from './tables.js';

export interface Taken extends DownloadableChart {
  readonly client: GraphqlClient;
  readonly head: LogHead | null;
  readonly hypothetical: boolean;
  /** What an image is laid out for, in pixels, whatever the page. */
  readonly width: number;
}

/** "Duty of the United States on India". */
export const titleOf = ({ imposedBy, on }: Taken['duty']): string =>
  `Duty of ${countryName(imposedBy)} on ${countryName(on)}`;

/** The chart as a file, laid out anew for its width. */
export function chartFileOf(taken: Omit<Taken, 'client'>): ChartFile {
  const { input, view, duty, at, clocks, head, events, hypothetical } = taken;
  const scene = sceneOf({ ...input, width: taken.width - 2 * EDGE, fixedAt: view.at });
  return {
    scene,
    // A file is kept: "now" is its day.
    view: { ...view, id: 'chart', date: timePointWords(clocks.at ?? dateOf(at)) },
    title: `${titleOf(duty)}${hypothetical ? `. ${HYPOTHETICAL}` : ''}`,
    subtitles: [unitWords(duty), `${viewOf(clocks, at, head)}.`],
    sources: sourceLine(duty.schedule, events),
    dataDate: dataDateLine(events, head?.recordedAt ?? dateOf(at)),
    address: addressOf(location, pinnedClock(clocks, at, head)),
    paint: LIGHT_PAINT,
  };
}

/** Saves a file. Rejects when it needs the server and cannot reach it. */
export async function take(kind: FileKind, taken: Taken): Promise<void> {
  const { duty, client, events, hypothetical, width } = taken;
  const name = `${hypothetical ? 'hypothetical-' : ''}duty-${duty.imposedBy}-on-${duty.on}`;
  const { clocks, at, head } = taken;
  const basisOf = async (ids: readonly string[]): Promise<TableBasis> => ({
    sources: await sourcesOf(client, ids),
    ...{ view: pinnedClock(clocks, at, head), origin: location.origin },
  });
  if (kind === 'svg') saveSvg(`${name}-${width}`, chartFileOf(taken));
  else if (kind === 'png') await savePng(`${name}-${width}`, chartFileOf(taken));
  else if (kind === 'duty') {
    const ids = new Set(dutyRows(taken).flatMap((row) => row.events));
    saveCsv(name, dutyTable(taken, await basisOf([...ids]), hypothetical));
  } else {
    const basis = await basisOf(events.map(({ id }) => id));
    saveCsv(`${name}-events`, eventTable(events, basis));
  }
}
