/** Duties at a view: the sum, its layers, and its course over time. */
import { areaZone } from '../../../../events/codes/areas.js';
import { checkedBounds } from '../../../app/queries/timeRange.js';
import type { AsOfResult, DutyResult } from '../../../app/parley.js';
import { layersOf, totalsOf } from '../../../app/queries/dutyQueries.js';
import type { Coverage, DutyChange, DutyStep, DutyView } from '../../../domain/duty/duty.js';
import { leastCertaintyOf } from '../../../domain/duty/scope.js';
import { builder } from '../../builder.js';
import { type DutyPart, DutyLayerRef, DutyScopeRef, MoneyRef } from './dutyLayer.js';
import { AnswerEnum, CoverageStatusEnum } from '../enums.js';
import { EventCertainty, EventRef, setByOrNull } from '../../catalogue/event.js';
import { measureFromKnowledge, MeasureRef } from './measure.js';
import { withQueryErrors } from '../../queryErrors.js';
import { PROOF_COMPLEXITY, proofDescription } from '../proof.js';
import { ViewRef } from '../view.js';

/** What an expression says where nothing is on record. */
const NOT_ON_RECORD = 'not on record';

const RangeRef = builder
  .objectRef<{ readonly min: number; readonly max: number }>('Range')
  .implement({
    description: 'The ends between which a figure lies.',
    fields: (t) => ({
      min: t.exposeFloat('min', { description: 'The least, in percentage points.' }),
      max: t.exposeFloat('max', { description: 'The most, in percentage points.' }),
    }),
  });

const CoverageRef = builder.objectRef<Coverage>('Coverage').implement({
  description: 'What the record claims to cover of what is asked.',
  fields: (t) => ({
    status: t.expose('status', {
      type: CoverageStatusEnum,
      description: 'How much it claims to cover.',
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'What is left out, in words; null where nothing is claimed.',
    }),
    setBy: t.field(setByOrNull('The event that claims it; null where none does.')),
  }),
});

const LEAST_CERTAINTY =
  'How firmly the least certain event behind the total is held; null where no layer applies.';

const DutyChangeRef = builder.objectRef<DutyPart<DutyChange>>('DutyChange').implement({
  description: 'A change of a duty that is decided at the view and takes effect later.',
  fields: (t) => ({
    at: t.field({
      type: 'DateTime',
      description: 'When it takes effect.',
      resolve: ({ item }) => item.at,
    }),
    total: t.float({
      nullable: true,
      description:
        'Total in percentage points from then on; null where it is no percentage, or nothing is on record.',
      resolve: ({ item }) => item.total,
    }),
    expression: t.string({
      description: 'The same as tariffs write it; "not on record" where nothing is.',
      resolve: ({ item }) => item.expression ?? NOT_ON_RECORD,
    }),
    leastCertainty: t.field({
      type: EventCertainty,
      nullable: true,
      description: LEAST_CERTAINTY,
      resolve: ({ item }) => item.leastCertainty,
    }),
    measure: t.field({
      type: MeasureRef,
      nullable: true,
      description: 'The measure whose terms change; null when the view knows nothing of it.',
      resolve: ({ duty, item }) => measureFromKnowledge(duty, item.measure),
    }),
    setBy: t.field({
      type: EventRef,
      description: 'The event that decides it.',
      resolve: ({ item }) => item.setBy.event,
    }),
  }),
});

/** A duty as of the beginning of a step that lies after its view. */
const thenOf = (duty: AsOfResult<DutyView>, { from }: DutyStep): AsOfResult<DutyView> => ({
  ...duty,
  view: { ...duty.view, at: Math.max(duty.view.at, from) },
});

const DutyStepRef = builder.objectRef<DutyPart<DutyStep>>('DutyStep').implement({
  description: 'A period in which a duty is constant.',
  fields: (t) => ({
    from: t.field({
      type: 'DateTime',
      description: 'From when.',
      resolve: ({ item }) => item.from,
    }),
    until: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'End of the period, exclusive; null when nothing known ends it before `to`.',
      resolve: ({ item }) => item.until,
    }),
    total: t.float({
      nullable: true,
      description:
        'Total in percentage points; null where it is no percentage, or nothing is on record.',
      resolve: ({ item }) => item.total,
    }),
    expression: t.string({
      description: 'The same as tariffs write it; "not on record" where nothing is.',
      resolve: ({ item }) => item.expression ?? NOT_ON_RECORD,
    }),
    leastCertainty: t.field({
      type: EventCertainty,
      nullable: true,
      description: LEAST_CERTAINTY,
      resolve: ({ item }) => leastCertaintyOf(item.layers),
    }),
    scope: t.field({
      type: DutyScopeRef,
      description: 'What the total holds for when the step begins.',
      resolve: ({ duty, item }) => ({ duty: thenOf(duty, item), item: item.scope() }),
    }),
    layers: t.field({
      type: [DutyLayerRef],
      description:
        'The layers that apply in it; of one after the view, measures are told as of then.',
      resolve: ({ duty, item }) =>
        item.layers.map((layer) => ({ duty: thenOf(duty, item), item: layer })),
    }),
    setBy: t.field({
      type: [EventRef],
      description:
        'The events that bring it about, the foremost first; none for the first step, and none where only what the record covers changes.',
      resolve: ({ item }) => item.setBy.map(({ event }) => event),
    }),
  }),
});

