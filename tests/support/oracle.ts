/**
 * The naive oracle: what a negotiation looks like, worked out afresh from the list of events at
 * every question, in plain loops. It shares no code with `src/domain`; only the bounds of dates
 * come from `events/time.ts`, which has tests of its own.
 */
import { type AnyEvent, definition } from '../../events/catalogue.js';
import type { Certainty, Source } from '../../events/envelope.js';
import { asked, type Bounds, moment, period } from '../../events/time/edtf.js';
import { addDays, dayOf, startOfDay } from '../../events/time/zones.js';

/** A question: `at` and `knownAt` in epoch milliseconds. */
export interface Question {
  readonly at: number;
  readonly knownAt: number;
  readonly publicAt: string | undefined;
}

/** An event as it counts: corrected, sourced, placed. */
export interface Said {
  readonly event: AnyEvent;
  readonly type: AnyEvent['type'];
  // The universe makes these up; the oracle trusts their shapes.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  occurred: string;
  certainty: Certainty;
  /** Each source with when the log learned of it. */
  sources: readonly { readonly source: Source; readonly learned: number }[];
}

const EVER = Infinity;

function target(event: AnyEvent): string | undefined {
  const about = ['EventCorrected', 'EventRetracted', 'SourceAdded'];
  return about.includes(event.type) ? (event.data as { event: string }).event : undefined;
}

/** The streams in whose history an event appears. */
export function appearsIn(event: AnyEvent, events: readonly AnyEvent[]): readonly string[] {
  const streams = [event.stream, ...event.also];
  const about = events.find(({ id }) => id === target(event));
  if (about) streams.push(...appearsIn(about, events));
  return streams;
}

const learn = (sources: readonly Source[], learned: number) =>
  sources.map((source) => ({ source, learned }));

const fresh = (event: AnyEvent): Said => ({
  event,
  type: event.type,
  data: event.data,
  occurred: event.occurred,
  certainty: event.certainty,
  sources: learn(event.sources, event.recorded),
});

function isPublic(said: Said, publicAt: number, zone: string): boolean {
  const all = [...said.sources];
  if (said.type === 'SourceAdded')
    all.push(...learn((said.data as { sources: Source[] }).sources, said.event.recorded));
  if (all.length === 0) return said.event.recorded <= publicAt;
  return all.some(
    ({ source, learned }) =>
      (source.published === undefined ? learned : asked(source.published, zone)) <= publicAt,
  );
}

/**
 * What stands of the events known. Assume that everything said about events counts as it was
 * first said; rebuild every event under that assumption; repeat with the result until it is its
 * own assumption.
 */
export function standing(
  known: readonly AnyEvent[],
  publicAt: number,
  zone: string,
): readonly Said[] {
  let assumed = known.map(fresh);
  for (;;) {
    const rebuilt: Said[] = [];
    for (const event of known) {
      const said = fresh(event);
      let retracted = false;
      for (const about of assumed) {
        if (!target(about.event) || about.data.event !== event.id) continue;
        if (about.type === 'EventRetracted') retracted = true;
        if (about.type === 'SourceAdded')
          said.sources = [...said.sources, ...learn(about.data.sources, about.event.recorded)];
        if (about.type !== 'EventCorrected') continue;
        for (const part of ['data', 'occurred', 'certainty'] as const)
          if (about.data[part] !== undefined) said[part] = about.data[part] as never;
        if (about.data.sources) said.sources = learn(about.data.sources, about.event.recorded);
      }
      if (!retracted && isPublic(said, publicAt, zone)) rebuilt.push(said);
    }
    if (JSON.stringify(rebuilt) === JSON.stringify(assumed)) return rebuilt;
    assumed = rebuilt;
  }
}

/** What counts in a stream, in order of time, and the zone of the stream. */
export class Scene {
  readonly zone: string;
  readonly said: readonly Said[];

  constructor(
    events: readonly AnyEvent[],
    readonly stream: string,
    readonly question: Question,
  ) {
    const known = events.filter(
      (event) => event.recorded <= question.knownAt && appearsIn(event, events).includes(stream),
    );
    let [zone, imposed] = [stream === 'rulebook/US' ? 'America/New_York' : '', false];
    for (const { data } of standing(known, EVER, 'UTC')) {
      if (zone === '' && data.timeZone) zone = data.timeZone;
      if (data.imposedBy) imposed = true;
    }
    this.zone = zone || (imposed ? 'America/New_York' : 'UTC');
    const publicAt = question.publicAt === undefined ? EVER : asked(question.publicAt, this.zone);
    this.said = standing(known, publicAt, this.zone)
      .filter(({ event }) => target(event) === undefined)
      .sort((a, b) => this.placed(a) - this.placed(b) || a.event.position - b.event.position);
  }

  /** When it began to be so. */
  when(said: Said): Bounds {
    const zone = said.event.timeZone ?? this.zone;
    return definition(said.type).span
      ? period(said.occurred, zone).start
      : moment(said.occurred, zone);
  }

  over(said: Said): number {
    return period(said.occurred, said.event.timeZone ?? this.zone).end.max;
  }

  placed(said: Said): number {
    const { min, max } = this.when(said);
    return min === -Infinity ? max : min;
  }

  /** What may have happened by the view, of these types. */
  happened(...types: readonly string[]): readonly Said[] {
    return this.said.filter(
      (said) => types.includes(said.type) && this.when(said).min <= this.question.at,
    );
  }

  answer(bounds: Bounds): 'CERTAIN' | 'POSSIBLE' {
    return this.question.at < bounds.max ? 'POSSIBLE' : 'CERTAIN';
  }
}

