/**
 * Flattens a negotiation's view to one value per path, with the facts that set it. Diff, timeline
 * and explain use these paths.
 */
import { partyFactsAt, titleAt } from '../party/parties.js';
import type { Fact, TopicFact } from '../streamState/knowledgeView.js';
import { activityOf, pausesOf, trackActivityOf } from '../negotiation/activity.js';
import { agreementsAt } from '../agreement/agreements.js';
import type { MeasureView } from '../measure/measureView.js';
import type { NegotiationView } from '../negotiation/negotiationView.js';
import { phasesAt, rtaStatus } from '../negotiation/phase.js';
import { roundsCompletedOf, roundsOverBy } from '../negotiation/roundCounts.js';
import { type Round, type RoundFact, roundsFrom } from '../negotiation/rounds.js';
import type { Target } from '../negotiation/targets.js';
import { answerAt, mayHaveBegun } from '../streamState/threeValued.js';
import { summarize } from '../../../events/catalogue.js';

/** What a path holds: a scalar, or a list of scalars. */
export type FlatValue = string | number | boolean | null | readonly (string | number)[];

export interface FlatEntry {
  readonly value: FlatValue;
  readonly setBy: readonly Fact[];
}

export type FlatView = ReadonlyMap<string, FlatEntry>;

/** Receives the entries of one segment. */
export type Emit = (path: string, value: FlatValue, ...setBy: readonly Fact[]) => void;

export const iso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();

export function flattenIdentity(view: NegotiationView, emit: Emit): void {
  const { launch, knowledge, at } = view;
  if (!launch || !view.hasBegun) return;
  emit('title', view.title, titleAt(knowledge, at).setBy ?? launch);
  emit(
    'parties',
    view.parties.map(({ code }) => code),
    launch,
    ...partyFactsAt(knowledge, at),
  );
}

export function flattenPhase({ knowledge, related, at }: NegotiationView, emit: Emit): void {
  const phase = phasesAt(knowledge, related.areas, at).at(-1);
  if (!phase) return;
  emit('phase', phase.value, phase.setBy);
  emit('phase.since', phase.since, phase.setBy);
  emit('phase.certainty', phase.certainty, phase.setBy);
  emit('rtaStatus', rtaStatus(phase.value), phase.setBy);
}

export function flattenActivity({ knowledge, at }: NegotiationView, emit: Emit): void {
  const activity = activityOf(knowledge, at);
  if (activity) {
    emit('activity', activity.value, activity.setBy);
    emit('activity.scope', activity.scope, activity.setBy);
    emit('activity.since', activity.since, activity.setBy);
    emit('activity.certainty', activity.certainty, activity.setBy);
  }
  for (const pause of pausesOf(knowledge, at)) {
    const path = `pauses.${pause.setBy.event.id}`;
    const facts = pause.endedBy ? [pause.setBy, pause.endedBy] : [pause.setBy];
    emit(`${path}.from`, pause.from, pause.setBy);
    emit(`${path}.to`, pause.to, ...facts);
    emit(`${path}.scope`, pause.scope, pause.setBy);
    emit(`${path}.track`, pause.track, pause.setBy);
    emit(`${path}.reason`, pause.reason, pause.setBy);
    // The length of an open pause grows with the clock, which is no change of the record.
    if (pause.endedBy) emit(`${path}.days`, [pause.days.min ?? '', pause.days.max ?? ''], ...facts);
  }
}

/** The path of each round: by number and part, else by dates, with a suffix where two are equal. */
function roundPaths(rounds: readonly Round[]): readonly string[] {
  const seen = new Map<string, number>();
  return rounds.map((round) => {
    const part = round.part === null ? '' : `-${round.part}`;
    const base = `rounds.${round.track === null ? '' : `${round.track}.`}${round.number ?? round.dates}${part}`;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base}#${count}`;
  });
}

export function flattenRounds(
  facts: readonly RoundFact[],
  { knowledge: { zone }, at }: NegotiationView,
  emit: Emit,
): void {
  const rounds = roundsFrom(facts, zone, at);
  const paths = roundPaths(rounds);
  rounds.forEach((round, i) => {
    const path = paths[i] ?? '';
    emit(`${path}.status`, round.status, round.setBy);
    emit(`${path}.dates`, round.dates, round.setBy);
    emit(`${path}.place`, round.place, round.setBy);
    emit(`${path}.formal`, round.formal ?? null, round.setBy);
  });
}