export const DutyRef = builder.objectRef<DutyResult>('Duty').implement({
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
    timeZone: t.string({
      description: 'The IANA zone of the authority, in which dates of the question are read.',
      resolve: ({ subject }) => areaZone(subject.imposedBy),
    }),
    total: t.float({
      nullable: true,
      description:
        'Sum of the layers that apply to all that is asked, in percentage points; includes the ordinary (MFN) duty when given or on record. Null where nothing is on record (unknown is not 0), or where a layer is no percentage of the value and quantities given.',
      resolve: ({ subject }) => subject.total,
    }),
    expression: t.string({
      description:
        'The same as tariffs write it, such as 32 % + 7 INR/kg; "not on record" where nothing is.',
      resolve: ({ subject }) => subject.expression ?? NOT_ON_RECORD,
    }),
    amount: t.field({
      type: MoneyRef,
      nullable: true,
      description:
        'The same in money of the customs value. Null where the value or a quantity it needs is not given, and across currencies.',
      resolve: ({ subject }) => subject.amount,
    }),
    range: t.field({
      type: RangeRef,
      nullable: true,
      description:
        'Between which ends the total lies: equal unless something is possible or on only some of what is asked. Null where the total is.',
      resolve: ({ subject }) => subject.range,
    }),
    certainty: t.field({
      type: AnswerEnum,
      description: 'POSSIBLE where dates, editions of the HS or contents leave the total open.',
      resolve: ({ subject }) => subject.certainty,
    }),
    leastCertainty: t.field({
      type: EventCertainty,
      nullable: true,
      description: `${LEAST_CERTAINTY} DISPUTED where the duty is.`,
      resolve: ({ subject }) => subject.leastCertainty,
    }),
    scope: t.field({
      type: DutyScopeRef,
      description: 'What the total holds for.',
      resolve: (duty) => ({ duty, item: duty.subject.scope }),
    }),
    coverage: t.field({
      type: CoverageRef,
      description: 'What the record claims to cover of what is asked.',
      resolve: ({ subject }) => subject.coverage,
    }),
    layers: t.field({
      type: [DutyLayerRef],
      description: 'Every measure that bears on the duty, including those that do not apply.',
      args: {
        applying: t.arg.boolean({
          description: 'Only those that apply (true) or do not (false); all when absent.',
        }),
      },
      resolve: async (duty, { applying }) =>
        (await layersOf(duty, applying ?? undefined)).map((item) => ({ duty, item })),
    }),
    pending: t.field({
      type: [DutyChangeRef],
      description: 'Changes known at the view and not yet effective, soonest first.',
      resolve: async (duty) =>
        (await totalsOf(duty, ({ pending }) => pending)).map((item) => ({ duty, item })),
    }),
    disputed: t.boolean({
      description: 'Whether the duty collected is disputed.',
      resolve: ({ subject }) => subject.disputed,
    }),
    proof: t.string({
      nullable: true,
      description: proofDescription,
      complexity: PROOF_COMPLEXITY,
      resolve: ({ subject, whole, ...rest }, _, { cache, parley }) => {
        cache.usesCurrentLog();
        return withQueryErrors(async () =>
          parley.proofs.answers.ofDuty({ ...rest, subject: whole ? await whole() : subject }),
        );
      },
    }),
    schedule: t.field({
      type: [DutyStepRef],
      description: 'The duty over time, as known at the view: half-open steps.',
      args: {
        from: t.arg({
          type: 'TimePoint',
          required: true,
          description: "From when; a date means its beginning in the imposing authority's zone.",
        }),
        to: t.arg({
          type: 'TimePoint',
          required: true,
          description: "Until when, exclusive; a date means its close in the authority's zone.",
        }),
      },
      resolve: (duty, { from, to }) =>
        withQueryErrors(async () => {
          const zone = areaZone(duty.subject.imposedBy);
          const { min, max } = checkedBounds('schedule', { from, to }, zone);
          const steps = await totalsOf(duty, (each) => each.schedule(min, max));
          return steps.map((item) => ({ duty, item }));
        }),
    }),
  }),
});
