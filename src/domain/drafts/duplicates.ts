/** What on record may be what a draft says, so that a desk does not enter one thing twice. */
import type { AnyEvent, EventType } from '../../../events/catalogue.js';
import { period } from '../../../events/time/bounds.js';

/** The parts of an event that are compared. */
export interface Comparable {
  readonly type: EventType;
  readonly stream?: string | undefined;
  readonly occurred: string;
  readonly data: object;
}

type Data = Readonly<Record<string, unknown>>;

const surname = (name: unknown): string =>
  typeof name === 'string' ? (name.trim().toLowerCase().split(/\s+/).at(-1) ?? '') : '';

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const overlap = (a: unknown, b: unknown): boolean =>
  list(a).some((each) => list(b).includes(each)) || list(a).length === 0 || list(b).length === 0;

/** Whether two values agree; one that is not given agrees with any. */
const agree = (a: unknown, b: unknown): boolean => a === undefined || b === undefined || a === b;

/** What two events of a type must share, besides time; those absent share nothing more. */
const SHARED: Partial<Record<EventType, (a: Data, b: Data) => boolean>> = {
  StatementMade: (a, b) => surname(a['speaker']) === surname(b['speaker']),
  RoundHeld: (a, b) => agree(a['round'], b['round']) && agree(a['track'], b['track']),
  RoundScheduled: (a, b) => agree(a['round'], b['round']) && agree(a['track'], b['track']),
  RoundsReported: (a, b) => a['count'] === b['count'],
  MeetingHeld: (a, b) => a['level'] === b['level'],
};

const isSameMeasure = (a: Data, b: Data): boolean =>
  agree(a['imposedBy'], b['imposedBy']) &&
  agree(a['rate'], b['rate']) &&
  agree(a['kind'], b['kind']) &&
  overlap(a['affects'], b['affects']);

/** A launch happens once, however its day is told. */
const ONCE = new Set<EventType>(['NegotiationLaunched']);

/** Whether two reports may be of one thing. Pure. */
export function mayBeSame(draft: Comparable, event: AnyEvent, zone: string): boolean {
  if (draft.type !== event.type) return false;
  const data = draft.data as Data;
  if (event.stream.startsWith('measure/')) return isSameMeasure(data, event.data);
  if (draft.stream !== undefined && draft.stream !== event.stream) return false;
  if (ONCE.has(draft.type)) return true;
  const sameRound =
    draft.type === 'RoundHeld' &&
    data['round'] !== undefined &&
    data['round'] === (event.data as Data)['round'];
  if (sameRound) return true;
  const [mine, theirs] = [
    period(draft.occurred, zone),
    period(event.occurred, event.timeZone ?? zone),
  ];
  const isApart = mine.start.min > theirs.end.max || theirs.start.min > mine.end.max;
  return !isApart && (SHARED[draft.type]?.(data, event.data) ?? true);
}
