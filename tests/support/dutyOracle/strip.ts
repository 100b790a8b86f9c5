/**
 * The naive oracle on measures. A measure is a strip of cells between all instants that any
 * decision names; each decision, in the order they were taken, repaints cells one by one.
 */
import type { AnyEvent } from '../../../events/catalogue.js';
import { effectiveInstant, moment } from '../../../events/time/bounds.js';
import { type Question, type OracleFact, OracleStream } from '../oracle.js';
import type { Any } from './goods.js';
import { inOrder, type Move, movesOf } from './orders.js';

interface Cell {
  readonly start: number;
  paint: 'NONE' | 'ACTIVE' | 'SUSPENDED' | 'ENDED';
  by: OracleFact | undefined;
}

const DECISIONS =
  'MeasureAdopted MeasureAmended MeasureSuspended MeasureResumed MeasureEnded MeasureCommenced MeasureReinstated'.split(
    ' ',
  );
const AMOUNTS = ['rate', 'duty', 'charge', 'lines'] as const;
const setsAmount = (data: Any): boolean => AMOUNTS.some((key) => data[key] !== undefined);

/** What a measure is at an instant. */
export interface State {
  readonly paint: Cell['paint'];
  readonly by: OracleFact | undefined;
  readonly how: string | null;
  /** With the schedules that count one after the other, and without `lines`. */
  readonly terms: Any;
  readonly rateBy: OracleFact | undefined;
  readonly transitBy: OracleFact | undefined;
}

export class Strip {
  readonly oracle: OracleStream;
  readonly slug: string;
  readonly decisions: readonly OracleFact[];
  /** By adoption: what set its day anew. */
  private readonly commenced = new Map<OracleFact, OracleFact>();
  private readonly cells: readonly Cell[];

  /** @param by decisions taken or effective by then are carried out */
  constructor(
    events: readonly AnyEvent[],
    readonly stream: string,
    question: Question,
    readonly by: number,
    move?: Move,
  ) {
    this.oracle = new OracleStream(events, stream, question);
    this.oracle.facts = inOrder(this.oracle.facts, move);
    this.slug = stream.split('/')[1]!;
    this.decisions = this.oracle.facts.filter(
      (fact) =>
        DECISIONS.includes(fact.type) &&
        (this.oracle.when(fact).min <= by || this.instant(fact.data.effectiveFrom) <= by),
    );
    this.commence();
    const marks = new Set([-Infinity]);
    for (const fact of this.decisions) {
      marks.add(this.starts(fact));
      marks.add(this.oracle.when(fact).max);
      marks.add(this.instant(fact.data.until));
      marks.add(this.instant(fact.data.revertsAt));
    }
    this.cells = [...marks]
      .filter((mark) => mark !== Infinity)
      .sort((a, b) => a - b)
      .map((start) => ({ start, paint: 'NONE', by: undefined }));
    for (const fact of this.decisions) this.paint(fact);
  }

  /** A day is set, or moved while it has not come. */
  private commence(): void {
    let adopted: OracleFact | undefined;
    for (const fact of this.decisions) {
      if (fact.type === 'MeasureAdopted') adopted = fact;
      if (fact.type !== 'MeasureCommenced' || !adopted) continue;
      if (this.starts(adopted) > this.oracle.when(fact).min) this.commenced.set(adopted, fact);
    }
  }

  /** Never, where no day is said. */
  instant(text: string | undefined): number {
    return text === undefined ? Infinity : effectiveInstant(text, this.oracle.zone);
  }

  starts(fact: OracleFact): number {
    return this.instant((this.commenced.get(fact) ?? fact).data.effectiveFrom);
  }

  private cell(at: number): Cell {
    let found = this.cells[0]!;
    for (const cell of this.cells) if (cell.start <= at) found = cell;
    return found;
  }

  /** The cells of the suspension that covers `at`, without a break. */
  private suspension(at: number): readonly Cell[] {
    const here = this.cells.indexOf(this.cell(at));
    if (this.cells[here]!.paint !== 'SUSPENDED') return [];
    let [first, last] = [here, here];
    while (this.cells[first - 1]?.paint === 'SUSPENDED') first -= 1;
    while (this.cells[last + 1]?.paint === 'SUSPENDED') last += 1;
    return this.cells.slice(first, last + 1);
  }

