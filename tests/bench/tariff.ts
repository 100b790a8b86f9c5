/** Whole tariffs: a list of 6,190 codes and a schedule of 19,000 lines, imported and asked about. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkFiles, importFiles } from '../../src/app/transfer/importFiles.js';
import { Parley } from '../../src/app/parley.js';
import { openLog } from '../../src/log/openLog.js';
import { atMost, type BenchResult } from './measure.js';

const CODES = 6_190;
const LINES = 19_000;
/** The good asked about is the last of both, whatever their length. */
const GOOD = '99999999';
const EXPECTED = 5 + 25;

/** `count` codes of eight digits in the first chapters, and the good. */
const codes = (count: number): readonly string[] => [
  ...Array.from({ length: count - 1 }, (_, i) => String(1_000_000 + i * 500).padStart(8, '0')),
  GOOD,
];

const adopted = (slug: string, data: object) =>
  JSON.stringify({
    stream: `measure/${slug}`,
    type: 'MeasureAdopted',
    occurred: '2025-01-01',
    data: { imposedBy: 'IN', affects: ['*'], kind: 'OTHER', effectiveFrom: '2025-01-02', ...data },
    sources: [{ publisher: 'Bench', kind: 'INSTRUMENT' }],
  });

/** A tariff as a file of two lines. */
const tariff = (list: number, schedule: number): string =>
  [
    adopted('list', { title: 'A list', rate: 25, goods: { hs: codes(list) } }),
    adopted('schedule', {
      title: 'A schedule',
      role: 'MFN',
      lines: codes(schedule).map((hs, i) => ({ hs, rate: i === schedule - 1 ? 5 : i % 100 })),
    }),
  ].join('\n');

async function imported(file: string): Promise<Parley> {
  const parley = new Parley(await openLog('memory:'));
  await importFiles(parley, await checkFiles([{ path: file, name: file }]));
  return parley;
}

async function ask(parley: Parley): Promise<void> {
  const { subject } = await parley.duty(
    { imposedBy: 'IN', on: 'US', goods: { hs: GOOD } },
    { at: '2025-06-01' },
  );
  if (subject.total !== EXPECTED) throw new Error(`the duty is ${subject.total}, not ${EXPECTED}`);
}

async function withTariffs(
  bench: (large: string, small: string) => Promise<BenchResult>,
): Promise<BenchResult> {
  const directory = mkdtempSync(path.join(tmpdir(), 'parley-tariff-'));
  const write = (name: string, text: string) => {
    const file = path.join(directory, name);
    writeFileSync(file, text);
    return file;
  };
  try {
    return await bench(
      write('large.jsonl', tariff(CODES, LINES)),
      write('small.jsonl', tariff(6, 19)),
    );
  } finally {
    rmSync(directory, { recursive: true });
  }
}

export const tariffBenches: readonly (() => Promise<BenchResult>)[] = [
  () =>
    withTariffs(async (large, small) => {
      const [long, short] = [await imported(large), await imported(small)];
      return atMost(
        'duty of one good, 6,190 codes and 19,000 lines',
        'times 6 codes and 19 lines',
        2,
        () => ask(long),
        () => ask(short),
      );
    }),
  () =>
    withTariffs((large) =>
      atMost(
        'import of 6,190 codes and 19,000 lines, and the first answer',
        'times reading and parsing the file',
        20,
        async () => {
          const parley = await imported(large);
          await ask(parley);
          await parley.close();
        },
        () => {
          const lines = readFileSync(large, 'utf8').split('\n');
          const length = lines.map((line) => JSON.parse(line) as unknown).length;
          if (length !== 2) throw new Error(`the file has ${length} lines`);
        },
      ),
    ),
];
