/**
 * A picture taken apart into leaves: one value per path, with the facts that set it. Diff, timeline
 * and explain are all told in these paths.
 */
import type { DutyView } from '../duty/duty.js';
import type { Fact } from '../streamState/knowledgeView.js';
import { activityOf, pausesOf } from '../negotiation/activity.js';
import { agreementsOf } from '../agreement/agreements.js';
import type { MeasureView } from '../measure/measureView.js';
import type { NegotiationView } from '../negotiation/negotiationView.js';
import { phasesOf, rtaStatus } from '../negotiation/phase.js';
import { roundsCompletedOf, roundsOverBy } from '../negotiation/roundCounts.js';
import { type Round, type RoundFact, roundsAmong } from '../negotiation/rounds.js';
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

/** Takes the leaves of one part of the picture. */
export type Emit = (path: string, value: FlatValue, ...setBy: readonly Fact[]) => void;

export const iso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();

export function flattenIdentity(view: NegotiationView, put: Emit): void {
  const { launch } = view;
  if (!launch || !view.hasBegun) return;
  put('title', view.title, launch);
  put(
    'parties',
    view.parties.map(({ code }) => code),
    launch,
  );
}

export function flattenPhase({ knowledge, at }: NegotiationView, put: Emit): void {
  const phase = phasesOf(knowledge, at).at(-1);
  if (!phase) return;
  put('phase', phase.value, phase.setBy);
  put('phase.since', phase.since, phase.setBy);
  put('phase.certainty', phase.certainty, phase.setBy);
  put('rtaStatus', rtaStatus(phase.value), phase.setBy);
}

export function flattenActivity({ knowledge, at }: NegotiationView, put: Emit): void {
  const activity = activityOf(knowledge, at);
  if (activity) {
    put('activity', activity.value, activity.setBy);
    put('activity.scope', activity.scope, activity.setBy);
    put('activity.since', activity.since, activity.setBy);
    put('activity.certainty', activity.certainty, activity.setBy);
  }
  for (const pause of pausesOf(knowledge, at)) {
    const path = `pauses.${pause.setBy.event.id}`;
    const facts = pause.endedBy ? [pause.setBy, pause.endedBy] : [pause.setBy];
    put(`${path}.from`, pause.from, pause.setBy);
    put(`${path}.to`, pause.to, ...facts);
    put(`${path}.scope`, pause.scope, pause.setBy);
    put(`${path}.track`, pause.track, pause.setBy);
    put(`${path}.reason`, pause.reason, pause.setBy);
    // While a pause lasts its length grows with the clock: that is no change of what is known.
    if (pause.endedBy) put(`${path}.days`, [pause.days.min ?? '', pause.days.max ?? ''], ...facts);
  }
}

