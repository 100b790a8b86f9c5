/** The naive oracle on rounds counted and reported, and on targets. */
import { type Bounds, moment } from '../../events/time/edtf.js';
import type { Said, Scene } from './oracle.js';

const EVIDENCE = ['INSTRUMENT', 'GUIDANCE', 'OFFICIAL', 'WIRE', 'PRESS', 'SOCIAL', 'DATASET'];

const rank = (said: Said): number => {
  let best = EVIDENCE.length;
  for (const { source } of said.sources) best = Math.min(best, EVIDENCE.indexOf(source.kind));
  return best;
};

export function rounds(scene: Scene) {
  let counted = 0;
  for (const said of scene.happened('RoundHeld'))
    if (scene.over(said) <= scene.question.at)
      if (said.data.round !== undefined || said.data.formal === 'YES') counted += 1;

  const reports = scene.happened('RoundsReported');
  const firm = reports.filter(({ certainty }) => certainty !== 'DISPUTED');
  // The best evidence, then the latest: sorted so that the answer comes last.
  const [best] = (firm.length > 0 ? firm : reports)
    .map((said, order) => ({ said, order }))
    .sort((a, b) => rank(a.said) - rank(b.said) || b.order - a.order);
  let disputed = firm.length < reports.length;
  for (const early of reports)
    for (const late of reports)
      if (reports.indexOf(late) > reports.indexOf(early) && late.data.count < early.data.count)
        disputed = true;
  return { counted, reported: best?.said.data.count ?? null, disputed };
}

const due = ({ min, max }: Bounds, at: number): string =>
  at > max ? 'OVERDUE' : at < min ? 'OPEN' : 'DUE_WINDOW';

export function targets(scene: Scene) {
  const found: Record<string, unknown>[] = [];
  const facts = scene.happened('TargetSet', 'TargetMet', 'TargetMissed');
  for (const slug of new Set(facts.map(({ data }) => data.target))) {
    let set: Said | undefined;
    let outcome: string | undefined;
    let last: Said | undefined;
    let slips = 0;
    const history: string[] = [];
    for (const said of facts) {
      if (said.data.target !== slug) continue;
      last = said;
      outcome = { TargetMet: 'MET', TargetMissed: 'MISSED' }[said.type as string];
      if (said.type !== 'TargetSet') continue;
      if (set && set.data.due !== said.data.due) slips += 1;
      history.push(said.data.due);
      set = said;
    }
    if (!set) continue;
    const zone = set.event.timeZone ?? scene.zone;
    const status = (text: string) => outcome ?? due(moment(text, zone), scene.question.at);
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
