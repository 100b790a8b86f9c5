/**
 * The ordinary duty: the MFN rate, given or on record, the preferences that the goods can claim, or
 * a rate in lieu of both. The lower of MFN and preference is paid (WTO, GATT article I and XXIV).
 */
import type Big from 'big.js';
import type { Good } from '../measure/goodsScope.js';
import type { Fact } from '../streamState/knowledgeView.js';
import type { ApplicableMeasure } from './applicability.js';
import { type Charge, isLower, percentCharge, pointsOf, ZERO } from './charge.js';
import type { Layer, LayerReason } from './layer.js';

interface Loss {
  readonly reason: LayerReason;
  readonly setBy: Fact;
}

type NetCharge = (measure: ApplicableMeasure) => { readonly charge: Charge };

export class OrdinaryDuty {
  readonly #inLieu: ApplicableMeasure | undefined;
  /** What is paid of MFN and preferences; null for a given MFN rate. */
  readonly #paid: ApplicableMeasure | null | undefined;
  /** In percentage points: what caps count. Zero where there is none or it is no percentage. */
  readonly points: Big;

  /** @param measures in force and not displaced; those of other roles are left alone */
  constructor(
    measures: readonly ApplicableMeasure[],
    readonly mfnRate: number | undefined,
    net: NetCharge,
    goods: Good,
  ) {
    const ofRole = (role: ApplicableMeasure['role']) =>
      measures.filter((measure) => measure.role === role);
    this.#inLieu = ofRole('IN_LIEU_OF_MFN').at(-1);
    const [mfn] = ofRole('MFN').sort((a, b) => b.digits - a.digits);
    const offers = [
      ...(mfnRate === undefined ? [] : [{ by: null, charge: percentCharge(mfnRate) }]),
      ...[...(mfn ? [mfn] : []), ...ofRole('PREFERENCE')].map((by) => ({
        by,
        charge: net(by).charge,
      })),
    ];
    // The first of equals: MFN, which needs no claim.
    const paid = offers.reduce<(typeof offers)[number] | undefined>(
      (best, offer) => (!best || isLower(offer.charge, best.charge, goods) ? offer : best),
      undefined,
    );
    this.#paid = paid?.by;
    const charge = this.#inLieu ? net(this.#inLieu).charge : paid?.charge;
    this.points = (charge && pointsOf(charge, goods)) ?? ZERO;
  }

  /** Why a measure of these roles is not paid; null where it is, and for others. */
  lossOf(measure: ApplicableMeasure): Loss | null {
    const { role, setBy } = measure;
    if (role === 'ADDITIONAL' || measure === this.#inLieu) return null;
    if (this.#inLieu) return { reason: 'IN_LIEU_OF_MFN', setBy: this.#inLieu.setBy };
    if (measure === this.#paid) return null;
    return { reason: 'LOWER_ELSEWHERE', setBy: this.#paid?.setBy ?? setBy };
  }

  /** The layer of an MFN rate that the caller gives; undefined where none is given. */
  givenLayer(): Omit<Layer, 'rate'> | undefined {
    if (this.mfnRate === undefined) return undefined;
    const applies = !this.#inLieu && this.#paid === null;
    return {
      measure: null,
      slug: '',
      role: 'MFN',
      charge: percentCharge(this.mfnRate),
      applies,
      reason: applies ? 'MFN' : this.#inLieu ? 'IN_LIEU_OF_MFN' : 'LOWER_ELSEWHERE',
      setBy: this.#inLieu?.setBy ?? this.#paid?.setBy ?? null,
    };
  }
}
