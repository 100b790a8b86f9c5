/** Reads in a log of the size of the field, against the same reads in a small one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Parley } from '../../src/app/parley.js';
import type { EventLog } from '../../src/log/core/eventLog.js';
import { openLog } from '../../src/log/openLog.js';
import {
  ASKED,
  type FieldSize,
  SAID,
  unrelated,
  writeField,
  writeStatements,
  writeTariff,
} from './fieldLog.js';
import { atMost, atMostAfter, type BenchResult } from './measure.js';

const LARGE: FieldSize = { measures: 20_000, negotiations: 2_000 };
const SMALL: FieldSize = { measures: 100, negotiations: 20 };
const MOST = 1.5;
const PAGE = 20;

type Plain = string | number | boolean | null | undefined;

function check(what: string, found: Plain, expected: Plain): void {
  if (found !== expected) throw new Error(`${what} is ${found}, not ${expected}`);
}

type Read = (parley: Parley) => Promise<void>;

const titleAndPhase: Read = async (parley) => {
  const { subject } = (await parley.negotiationOutline(ASKED.negotiation))!;
  check('the title', subject.title, 'Asked');
  check('the phase', subject.phase?.value, 'NEGOTIATING');
};

/** What is asked, and checked to be answered rightly. */
const reads: Readonly<Record<string, Read>> = {
  'title and phase of a negotiation': titleAndPhase,
  'duty of one good': async (parley) => {
    const { subject } = await parley.dutyOutline({
      imposedBy: 'US',
      on: 'IN',
      goods: { hs: ASKED.hs },
    });
    check('the duty', subject.total, ASKED.total);
  },
  'first page of negotiations': async (parley) => {
    const { items, hasNext } = await parley.negotiationList().page({ size: PAGE });
    check('the number of items', items.length, PAGE);
    check('whether there are more', hasNext, true);
    check('the first', items[0]?.subject.slug, ASKED.negotiation);
    for (const { subject } of items) check('a phase', subject.phase?.value, 'NEGOTIATING');
  },
  'first page of measures': async (parley) => {
    const { items } = await parley.measureList().page({ size: PAGE });
    check('the number of items', items.length, PAGE);
    check('the first', items[0]?.subject.slug, 'asked-00');
    for (const { subject } of items) check('a status', subject.status, 'IN_FORCE');
  },
};

async function withLogs<Size extends object, Result>(
  sizes: readonly [Size, Size],
  write: (log: EventLog, size: Size) => Promise<void>,
  use: (large: Parley, small: Parley) => Promise<Result>,
): Promise<Result> {
  const directory = mkdtempSync(path.join(tmpdir(), 'parley-field-'));
  const opened: Parley[] = [];
  const open = async (size: Size) => {
    const parley = new Parley(
      await openLog(`sqlite:${path.join(directory, `${opened.length}.db`)}`),
    );
    opened.push(parley);
    await write(parley.log, size);
    return parley;
  };
  try {
    return await use(await open(sizes[0]), await open(sizes[1]));
  } finally {
    for (const parley of opened) await parley.close();
    rmSync(directory, { recursive: true });
  }
}

const SIZES = '20,000 measures and 2,000 negotiations';
const UNIT = 'times 100 and 20';

export const fieldBenches: readonly (() => Promise<readonly BenchResult[]>)[] = [
  () =>
    withLogs([LARGE, SMALL], writeField, async (large, small) => {
      const results: BenchResult[] = [];
      for (const [name, read] of Object.entries(reads)) {
        const [ours, theirs] = [() => read(large), () => read(small)];
        results.push(await atMost(`${name}, warm, ${SIZES}`, UNIT, MOST, ours, theirs));
      }
      let appended = 0;
      const append = async () => {
        for (const { log } of [large, small])
          await log.append({ events: [unrelated((appended += 1))] });
      };
      for (const [name, read] of Object.entries(reads))
        results.push(
          await atMostAfter(
            append,
            `${name}, first after an unrelated append, ${SIZES}`,
            UNIT,
            MOST,
            () => read(large),
            () => read(small),
          ),
        );
      return results;
    }),
  () =>
    withLogs(
      [{ measures: 200_000 }, { measures: 200 }],
      (log, { measures }) => writeTariff(log, measures),
      async (large, small) => {
        const read = async (parley: Parley) => {
          const { subject } = await parley.dutyOutline({
            imposedBy: 'IN',
            on: 'US',
            goods: { hs: ASKED.hs },
          });
          check('the duty', subject.total, ASKED.total);
        };
        const name = 'duty of a good of ten digits, 200,000 measures on all others';
        const result = await atMost(
          name,
          'times 200',
          2,
          () => read(large),
          () => read(small),
        );
        return [result];
      },
    ),
  () =>
    withLogs(
      [{ events: 1_000_000 }, { events: 10_000 }],
      (log, { events }) => writeStatements(log, events),
      async (large, small) => {
        const search = async (parley: Parley) => {
          const { hits, isAll } = await parley.search(SAID.text);
          check('the number of matches', hits.length, SAID.count);
          check('whether these are all', isAll, true);
        };
        const cold = (parley: Parley) => titleAndPhase(new Parley(parley.log));
        return [
          await atMost(
            'text search, 1,000,000 events',
            'times 10,000',
            3,
            () => search(large),
            () => search(small),
          ),
          await atMost(
            'negotiation of 50 events, cold, 1,000,000 events',
            'times 10,000',
            MOST,
            () => cold(large),
            () => cold(small),
          ),
        ];
      },
    ),
];
