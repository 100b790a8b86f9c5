/** Duties at a view: the sum, its layers, and its course over time. */
import { areaZone } from '../../../events/codes/areas.js';
import { timePoint } from '../../app/queries/asOf.js';
import type { AsOfResult } from '../../app/parley.js';
import type { DutyChange, DutyStep, DutyView } from '../../domain/duty/duty.js';
import type { Layer } from '../../domain/duty/layer.js';
import { builder } from '../builder.js';
import { LayerReasonEnum } from './enums.js';
import { EventRef } from '../catalogue/event.js';
import { measureFromKnowledge, MeasureRef } from './measure.js';
import { withQueryErrorsSync } from '../queryErrors.js';
import { ViewRef } from './view.js';

/** A part of a duty, with the view the duty was computed for. */
interface DutyPart<Item> {
  readonly duty: AsOfResult<DutyView>;
  readonly item: Item;
}

const DutyLayerRef = builder.objectRef<DutyPart<Layer>>('DutyLayer').implement({
  description: 'What one measure contributes to a duty, or why it contributes nothing.',
  fields: (t) => ({
    measure: t.field({
      type: MeasureRef,
      nullable: true,
      description: 'The measure; null for the ordinary (MFN) rate.',
      resolve: ({ duty, item }, _, context) => measureFromKnowledge(context, duty, item.measure),
    }),
    rate: t.float({
      nullable: true,
      description:
        'Percentage points it adds; when it does not apply, the rate it would have. Null when no rate is on record.',
      resolve: ({ item }) => item.rate,
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

const DutyChangeRef = builder.objectRef<DutyPart<DutyChange>>('DutyChange').implement({
  description: 'A change of a duty that is decided at the view and takes effect later.',
  fields: (t) => ({
    at: t.field({
      type: 'DateTime',
      description: 'When it takes effect.',
      resolve: ({ item }) => item.at,
    }),
    total: t.float({
      description: 'Total in percentage points from then on.',
      resolve: ({ item }) => item.total,
    }),
    measure: t.field({
      type: MeasureRef,
      nullable: true,
      description: 'The measure whose terms change; null when the view knows nothing of it.',
      resolve: ({ duty, item }, _, context) => measureFromKnowledge(context, duty, item.measure),
    }),
    setBy: t.field({
      type: EventRef,
      description: 'The event that decides it.',
      resolve: ({ item }) => item.setBy.event,
    }),
  }),
});

const DutyStepRef = builder.objectRef<DutyStep>('DutyStep').implement({
  description: 'A period in which a duty is constant.',
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime', description: 'From when.' }),
    until: t.expose('until', {
      type: 'DateTime',
      nullable: true,
      description: 'End of the period, exclusive; null when nothing known ends it before `to`.',
    }),
    total: t.exposeFloat('total', { description: 'Total in percentage points.' }),
  }),
});

export const DutyRef = builder.objectRef<AsOfResult<DutyView>>('Duty').implement({
  description:
    "What one country's measures add to the duty on another's good, in percentage points of its value.",
  fields: (t) => ({
    imposedBy: t.field({
      type: 'CountryCode',
      description: 'Who imposes it.',
      resolve: ({ subject }) => subject.imposedBy,
    }),
    on: t.field({
      type: 'CountryCode',
      description: 'On whose goods.',
      resolve: ({ subject }) => subject.on,
    }),
    view: t.expose('view', { type: ViewRef, description: 'The view this was computed for.' }),
    total: t.float({
      description:
        'Sum of the layers that apply, in percentage points; includes the ordinary (MFN) rate only when it was given.',
      resolve: ({ subject }) => subject.total,
    }),
    layers: t.field({
      type: [DutyLayerRef],
      description: 'Every measure that bears on the duty, including those that do not apply.',
      resolve: (duty) => duty.subject.layers.map((item) => ({ duty, item })),
    }),
    pending: t.field({
      type: [DutyChangeRef],
      description: 'Changes known at the view and not yet effective, soonest first.',
      resolve: (duty) => duty.subject.pending.map((item) => ({ duty, item })),
    }),
    disputed: t.boolean({
      description: 'Whether the duty collected is disputed.',
      resolve: ({ subject }) => subject.disputed,
    }),
    schedule: t.field({
      type: [DutyStepRef],
      description: 'The duty over time, as known at the view: half-open steps.',
      args: {
        from: t.arg({
          type: 'TimePoint',
          required: true,
          description: "From when; a date means its close in the imposing authority's zone.",
        }),
        to: t.arg({
          type: 'TimePoint',
          required: true,
          description: "Until when, exclusive; a date means its close in the authority's zone.",
        }),
      },
      resolve: ({ subject }, { from, to }) =>
        withQueryErrorsSync(() => {
          const zone = areaZone(subject.imposedBy);
          return subject.schedule(timePoint('from', from, zone), timePoint('to', to, zone));
        }),
    }),
  }),
});