/** A round's place in paths: its number and part, or else its dates; told apart where two are alike. */
function roundPaths(rounds: readonly Round[]): readonly string[] {
  const seen = new Map<string, number>();
  return rounds.map((round) => {
    const part = round.part === null ? '' : `-${round.part}`;
    const name = `rounds.${round.track === null ? '' : `${round.track}.`}${round.number ?? round.dates}${part}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  });
}

export function flattenRounds(
  facts: readonly RoundFact[],
  { knowledge: { zone }, at }: NegotiationView,
  put: Emit,
): void {
  const rounds = roundsAmong(facts, zone, at);
  const paths = roundPaths(rounds);
  rounds.forEach((round, i) => {
    const path = paths[i] ?? '';
    put(`${path}.status`, round.status, round.setBy);
    put(`${path}.dates`, round.dates, round.setBy);
    put(`${path}.place`, round.place, round.setBy);
    put(`${path}.formal`, round.formal ?? null, round.setBy);
  });
}

export function flattenRoundCount({ knowledge, at }: NegotiationView, put: Emit): void {
  const count = roundsCompletedOf(knowledge, at);
  const reports = count.reports.map(({ setBy }) => setBy);
  const rounds = roundsOverBy(knowledge, at);
  put('roundsCompleted.counted', count.counted, ...rounds.map(({ setBy }) => setBy));
  put('roundsCompleted.reported', count.reported, ...reports);
  put('roundsCompleted.disputed', count.disputed, ...reports);
  for (const { track, counted, reported, disputed, reports } of count.byTrack) {
    const path = `roundsCompleted.byTrack.${track}`;
    const held = rounds.filter((round) => round.track === track);
    const told = reports.map(({ setBy }) => setBy);
    put(`${path}.counted`, counted, ...held.map(({ setBy }) => setBy));
    put(`${path}.reported`, reported, ...told);
    put(`${path}.disputed`, disputed, ...told);
  }
}

/** A meeting or a statement: it appears when it may have happened and is sure when it must have. */
export function flattenOccurrence(
  topic: 'meetings' | 'statements' | 'tracks',
  fact: Fact,
  at: number,
  put: Emit,
): void {
  if (!mayHaveBegun(fact.began, at)) return;
  const path = `${topic}.${fact.event.id}`;
  put(path, summarize({ ...fact.event, data: fact.data } as typeof fact.event), fact);
  put(`${path}.occurred`, fact.occurred, fact);
  put(`${path}.certainty`, answerAt(fact.began, at), fact);
}

export function flattenTarget(target: Target, put: Emit): void {
  const path = `targets.${target.slug}`;
  const set = target.history.map(({ setBy }) => setBy);
  const current = set.at(-1) ?? target.setBy;
  put(`${path}.what`, target.what, current);
  put(`${path}.due`, target.due, current);
  put(`${path}.kind`, target.kind, current);
  put(`${path}.value`, target.value, current);
  put(`${path}.unit`, target.unit, current);
  put(`${path}.status`, target.status, target.setBy);
  put(`${path}.slips`, target.slips, ...set);
  target.readings.forEach((reading, i) => {
    put(`${path}.readings.${i}.due`, reading.due, current);
    put(`${path}.readings.${i}.by`, reading.by, current);
    put(`${path}.readings.${i}.status`, reading.status, target.setBy);
  });
}

export function flattenAgreements({ knowledge, at }: NegotiationView, put: Emit): void {
  for (const agreement of agreementsOf(knowledge, at)) {
    const path = `agreements.${agreement.title}`;
    put(`${path}.status`, agreement.status, agreement.setBy);
    put(`${path}.since`, agreement.since, agreement.setBy);
    put(`${path}.terms`, agreement.terms, agreement.setBy);
    put(`${path}.signatories`, agreement.signatories, agreement.setBy);
    put(`${path}.inForceFrom`, agreement.inForceFrom, agreement.setBy);
    put(`${path}.provisional`, agreement.provisional, agreement.setBy);
    for (const step of agreement.ratification)
      put(`${path}.ratification.${step.setBy.event.id}`, `${step.party} ${step.step}`, step.setBy);
  }
}

export function flattenMeasure(measure: MeasureView, put: Emit): void {
  const path = `measures.${measure.slug}`;
  const { setBy } = measure;
  put(`${path}.title`, measure.title, setBy);
  put(`${path}.imposedBy`, measure.imposedBy, setBy);
  put(`${path}.affects`, measure.affects, setBy);
  put(`${path}.kind`, measure.kind, setBy);
  put(`${path}.status`, measure.status, setBy);
  put(`${path}.certainty`, measure.certainty, setBy);
  put(`${path}.rate`, measure.rate, setBy);
  put(`${path}.announcedRate`, measure.announcedRate, measure.latestRateAnnouncement ?? setBy);
  put(`${path}.endedHow`, measure.endedHow, setBy);
  put(`${path}.lawful`, measure.lawful, measure.unlawfulBy ?? setBy);
  put(`${path}.collected`, measure.collected, setBy);
  for (const term of measure.terms) {
    const at = `${path}.terms.${iso(term.from)}`;
    put(`${at}.rate`, term.rate, term.setBy);
    put(`${at}.status`, term.status, term.setBy);
    put(`${at}.until`, iso(term.until), term.setBy);
  }
}

/** Layers that have no part in the sum, and had none before. */
const NO_MATTER = new Set(['OUT_OF_SCOPE', 'NO_INSTRUMENT', 'NOT_YET']);

export function flattenDuty(duty: DutyView, put: Emit): void {
  const path = `duties.${duty.imposedBy}-${duty.on}`;
  const facts = duty.layers.flatMap(({ reason, setBy }) =>
    setBy && !NO_MATTER.has(reason) ? [setBy] : [],
  );
  put(`${path}.total`, duty.total, ...facts);
  put(`${path}.disputed`, duty.disputed, ...facts);
  for (const layer of duty.layers) {
    const setBy = layer.setBy ? [layer.setBy] : [];
    put(`${path}.layers.${layer.slug}.rate`, layer.rate, ...setBy);
    put(`${path}.layers.${layer.slug}.applies`, layer.applies, ...setBy);
    put(`${path}.layers.${layer.slug}.reason`, layer.reason, ...setBy);
  }
}
