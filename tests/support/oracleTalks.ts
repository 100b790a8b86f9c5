/** The naive oracle on rounds counted and reported, and on targets. */
import { moment } from '../../events/time/bounds.js';
import type { Bounds } from '../../events/time/edtf.js';
import type { OracleFact, OracleStream } from './oracle.js';

const EVIDENCE = ['INSTRUMENT', 'GUIDANCE', 'OFFICIAL', 'WIRE', 'PRESS', 'SOCIAL', 'DATASET'];

/** 0 for the best evidence that an event has. */
export const evidence = (fact: OracleFact): number => {
  let best = EVIDENCE.length;
  for (const { source } of fact.sources) best = Math.min(best, EVIDENCE.indexOf(source.kind));
  return best;
};

/** Rounds counted and reported: of one track, or of all. */
export function rounds(oracle: OracleStream, only?: string) {
  // Each numbered round once, by the report with the best evidence, then the one recorded last.
  const bestOf = new Map<string, OracleFact>();
  let counted = 0;
  for (const fact of oracle.happened('RoundHeld')) {
    const { round, part, track } = fact.data;
    if (only !== undefined && track !== only) continue;
    if (round === undefined) {
      if (fact.data.formal === 'YES' && oracle.over(fact) <= oracle.question.at) counted += 1;
      continue;
    }
    const name = `${track} ${round} ${part}`;
    const known = bestOf.get(name);
    const isBetter =
      !known ||
      evidence(fact) < evidence(known) ||
      (evidence(fact) === evidence(known) && fact.event.position > known.event.position);
    if (isBetter) bestOf.set(name, fact);
  }
  const over = [...bestOf.values()].filter((fact) => oracle.over(fact) <= oracle.question.at);
  counted += new Set(over.map(({ data }) => `${data.track} ${data.round}`)).size;

  // A report of the rounds of a track says nothing of the rounds in all.
  const reports = oracle.happened('RoundsReported').filter(({ data }) => data.track === only);
  const firm = reports.filter(({ certainty }) => certainty !== 'DISPUTED');
  // The best evidence, then the latest: sorted so that the answer comes last.
  const [best] = (firm.length > 0 ? firm : reports)
    .map((fact, order) => ({ said: fact, order }))
    .sort((a, b) => evidence(a.said) - evidence(b.said) || b.order - a.order);
  let disputed = firm.length < reports.length;
  for (const early of reports)
    for (const late of reports)
      if (reports.indexOf(late) > reports.indexOf(early) && late.data.count < early.data.count)
        disputed = true;
  return { counted, reported: best?.said.data.count ?? null, disputed };
}

const due = ({ min, max }: Bounds, at: number): string =>
  at > max ? 'OVERDUE' : at < min ? 'OPEN' : 'DUE_WINDOW';

export function targets(oracle: OracleStream) {
  const found: Record<string, unknown>[] = [];
  const facts = oracle.happened('TargetSet', 'TargetMet', 'TargetMissed');
  for (const slug of new Set(facts.map(({ data }) => data.target))) {
    let set: OracleFact | undefined;
    let outcome: string | undefined;
    let last: OracleFact | undefined;
    let slips = 0;
    const history: string[] = [];
    for (const fact of facts) {
      if (fact.data.target !== slug) continue;
      last = fact;
      outcome = { TargetMet: 'MET', TargetMissed: 'MISSED' }[fact.type as string];
      if (fact.type !== 'TargetSet') continue;
      if (set && set.data.due !== fact.data.due) slips += 1;
      history.push(fact.data.due);
      set = fact;
    }
    if (!set) continue;
    const zone = set.event.timeZone ?? oracle.zone;
    const status = (text: string) => outcome ?? due(moment(text, zone), oracle.question.at);
    found.push({
      slug,
      due: set.data.due,
      status: status(set.data.due),
      slips,
      history,
      readings: (set.data.readings ?? []).map((reading: { due: string }) => status(reading.due)),
      setBy: last!.event.id,
    });
  }
  return found;
}
