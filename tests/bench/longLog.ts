/** A long negotiation, as a log of its own: what a page has to bear after many years. */
import { Parley } from '../../src/app/parley.js';
import { openLog } from '../../src/log/openLog.js';

const DAY_MS = 86_400_000;
/** Its slug. */
export const LONG = 'long';
const MEASURES = 40;
const TARGETS = 40;

/** What the n-th event tells: talk mostly, and law, rounds and targets among it. */
function told(n: number, occurred: string): { stream?: string; type: string; data: object } {
  if (n === 0)
    return {
      type: 'NegotiationLaunched',
      data: { title: 'A long negotiation', parties: ['IN', 'US'], timeZone: 'UTC' },
    };
  switch (n % 20) {
    case 4:
    case 12:
      return { type: 'RoundHeld', data: { round: Math.ceil(n / 10), formal: 'YES' } };
    case 6:
    case 16:
      return { type: 'MeetingHeld', data: { level: 'MINISTERIAL', place: 'New Delhi' } };
    case 8: {
      const target = Math.floor(n / 20) % TARGETS;
      const due = new Date(Date.parse(occurred) + 200 * DAY_MS).toISOString().slice(0, 10);
      return {
        type: 'TargetSet',
        data: { target: `target-${target}`, what: `Part ${target}`, due, kind: 'TARGET' },
      };
    }
    case 10:
      return measure(Math.floor(n / 20), `${occurred}T00:00:00-05:00`);
    default:
      return {
        type: 'StatementMade',
        data: { speaker: `Speaker ${n % 50}`, summary: `Said that matter ${n} is under way.` },
      };
  }
}

/** Each measure is adopted first, and its rate changed ever after. */
function measure(n: number, effectiveFrom: string) {
  const stream = `measure/measure-${n % MEASURES}`;
  const rate = 1 + (n % 9);
  if (n >= MEASURES) return { stream, type: 'MeasureAmended', data: { effectiveFrom, rate } };
  const data = {
    title: `Measure ${n}`,
    kind: 'OTHER',
    imposedBy: 'US',
    affects: ['IN'],
    instrument: `Order ${n}`,
  };
  return { stream, type: 'MeasureAdopted', data: { ...data, effectiveFrom, rate } };
}

/** A negotiation of `count` events, one a day up to yesterday, as they are sent. */
export function longNegotiation(count: number): readonly object[] {
  const start = Date.now() - count * DAY_MS;
  return Array.from({ length: count }, (_, n) => {
    const occurred = new Date(start + n * DAY_MS).toISOString().slice(0, 10);
    return {
      stream: `negotiation/${LONG}`,
      ...told(n, occurred),
      occurred,
      certainty: 'REPORTED',
      sources: [{ kind: 'INSTRUMENT', publisher: 'A gazette', published: occurred }],
    };
  });
}

/** Writes one to a log, and returns its slug. */
export async function writeLongLog(url: string, count: number): Promise<string> {
  const parley = new Parley(await openLog(url));
  const events = longNegotiation(count);
  for (let from = 0; from < count; from += 1_000)
    await parley.append(events.slice(from, from + 1_000));
  await parley.close();
  return LONG;
}