  private resume(from: number, by: OracleFact, until = Infinity): void {
    for (const cell of this.suspension(from))
      if (cell.start >= from && cell.start < until) Object.assign(cell, { paint: 'ACTIVE', by });
  }

  /** What is suspended when new terms are decided stays so until they begin. */
  private hold(fact: OracleFact, from: number): void {
    const taken = this.oracle.when(fact).max;
    if (taken === Infinity || this.cell(taken).paint !== 'SUSPENDED') return;
    for (const cell of this.cells)
      if (cell.start >= taken && cell.start < from && cell.paint === 'ACTIVE')
        Object.assign(cell, { paint: 'SUSPENDED', by: fact });
  }

  private paint(fact: OracleFact): void {
    const from = this.starts(fact);
    const until = this.instant(fact.data.until);
    const amends = fact.type === 'MeasureAmended' && setsAmount(fact.data);
    if (fact.type === 'MeasureAdopted' || amends) this.hold(fact, from);
    if (amends) {
      const covering = this.suspension(from);
      // An amendment that reverts counts until then only.
      if (covering.length > 0 && covering[0]!.start < from)
        this.resume(from, fact, this.instant(fact.data.revertsAt));
    }
    if (fact.type === 'MeasureResumed') this.resume(from, fact);
    if (fact.type === 'MeasureSuspended' && until !== Infinity) {
      const covering = this.suspension(until);
      if (covering.length > 0 && covering[0]!.start <= from) this.resume(until, fact);
    }
    const by = this.commenced.get(fact) ?? fact;
    for (const cell of this.cells) {
      if (cell.start < from) continue;
      if (fact.type === 'MeasureAdopted') Object.assign(cell, { paint: 'ACTIVE', by });
      if (fact.type === 'MeasureEnded') Object.assign(cell, { paint: 'ENDED', by });
      if (fact.type === 'MeasureReinstated' && cell.paint === 'ENDED')
        Object.assign(cell, { paint: 'ACTIVE', by });
      if (fact.type !== 'MeasureSuspended' || cell.start >= until) continue;
      if (cell.paint === 'ACTIVE' || cell.paint === 'SUSPENDED')
        Object.assign(cell, { paint: 'SUSPENDED', by });
    }
  }

  /** What the measure is at an instant. */
  at(at: number): State {
    let terms: Any;
    let [rateBy, transitBy, untilBy]: (OracleFact | undefined)[] = [];
    let since = -Infinity;
    const reverted: OracleFact[] = [];
    for (const fact of this.decisions) {
      if (this.starts(fact) > at) continue;
      const { lines, ...said } = fact.data;
      if (fact.type === 'MeasureAdopted') {
        terms = { ...said, schedules: lines && [lines] };
        [rateBy, transitBy, untilBy] = [this.commenced.get(fact) ?? fact, fact, fact];
        reverted.length = 0;
        since = this.starts(fact);
      }
      if (!terms) continue;
      if (fact.type === 'MeasureReinstated' && said.until !== undefined) {
        terms = { ...terms, until: said.until };
        untilBy = fact;
      }
      if (fact.type !== 'MeasureAmended') continue;
      if (this.instant(said.revertsAt) <= at) {
        if (setsAmount(fact.data)) reverted.push(fact);
        continue;
      }
      if (setsAmount(fact.data)) {
        rateBy = fact;
        since = this.starts(fact);
        const schedules = lines && [...(terms.schedules ?? []), lines];
        terms = { ...terms, rate: undefined, duty: undefined, charge: undefined, schedules };
      }
      terms = { ...terms, ...said };
      for (const key of said.removes ?? []) terms = { ...terms, [key]: undefined };
      if (said.inTransit !== undefined) transitBy = fact;
      if (said.until !== undefined || said.removes?.includes('until')) untilBy = fact;
    }
    // What reverted last, of those that governed until then, brings back the amount before it.
    for (const fact of reverted) {
      const end = this.instant(fact.data.revertsAt);
      if (end > since && this.at(end - 1).rateBy === fact) [rateBy, since] = [fact, end];
    }
    let { paint, by } = this.cell(at);
    let how: string | null = by?.type === 'MeasureEnded' ? by.data.how : null;
    if (!terms && paint !== 'ENDED') paint = 'NONE';
    if (terms && paint !== 'ENDED' && at >= this.instant(terms.until))
      [paint, by, how] = ['ENDED', untilBy, 'EXPIRED'];
    return { paint, by, how, terms, rateBy, transitBy };
  }