const PHASES =
  'EXPLORATORY LAUNCHED MANDATE_AGREED NEGOTIATING FRAMEWORK_AGREED CONCLUDED SIGNED RATIFYING IN_FORCE TERMINATED'.split(
    ' ',
  );
const LEADS: Readonly<Record<string, string>> = {
  NegotiationLaunched: 'LAUNCHED',
  TermsOfReferenceAgreed: 'MANDATE_AGREED',
  RoundHeld: 'NEGOTIATING',
  FrameworkAgreed: 'FRAMEWORK_AGREED',
  AgreementConcluded: 'CONCLUDED',
  AgreementSigned: 'SIGNED',
  RatificationStepTaken: 'RATIFYING',
  AgreementEnteredIntoForce: 'IN_FORCE',
  AgreementTerminated: 'TERMINATED',
};
const NOT_BACK = ['TermsOfReferenceAgreed', 'RoundHeld', 'RatificationStepTaken'];

export function phases(scene: Scene) {
  const alive = scene.said.filter((said) => scene.when(said).min <= scene.question.at);
  if (alive.length === 0) return [];
  const steps = scene.said
    .filter(({ type, data }) => LEADS[type] ?? (type === 'TalksResumed' && data.reopens))
    .map((said) => {
      const since: string = said.data.effectiveFrom ?? said.occurred;
      const bounds =
        said.data.effectiveFrom === undefined
          ? scene.when(said)
          : moment(since, said.event.timeZone ?? scene.zone);
      const order = bounds.min === -Infinity ? bounds.max : bounds.min;
      return { said, since, bounds, order };
    })
    .filter(({ bounds }) => bounds.min <= scene.question.at)
    .sort((a, b) => a.order - b.order || a.said.event.position - b.said.event.position);
  const course: { value: string; since: string; certainty: string; setBy: string }[] = [];
  const begin = (value: string, since: string, bounds: Bounds, said: Said) =>
    course.push({ value, since, certainty: scene.answer(bounds), setBy: said.event.id });
  const first = alive[0]!;
  let now = 'EXPLORATORY';
  for (const { said, since, bounds, order } of steps) {
    const to = LEADS[said.type] ?? 'NEGOTIATING';
    if (to === now) {
      const entered = course.at(-1);
      if (entered && scene.question.at >= bounds.max) entered.certainty = 'CERTAIN';
      continue;
    }
    if (NOT_BACK.includes(said.type) && PHASES.indexOf(to) < PHASES.indexOf(now)) continue;
    if (course.length === 0 && scene.placed(first) < order)
      begin('EXPLORATORY', first.occurred, scene.when(first), first);
    begin(to, since, bounds, said);
    now = to;
  }
  if (course.length === 0) begin('EXPLORATORY', first.occurred, scene.when(first), first);
  return course;
}

/** Pauses opened and closed in one walk through what happened, and what that leaves. */
export function activity(scene: Scene) {
  const pauses: { paused: Said; resumed: Said | undefined }[] = [];
  let turn: Said | undefined;
  let latest = -Infinity;
  let lastSign: Said | undefined;
  const alive = scene.said.filter((said) => scene.when(said).min <= scene.question.at);
  for (const said of alive) {
    const scope = said.data.scope ?? 'ALL';
    if (said.type === 'TalksPaused') pauses.push({ paused: said, resumed: undefined });
    if (said.type === 'TalksResumed')
      for (const pause of pauses)
        if ([scope, pause.paused.data.scope].includes('ALL') || scope === pause.paused.data.scope)
          pause.resumed ??= said;
    if (said.type === 'TalksResumed' || said.type === 'TalksTerminated') turn = said;
    const over = scene.over(said);
    const sign = over === Infinity ? scene.when(said).min : over;
    if (sign >= latest) [latest, lastSign] = [sign, said];
  }
  const open = pauses.filter(({ resumed }) => !resumed).map(({ paused }) => paused);
  const state = (value: string, said: Said | undefined, scope: unknown = null) =>
    said && {
      value,
      scope,
      since: said.occurred,
      certainty: scene.answer(scene.when(said)),
      setBy: said.event.id,
    };
  const paused = open.filter(({ data }) => data.scope === 'ALL')[0] ?? open.at(-1);
  return {
    pauses: pauses.map(({ paused: by, resumed }) => [by.event.id, resumed?.event.id ?? null]),
    now:
      turn?.type === 'TalksTerminated'
        ? state('TERMINATED', turn)
        : paused
          ? state('PAUSED', paused, paused.data.scope)
          : silent(latest, scene)
            ? state('UNKNOWN', lastSign)
            : state('ACTIVE', turn ?? alive[0]),
  };
}

/** Whether the last sign of life lies more than nine months of the calendar before the view. */
function silent(last: number, scene: Scene): boolean {
  if (last === -Infinity || last > scene.question.at) return false;
  const today = dayOf(scene.question.at, scene.zone);
  const [year, month, day] = today.split('-').map(Number) as [number, number, number];
  const begins = new Date(Date.UTC(year, month - 1 - 9, 1));
  const length = new Date(Date.UTC(year, month - 9, 0)).getUTCDate();
  const then = `${begins.toISOString().slice(0, 8)}${String(Math.min(day, length)).padStart(2, '0')}`;
  const seen = dayOf(last, scene.zone);
  if (seen !== then) return seen < then;
  // 31 March less nine months is the last instant of June.
  if (day > length) return last < startOfDay(addDays(then, 1), scene.zone) - 1;
  return last - startOfDay(seen, scene.zone) < scene.question.at - startOfDay(today, scene.zone);
}
