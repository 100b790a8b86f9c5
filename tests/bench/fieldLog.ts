/** Logs of the size of the field: measures and negotiations among many countries, drawn by a seed. */
import type { EventDraft } from '../../events/parse.js';
import type { EventLog } from '../../src/log/core/eventLog.js';

const COUNTRIES =
  'AR AU BD BO BR CA CH CL CN CO CR DO DZ EC EG ET GH GT HN ID IL JO JP KE KR KZ LK MA MX MY NG NO NZ PA PE PH PK PY RS SA SG SV TH TN TR TW TZ UA UG UY UZ VN ZA ZM'.split(
    ' ',
  );
const BATCH = 2_000;
const sources: EventDraft['sources'] = [{ kind: 'INSTRUMENT', publisher: 'A gazette' }];

/** How much a log holds. */
export interface FieldSize {
  readonly measures: number;
  readonly negotiations: number;
}

/** The same numbers for the same seed (mulberry32). */
function drawnBy(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const day = (n: number): string => new Date(Date.UTC(2015, 0, 1 + n)).toISOString().slice(0, 10);
const idOf = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const numbered = (prefix: string, n: number): string => `${prefix}-${String(n).padStart(6, '0')}`;

const event = (stream: string, type: string, occurred: string, data: object): EventDraft =>
  ({ stream, type, occurred, data, sources }) as EventDraft;

/** The n-th measure: six events; of a hundred three are entered late, one is corrected. */
function* measure(n: number, id: () => string): Generator<EventDraft> {
  const below = drawnBy(n);
  const stream = `measure/${numbered('m', n)}`;
  const by = COUNTRIES[below(COUNTRIES.length)]!;
  const others = COUNTRIES.filter((code) => code !== by);
  const start = below(3_000);
  const data = {
    title: `Duty ${n}`,
    imposedBy: by,
    affects: [others[below(others.length)]],
    kind: 'OTHER',
    rate: 1 + below(40),
    effectiveFrom: day(start + 1),
    goods: { hs: [String(10_000_000 + below(80_000_000))] },
  };
  const adopted = id();
  yield { ...event(stream, 'MeasureAdopted', day(start), data), id: adopted };
  for (let i = 1; i < 5; i++) {
    const on = below(100) < 3 ? start + i : start + i * 100;
    yield event(stream, 'MeasureAmended', day(on), {
      effectiveFrom: day(on + 1),
      rate: 1 + below(40),
    });
  }
  yield below(100) === 0
    ? event(stream, 'EventCorrected', day(start + 900), {
        event: adopted,
        reason: 'misread',
        data: { ...data, rate: 5 },
      })
    : event(stream, 'MeasureAmended', day(start + 900), {
        effectiveFrom: day(start + 901),
        rate: 1 + below(40),
      });
}

/** The n-th negotiation: thirty events. */
function* negotiation(n: number): Generator<EventDraft> {
  const below = drawnBy(-1 - n);
  const stream = `negotiation/${numbered('n', n)}`;
  const first = COUNTRIES[below(COUNTRIES.length)]!;
  const others = COUNTRIES.filter((code) => code !== first);
  const parties = [first, others[below(others.length)]];
  const start = below(2_000);
  yield event(stream, 'NegotiationLaunched', day(start), { title: `Talks ${n}`, parties });
  for (let i = 1; i < 30; i++)
    yield i % 3 === 0
      ? event(stream, 'RoundHeld', day(start + i * 20), { round: i / 3, formal: 'YES' })
      : event(stream, 'StatementMade', day(start + i * 20), {
          speaker: `Speaker ${below(50)}`,
          summary: `Matter ${below(1_000)} is under way.`,
        });
}

/** What is asked about, the same in every log: talks of fifty events, and a few measures. */
export const ASKED = { negotiation: 'asked', total: 35, measures: 12, hs: '7208512010' } as const;

function* asked(): Generator<EventDraft> {
  const stream = `negotiation/${ASKED.negotiation}`;
  yield event(stream, 'NegotiationLaunched', day(0), { title: 'Asked', parties: ['IN', 'US'] });
  for (let i = 1; i < 50; i++)
    yield event(stream, 'RoundHeld', day(i * 20), { round: i, formal: 'YES' });
  for (let i = 0; i < ASKED.measures; i++) {
    const [imposedBy, on] = i % 3 === 0 ? ['IN', 'US'] : ['US', 'IN'];
    yield event(`measure/asked-${String(i).padStart(2, '0')}`, 'MeasureAdopted', day(i), {
      title: `Asked ${i}`,
      imposedBy,
      affects: [on],
      kind: 'OTHER',
      rate: 5,
      effectiveFrom: day(i + 1),
      ...(i === 1 && { goods: { hs: ['7601'] } }),
    });
  }
}

function* field(size: FieldSize): Generator<EventDraft> {
  let ids = 0;
  const id = () => idOf((ids += 1));
  yield* asked();
  const each = Math.ceil(size.measures / size.negotiations);
  for (let n = 0; n < size.negotiations; n++) {
    yield* negotiation(n);
    for (let m = n * each; m < Math.min((n + 1) * each, size.measures); m++) yield* measure(m, id);
  }
}

/** Writes a field of measures and negotiations to an empty log. */
export async function writeField(log: EventLog, size: FieldSize): Promise<void> {
  let events: EventDraft[] = [];
  for (const draft of field(size)) {
    events.push(draft);
    if (events.length < BATCH) continue;
    await log.append({ events });
    events = [];
  }
  if (events.length > 0) await log.append({ events });
}

/** A statement in talks that nobody asks about. */
export const unrelated = (n: number): EventDraft =>
  event(`negotiation/${numbered('n', 7)}`, 'StatementMade', '2024-01-01', {
    speaker: 'A spokesman',
    summary: `Said ${n}.`,
  });

/** Measures of one area, each on one code of ten digits and everyone; the last is on the good. */
export async function writeTariff(log: EventLog, measures: number): Promise<void> {
  let events: EventDraft[] = [];
  for (let n = 0; n < measures; n++) {
    const isAsked = n === measures - 1;
    events.push(
      event(`measure/${numbered('t', n)}`, 'MeasureAdopted', day(0), {
        title: `Duty on line ${n}`,
        imposedBy: 'IN',
        affects: ['*'],
        kind: 'OTHER',
        rate: isAsked ? ASKED.total : 7,
        effectiveFrom: day(1),
        goods: { hs: [isAsked ? ASKED.hs : String(1_000_000_000 + n * 20)] },
      }),
    );
    if (events.length < BATCH && !isAsked) continue;
    await log.append({ events });
    events = [];
  }
}

const WORDS =
  'accord agreement ambassador board cabinet chief commerce committee court customs delegation draft duty exports farm goods imports industry letter market meeting minister mission note offer official order panel paper party port price quota rate report round rules sector session statement steel talks tariff team text ties trade treaty visit week'.split(
    ' ',
  );
/** Said in a dozen statements of a log, however many it holds. */
export const SAID = { text: 'zanzibar clove accord', count: 12 } as const;

/** Statements of thirty words, a hundred to a negotiation, after what is asked about. */
export async function writeStatements(log: EventLog, count: number): Promise<void> {
  const below = drawnBy(count);
  await log.append({ events: [...asked()] });
  for (let start = 0; start < count; start += BATCH) {
    const events: EventDraft[] = [];
    for (let n = start; n < Math.min(start + BATCH, count); n++) {
      const words = Array.from({ length: 30 }, () => WORDS[below(WORDS.length)]).join(' ');
      const isAsked = n % Math.ceil(count / SAID.count) === 7;
      events.push(
        event(
          `negotiation/${numbered('s', Math.floor(n / 100))}`,
          'StatementMade',
          day(n % 3_000),
          {
            speaker: `Speaker ${below(50)}`,
            summary: `Matter ${n}: ${words}${isAsked ? ` and the ${SAID.text}` : ''}.`,
          },
        ),
      );
    }
    await log.append({ events });
  }
}
