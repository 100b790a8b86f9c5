/** Makes and saves the files of the download menu. Loaded on first use. */
import type { GraphqlClient } from '../../../api/client/client.js';
import type { LogHead } from '../../../lib/view.js';
import { unitWords } from '../../../lib/words/dutyWords.js';
import { countryName } from '../../../lib/words/labels.js';
import { HYPOTHETICAL } from '../../../ui/hypotheticalMark.js';
import { sceneOf } from '../model/scene.js';
import { dutyRows } from '../model/rows.js';
import { sourceLine } from '../model/sourceLine.js';
import type { ChartFile } from './chartFile.js';
import type { DownloadableChart, FileKind } from './downloadable.js';
import {
  addressOf,
  dataDateOf,
  pinnedClock,
  saveCsv,
  savePng,
  saveSvg,
  sourcesOf,
  viewOf,
} from './download.js';
import { LIGHT_PAINT } from './paint.js';
import { dutyTable, eventTable } from './tables.js';

export interface Taken extends DownloadableChart {
  readonly client: GraphqlClient;
  readonly head: LogHead | null;
  readonly hypothetical: boolean;
}

/** Every file is drawn as wide, whatever the page. */
const WIDTH = 928;

/** "Duty of the United States on India". */
export const titleOf = ({ imposedBy, on }: Taken['duty']): string =>
  `Duty of ${countryName(imposedBy)} on ${countryName(on)}`;

/** The chart as a file, drawn anew at the width of files. */
export function chartFileOf(taken: Omit<Taken, 'client'>): ChartFile {
  const { input, view, duty, at, clocks, head, events, hypothetical } = taken;
  const scene = sceneOf({ ...input, width: WIDTH, fixedAt: view.at });
  return {
    scene,
    view: { ...view, id: 'chart' },
    title: `${titleOf(duty)}${hypothetical ? `. ${HYPOTHETICAL}` : ''}`,
    subtitles: [unitWords(duty), `${viewOf(clocks, at, head)}.`],
    sources: sourceLine(duty.schedule, events),
    dataDate: dataDateOf(at, head),
    address: addressOf(location, pinnedClock(clocks, at, head)),
    paint: LIGHT_PAINT,
  };
}

/** Saves a file. Rejects when it needs the server and cannot reach it. */
export async function take(kind: FileKind, taken: Taken): Promise<void> {
  const { duty, client, events, hypothetical } = taken;
  const name = `${hypothetical ? 'hypothetical-' : ''}duty-${duty.imposedBy}-on-${duty.on}`;
  if (kind === 'svg') saveSvg(name, chartFileOf(taken));
  else if (kind === 'png') await savePng(name, chartFileOf(taken));
  else if (kind === 'duty') {
    const ids = new Set(dutyRows(taken).flatMap((row) => row.events));
    saveCsv(name, dutyTable(taken, await sourcesOf(client, [...ids]), hypothetical));
  } else {
    const sources = await sourcesOf(
      client,
      events.map(({ id }) => id),
    );
    saveCsv(`${name}-events`, eventTable(events, sources));
  }
}
