/** The duties of a log over time: one row for each rate of each pair of areas on record. */
import type { DutyStep } from '../../domain/duty/changes.js';
import type { DutyStepRow, DutySteps } from '../../log/core/stores/dutyStepStore.js';
import type { Parley } from '../parley.js';
import { instant, integer, number, type Table, text } from './table.js';

/** All entries: no act on record is older or reaches further. */
const FROM = Date.UTC(1900, 0, 1);
const TO = Date.UTC(2200, 0, 1);

/** The events that the steps follow from: those up to a position, the last of which has `hash`. */
export interface LogPrefix {
  readonly position: number;
  readonly hash: string;
  /** When the last of them was recorded, as stored; empty without events. */
  readonly recordedAt: string;
}

export interface DutyStepRecord extends DutyStepRow {
  readonly logPosition: number;
  readonly logHash: string;
}

const epoch = (value: string | null): number | null => (value === null ? null : Date.parse(value));

export const dutyStepTable: Table<DutyStepRecord> = {
  imposed_by: text(({ imposedBy }) => imposedBy),
  on_goods_of: text(({ onGoodsOf }) => onGoodsOf),
  starts_at: instant(({ startsAt }) => epoch(startsAt)),
  ends_at: instant(({ endsAt }) => epoch(endsAt)),
  percentage_points: number(({ percentagePoints }) => percentagePoints),
  expression: text(({ expression }) => expression),
  measures: text(({ measures }) => measures),
  events: text(({ events }) => events),
  log_position: integer(({ logPosition }) => logPosition),
  log_hash: text(({ logHash }) => logHash),
};

type Pair = readonly [imposedBy: string, on: string];

const isArea = (code: string): boolean => code !== '*' && !code.startsWith('x-');

/** The pairs on record: parties of one negotiation, and whom a measure names. In order. */
async function pairsOf(
  parley: Parley,
  asOf: { readonly knownAt: string },
): Promise<readonly Pair[]> {
  const pairs = new Map<string, Pair>();
  const add = (imposedBy: string, on: string) => {
    if (imposedBy !== on && isArea(imposedBy) && isArea(on))
      pairs.set(`${imposedBy} ${on}`, [imposedBy, on]);
  };
  for (const { subject } of await parley.negotiationList(asOf).all())
    for (const a of subject.parties) for (const b of subject.parties) add(a.code, b.code);
  for (const { subject } of await parley.measures(asOf))
    for (const on of subject.affects) if (subject.imposedBy !== null) add(subject.imposedBy, on);
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}

const iso = (time: number): string => new Date(time).toISOString();

function rowOf([imposedBy, onGoodsOf]: Pair, step: DutyStep): DutyStepRow {
  const slugs = step.layers.map(({ slug }) => slug);
  return {
    imposedBy,
    onGoodsOf,
    startsAt: step.from === FROM ? null : iso(step.from),
    endsAt: step.until === null || step.until >= TO ? null : iso(step.until),
    percentagePoints: step.total,
    expression: step.expression ?? 'not on record',
    measures: [...new Set(slugs)].join(' '),
    events: step.setBy.map(({ event }) => event.id).join(' '),
  };
}

/** A view knows all that was recorded at one instant: a restore may have recorded several events at it. */
async function wholeInstant(parley: Parley, prefix: LogPrefix): Promise<LogPrefix> {
  const position = await parley.log.positionAt(Date.parse(prefix.recordedAt));
  return position === prefix.position ? prefix : ((await prefixAt(parley, position)) ?? prefix);
}

/**
 * The steps that follow from a prefix of the log, and what was recorded at the instant at which it
 * ends: the rows name the position. A page for each pair; pairs of which nothing is on record have none.
 * Of all goods, for entries from 1900 to 2199. Memory is bounded by one pair.
 */
export async function* dutySteps(
  parley: Parley,
  prefix: LogPrefix,
): AsyncGenerator<readonly DutyStepRecord[]> {
  if (prefix.position === 0) return;
  const { position, hash, recordedAt } = await wholeInstant(parley, prefix);
  const asOf = { knownAt: recordedAt };
  for (const pair of await pairsOf(parley, asOf)) {
    const [imposedBy, on] = pair;
    const { subject } = await parley.duty({ imposedBy, on }, asOf);
    const steps = subject.schedule(FROM, TO);
    if (steps.every(({ expression }) => expression === null)) continue;
    yield steps.map((step) => ({
      ...rowOf(pair, step),
      logPosition: position,
      logHash: hash,
    }));
  }
}

async function computed(parley: Parley, prefix: LogPrefix): Promise<DutySteps> {
  const rows: DutyStepRow[] = [];
  for await (const page of dutySteps(parley, prefix))
    for (const { logPosition: _, logHash: __, ...row } of page) rows.push(row);
  return { position: prefix.position, hash: prefix.hash, rows };
}

/**
 * Puts the steps that follow from the whole log into the view `parley_duty_steps`. Returns those. Holds
 * all of them; O(pairs × boundaries × measures).
 */
export async function storeDutySteps(parley: Parley): Promise<DutySteps> {
  const steps = await computed(parley, await parley.head());
  await parley.log.dutySteps.replace(steps);
  return steps;
}

/** What is wrong with the steps stored, as a sentence; undefined where they follow from the log, or are none. */
export async function wrongDutySteps(parley: Parley): Promise<string | undefined> {
  const stored = await parley.log.dutySteps.read();
  if (!stored || (stored.position === 0 && stored.rows.length === 0)) return undefined;
  const last = await prefixAt(parley, stored.position);
  if (last?.hash !== stored.hash)
    return `parley_duty_steps names a head that the log never had, ${stored.position}:${stored.hash}`;
  if ((await wholeInstant(parley, last)).position !== stored.position)
    return `parley_duty_steps follows from position ${stored.position}, and later events were recorded at the same instant`;
  const { rows } = await computed(parley, last);
  const wrong = Math.max(rows.length, stored.rows.length);
  for (let i = 0; i < wrong; i++)
    if (JSON.stringify(ordered(rows[i])) !== JSON.stringify(ordered(stored.rows[i])))
      return `row ${i + 1} of parley_duty_steps is not as the events up to position ${stored.position} say`;
  return undefined;
}

const ordered = (row: DutyStepRow | undefined): unknown =>
  row && Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));

async function prefixAt(parley: Parley, position: number): Promise<LogPrefix | undefined> {
  for await (const [event] of parley.read({ after: position - 1, before: position + 1 }, 1))
    return event && { position, hash: event.hash, recordedAt: event.recordedAt };
  return undefined;
}
