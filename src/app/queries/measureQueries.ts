/** Measures and duties at a view. */
import { areaZone } from '../../../events/codes/areas.js';
import { type DutyView, dutyView } from '../../domain/duty/duty.js';
import type { DutyQuestion } from '../../domain/duty/layer.js';
import { type MeasureView, measureView } from '../../domain/measure/measureView.js';
import { dutyRulesOf } from '../../domain/negotiation/negotiationView.js';
import type { AsOfResult } from './asOf.js';
import type { ReadBasis } from './readBasis.js';

/** The measure of a stream; undefined when nothing of it is known at the view. */
export async function readMeasure(
  basis: ReadBasis,
  stream: string,
): Promise<AsOfResult<MeasureView> | undefined> {
  const { knowledge, view } = await basis.resolve(stream);
  const subject = knowledge && measureView(knowledge, view.at);
  return subject && { subject, view, asOf: basis.asOf };
}

/** The duty that a question asks for; dates are read in the zone of the imposing authority. */
export async function readDuty(
  basis: ReadBasis,
  question: DutyQuestion,
): Promise<AsOfResult<DutyView>> {
  const zone = areaZone(question.imposedBy);
  const view = await basis.view(() => zone);
  const rules = dutyRulesOf(await basis.relatedStreams(view), question.imposedBy);
  return { subject: dutyView(rules, question, view.at), view, asOf: basis.asOf };
}
