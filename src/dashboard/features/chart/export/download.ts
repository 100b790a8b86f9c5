/** Downloads of a chart. Loaded on first use. */
import type { GraphqlClient } from '../../../api/client/client.js';
import { pinnedClock } from '../../../api/url/pinnedView.js';
import { EventSourcesDocument } from '../../../generated/graphql.js';
import { capital } from '../../../lib/words/labels.js';
import type { Clock, LogHead } from '../../../lib/view.js';
import { viewWords } from '../../../lib/words/viewWords.js';
import { type ChartFile, chartSvg } from './chartFile.js';
import { csvOf } from './csv.js';
import type { Source, Sources, Table } from './tables.js';

/** An image for print, and for screens with small pixels. */
const SCALE = 2;
/** IDs in one query, so that it fits a URL. */
const BATCH = 60;

/** The view of a chart in words, with every clock stated. */
export const viewOf = (clock: Clock, instant: number, head: LogHead | null): string =>
  capital(viewWords(pinnedClock(clock, instant, head)) ?? '');

/** The sources of events. Rejects when the server cannot be reached. */
export async function sourcesOf(client: GraphqlClient, ids: readonly string[]): Promise<Sources> {
  const sources = new Map<string, readonly Source[]>();
  for (let i = 0; i < ids.length; i += BATCH) {
    const { nodes } = await client.fetch(EventSourcesDocument, { ids: ids.slice(i, i + BATCH) });
    for (const node of nodes) if (node && 'sources' in node) sources.set(node.id, node.sources);
  }
  return sources;
}

/** Hands a file to the browser. */
function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export const saveCsv = (name: string, table: Table): void =>
  save(`${name}.csv`, new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }));

export const saveSvg = (name: string, file: ChartFile): void =>
  save(`${name}.svg`, new Blob([chartSvg(file).svg], { type: 'image/svg+xml' }));

export async function savePng(name: string, file: ChartFile): Promise<void> {
  const { svg, width, height } = chartSvg(file);
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob) save(`${name}.png`, blob);
  } finally {
    URL.revokeObjectURL(url);
  }
}
