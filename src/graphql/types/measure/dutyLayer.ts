/** Types of what a duty is made of: its layers, and what its total holds for. */
import type { AsOfResult } from '../../../app/parley.js';
import { chargeText } from '../../../domain/duty/charge.js';
import { certaintyOfLayer } from '../../../domain/duty/dispute.js';
import type { DutyView } from '../../../domain/duty/duty.js';
import type { Layer } from '../../../domain/duty/layer.js';
import type { DutyScope } from '../../../domain/duty/scope.js';
import type { Money } from '../../../domain/measure/goodsScope.js';
import { builder } from '../../builder.js';
import { LayerReasonEnum } from '../enums.js';
import { EventCertainty, EventRef } from '../../catalogue/event.js';
import { measureFromKnowledge, MeasureRef, MeasureRoleEnum } from './measure.js';

/** A part of a duty, with the view the duty was computed for. */
export interface DutyPart<Item> {
  readonly duty: AsOfResult<DutyView>;
  readonly item: Item;
}

export const MoneyRef = builder.objectRef<Money>('Money').implement({
  description: 'An amount of money.',
  fields: (t) => ({
    amount: t.exposeFloat('amount', { description: 'The amount, not rounded.' }),
    currency: t.exposeString('currency', { description: 'Its currency, ISO 4217.' }),
  }),
});

export const DutyLayerRef = builder.objectRef<DutyPart<Layer>>('DutyLayer').implement({
  description: 'What one measure contributes to a duty, or why it contributes nothing.',
  fields: (t) => ({
    measure: t.field({
      type: MeasureRef,
      nullable: true,
      description: 'The measure; null for the ordinary (MFN) rate.',
      resolve: ({ duty, item }) => measureFromKnowledge(duty, item.measure),
    }),
    rate: t.float({
      nullable: true,
      description:
        'Percentage points it adds; when it does not apply, the rate it would have. Null when no rate is on record.',
      resolve: ({ item }) => item.rate,
    }),
    expression: t.string({
      nullable: true,
      description: 'The same as tariffs write it, such as 7 INR/kg. Null when none is on record.',
      resolve: ({ item }) => item.charge && chargeText(item.charge),
    }),
    amount: t.field({
      type: MoneyRef,
      nullable: true,
      description:
        'The same in money of the customs value. Null where the value or a quantity it needs is not given.',
      resolve: ({ duty, item }) => duty.subject.amountOf(item),
    }),
    leastCertainty: t.field({
      type: EventCertainty,
      nullable: true,
      description:
        'How firmly the event that decides it is held; null for the ordinary (MFN) rate. DISPUTED where another rate was announced against it.',
      resolve: ({ duty, item }) => certaintyOfLayer(item, duty.subject.disputeOf(item)),
    }),
    role: t.field({
      type: MeasureRoleEnum,
      description: 'How it stands to the ordinary (MFN) duty.',
      resolve: ({ item }) => item.role,
    }),
    applies: t.boolean({
      description: 'Whether it counts in the total.',
      resolve: ({ item }) => item.applies,
    }),
    reason: t.field({
      type: LayerReasonEnum,
      description: 'Why it applies or does not apply.',
      resolve: ({ item }) => item.reason,
    }),
    setBy: t.field({
      type: EventRef,
      nullable: true,
      description: 'The event that decides it; null for the ordinary (MFN) rate.',
      resolve: ({ item }) => item.setBy?.event,
    }),
  }),
});

export const DutyScopeRef = builder.objectRef<DutyPart<DutyScope>>('DutyScope').implement({
  description: 'What a total holds for, and what it leaves out for some of the goods asked about.',
  fields: (t) => ({
    ordinary: t.boolean({
      description: 'Whether the ordinary (MFN) duty is in the total.',
      resolve: ({ item }) => item.ordinary,
    }),
    elsewhere: t.field({
      type: [DutyLayerRef],
      description:
        'Measures in force on only some of the goods asked about, which the total leaves out.',
      resolve: ({ duty, item }) => item.elsewhere.map((layer) => ({ duty, item: layer })),
    }),
    reliefs: t.int({
      description:
        'How many reliefs from what is in the total are for only some of the goods, or must be claimed.',
      resolve: ({ item }) => item.reliefs,
    }),
  }),
});