  /** The other orders of the decisions. */
  *others(events: readonly AnyEvent[], question: Question): Generator<Strip> {
    for (const move of movesOf(this.oracle, this.decisions))
      yield new Strip(events, this.stream, question, this.by, move);
  }

  /** What was last said of it, by an act, else by word of mouth. */
  said(key: 'imposedBy' | 'affects' | 'exceptFor' | 'role' | 'form'): Any {
    const { facts: said } = this.oracle;
    const of = (types: readonly string[]) =>
      said.filter(({ type, data }) => types.includes(type) && data[key] !== undefined).at(-1);
    const adopted = said.filter(({ type }) => type === 'MeasureAdopted').at(-1);
    return adopted?.data[key] ?? of(['MeasureAnnounced', 'MeasureThreatened'])?.data[key];
  }
}

/** The status of a measure and why; undefined when nothing was heard of it. */
export function measure(events: readonly AnyEvent[], stream: string, question: Question) {
  const { at } = question;
  const strip = new Strip(events, stream, question, at);
  const { paint, by, how, terms, rateBy } = strip.at(at);
  const adopted = strip.decisions.filter(({ type }) => type === 'MeasureAdopted').at(-1);
  const spoken = strip.oracle.happened('MeasureAnnounced', 'MeasureThreatened');
  const announced = spoken.filter(({ type }) => type === 'MeasureAnnounced');
  const words = announced.at(-1) ?? spoken.at(-1);
  const [status, setBy] =
    paint === 'ACTIVE'
      ? ['IN_FORCE', rateBy]
      : paint === 'SUSPENDED' || paint === 'ENDED'
        ? [paint, by]
        : adopted
          ? ['PENDING', adopted]
          : [announced.length > 0 ? 'ANNOUNCED' : 'THREATENED', words];
  if (!setBy) return undefined;
  let lawful = adopted !== undefined;
  for (const [i, end] of strip.decisions.entries()) {
    if (end.type !== 'MeasureEnded') continue;
    const { legalEffectFrom, how } = end.data;
    if (!legalEffectFrom && how !== 'INVALIDATED') continue;
    const gone = legalEffectFrom
      ? moment(legalEffectFrom, strip.oracle.zone).min
      : strip.starts(end);
    if (gone > at) continue;
    const after = strip.decisions.slice(i + 1);
    const restoring = after.filter(({ type }) =>
      ['MeasureAdopted', 'MeasureReinstated'].includes(type),
    );
    if (!restoring.some((fact) => strip.starts(fact) <= at)) lawful = false;
  }
  const outcome = (one: Strip) => {
    const { paint: painted, terms: held } = one.at(at);
    const lines = new Map((held?.schedules ?? []).flat().map((line: Any) => [line.hs, line]));
    const schedule = held?.schedules && [...lines].sort();
    return JSON.stringify([painted, held?.rate, held?.duty, held?.charge, schedule]);
  };
  const open = [...strip.others(events, question)].some((one) => outcome(one) !== outcome(strip));
  const certain = status === 'IN_FORCE' || status === 'SUSPENDED' || setBy.type === 'MeasureEnded';
  return {
    status,
    certainty: open
      ? 'POSSIBLE'
      : certain
        ? 'CERTAIN'
        : strip.oracle.answer(strip.oracle.when(setBy)),
    rate: paint === 'ACTIVE' ? (terms.rate ?? null) : null,
    announcedRate:
      announced.filter(({ data }) => data.rate !== undefined).at(-1)?.data.rate ?? null,
    lawful,
    collected: paint === 'ACTIVE' && terms.collection !== 'SECURED',
    endedHow: how,
    setBy: setBy.event.id,
  };
}
