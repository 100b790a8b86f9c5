/** Duties at a view: an outline from the measures that can cover the goods, the rest when asked for. */
import { areaZone } from '../../../events/codes/areas.js';
import { type DutyView, dutyView } from '../../domain/duty/duty.js';
import type { DutyQuestion, Layer } from '../../domain/duty/layer.js';
import { dutyRulesOf } from '../../domain/negotiation/negotiationView.js';
import type { AsOfResult } from './asOf.js';
import type { ReadBasis } from './readBasis.js';

/** A duty; where it is an outline, `whole` is the same with the measures on other goods. */
export interface DutyResult extends AsOfResult<DutyView> {
  readonly whole?: () => Promise<DutyView>;
}

/**
 * The duty that a question asks for; dates are read in the zone of the imposing authority.
 * O(measures between the two).
 */
export async function readDuty(
  basis: ReadBasis,
  question: DutyQuestion,
): Promise<AsOfResult<DutyView>> {
  const zone = areaZone(question.imposedBy);
  const view = await basis.view(() => zone);
  const { imposedBy, on } = question;
  const rules = dutyRulesOf(await basis.dutyStreams(view, imposedBy, on), imposedBy, on);
  return { subject: dutyView(rules, question, view.at), view, asOf: basis.asOf };
}

/**
 * The same without the layers of measures on other goods, where the goods have a code. They add
 * nothing, and only tell unknown from nothing where no measure is on the goods: then they are read.
 * O(measures that can cover the goods).
 */
export async function readDutyOutline(
  basis: ReadBasis,
  question: DutyQuestion,
): Promise<DutyResult> {
  const { imposedBy, on, goods } = question;
  if (goods?.hs === undefined) return readDuty(basis, question);
  const zone = areaZone(imposedBy);
  const view = await basis.view(() => zone);
  const rules = dutyRulesOf(await basis.dutyStreams(view, imposedBy, on, goods.hs), imposedBy, on);
  const subject = dutyView(rules, question, view.at);
  if (subject.layers.length === 0) return readDuty(basis, question);
  let reading: Promise<DutyView> | undefined;
  const whole = () => (reading ??= readDuty(basis, question).then((read) => read.subject));
  return { subject, view, asOf: basis.asOf, whole };
}

/** All layers of a duty, or those that apply or do not. */
export async function layersOf(
  { subject, whole }: DutyResult,
  applying?: boolean,
): Promise<readonly Layer[]> {
  const { layers } = applying !== true && whole ? await whole() : subject;
  return layers.filter(({ applies }) => applying === undefined || applies === applying);
}

/** Totals over time; read of the whole where one of the outline may be unknown or nothing. */
export async function totalsOf<Item extends { readonly total: number | null }>(
  { subject, whole }: DutyResult,
  read: (duty: DutyView) => readonly Item[],
): Promise<readonly Item[]> {
  const totals = read(subject);
  return whole && totals.some(({ total }) => total === null) ? read(await whole()) : totals;
}