export function flattenRoundCount({ knowledge, at }: NegotiationView, emit: Emit): void {
  const rounds = roundsOverBy(knowledge, at);
  const count = roundsCompletedOf(knowledge, at, rounds);
  const reports = count.reports.map(({ setBy }) => setBy);
  emit('roundsCompleted.counted', count.counted, ...rounds.map(({ setBy }) => setBy));
  emit('roundsCompleted.reported', count.reported, ...reports);
  emit('roundsCompleted.disputed', count.disputed, ...reports);
  for (const { track, counted, reported, disputed, reports } of count.byTrack) {
    const path = `roundsCompleted.byTrack.${track}`;
    const held = rounds.filter((round) => round.track === track);
    const reportFacts = reports.map(({ setBy }) => setBy);
    emit(`${path}.counted`, counted, ...held.map(({ setBy }) => setBy));
    emit(`${path}.reported`, reported, ...reportFacts);
    emit(`${path}.disputed`, disputed, ...reportFacts);
  }
}

/** A meeting, statement or track: POSSIBLE once it may have happened, CERTAIN once it must have. */
export function flattenOccurrence(
  topic: 'meetings' | 'statements' | 'tracks',
  fact: Fact,
  at: number,
  emit: Emit,
): void {
  if (!mayHaveBegun(fact.began, at)) return;
  const path = `${topic}.${fact.event.id}`;
  emit(path, summarize({ ...fact.event, data: fact.data }), fact);
  emit(`${path}.occurred`, fact.occurred, fact);
  emit(`${path}.certainty`, answerAt(fact.began, at), fact);
}

export function flattenTrack(
  fact: TopicFact<'tracks'>,
  { knowledge, at }: NegotiationView,
  emit: Emit,
): void {
  flattenOccurrence('tracks', fact, at, emit);
  const activity = trackActivityOf(knowledge, fact.data.track, at);
  if (activity && mayHaveBegun(fact.began, at))
    emit(`tracks.${fact.event.id}.activity`, activity.value, activity.setBy);
}

export function flattenChecks({ checked }: NegotiationView, emit: Emit): void {
  if (checked) emit('checkedThrough', checked.date, checked.setBy);
}

export function flattenTarget(target: Target, emit: Emit): void {
  const path = `targets.${target.slug}`;
  const settings = target.history.map(({ setBy }) => setBy);
  const current = settings.at(-1) ?? target.setBy;
  emit(`${path}.what`, target.what, current);
  emit(`${path}.due`, target.due, current);
  emit(`${path}.kind`, target.kind, current);
  emit(`${path}.value`, target.value, current);
  emit(`${path}.unit`, target.unit, current);
  emit(`${path}.status`, target.status, target.setBy);
  emit(`${path}.slips`, target.slips, ...settings);
  target.readings.forEach((reading, i) => {
    emit(`${path}.readings.${i}.due`, reading.due, current);
    emit(`${path}.readings.${i}.by`, reading.by, current);
    emit(`${path}.readings.${i}.status`, reading.status, target.setBy);
  });
}

export function flattenAgreements({ knowledge, related, at }: NegotiationView, emit: Emit): void {
  for (const agreement of agreementsAt(knowledge, related.areas, at)) {
    const path = `agreements.${agreement.title}`;
    emit(`${path}.status`, agreement.status, agreement.setBy);
    emit(`${path}.since`, agreement.since, agreement.setBy);
    emit(`${path}.terms`, agreement.terms, agreement.setBy);
    emit(`${path}.signatories`, agreement.signatories, agreement.setBy);
    emit(`${path}.inForceFrom`, agreement.inForceFrom, agreement.setBy);
    emit(`${path}.provisional`, agreement.provisional, agreement.setBy);
    for (const { party, bound, ratification, setBy } of agreement.byParty) {
      const by = setBy ? [setBy] : [agreement.setBy];
      emit(`${path}.byParty.${party.code}.bound`, bound, ...by);
      emit(`${path}.byParty.${party.code}.ratification`, ratification, ...by);
    }
    for (const step of agreement.ratification)
      emit(`${path}.ratification.${step.setBy.event.id}`, `${step.party} ${step.step}`, step.setBy);
  }
}

export function flattenMeasure(measure: MeasureView, emit: Emit): void {
  const path = `measures.${measure.slug}`;
  const { setBy } = measure;
  emit(`${path}.title`, measure.title, setBy);
  emit(`${path}.imposedBy`, measure.imposedBy, setBy);
  emit(`${path}.affects`, measure.affects, setBy);
  emit(`${path}.kind`, measure.kind, setBy);
  emit(`${path}.status`, measure.status, setBy);
  emit(`${path}.certainty`, measure.certainty, setBy);
  emit(`${path}.rate`, measure.rate, setBy);
  emit(`${path}.announcedRate`, measure.announcedRate, measure.announcedBy ?? setBy);
  emit(`${path}.endedHow`, measure.endedHow, setBy);
  emit(`${path}.lawful`, measure.lawful, measure.unlawfulBy ?? setBy);
  emit(`${path}.collected`, measure.collected, setBy);
  for (const term of measure.terms) {
    const at = `${path}.terms.${iso(term.from)}`;
    emit(`${at}.rate`, term.rate, term.setBy);
    emit(`${at}.status`, term.status, term.setBy);
    emit(`${at}.until`, iso(term.until), term.setBy);
  }
}
