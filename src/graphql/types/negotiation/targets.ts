/** Targets and findings. */
import { catalogue } from '../../../../events/catalogue.js';
import type { Finding } from '../../../domain/rules/finding.js';
import type { Target } from '../../../domain/negotiation/targets.js';
import { builder } from '../../builder.js';
import { TargetStatusEnum } from '../enums.js';
import { EventRef, setBy } from '../../catalogue/event.js';
import { enumFrom } from '../../catalogue/zodToPothos.js';

const DueDate = builder.objectRef<Target['history'][number]>('DueDate').implement({
  description: 'A due date that a target has or had.',
  fields: (t) => ({
    due: t.expose('due', { type: 'EDTF', description: 'By when.' }),
    setBy: t.field(setBy('The event that set it.')),
  }),
});

const DueReading = builder.objectRef<Target['readings'][number]>('DueReading').implement({
  description: 'How one side or outlet reads a due date, and how the target stands by that.',
  fields: (t) => ({
    due: t.expose('due', { type: 'EDTF', description: 'The due date in this reading.' }),
    by: t.exposeString('by', { description: 'The side or outlet whose reading this is.' }),
    status: t.expose('status', {
      type: TargetStatusEnum,
      description: 'How the target stands by this reading.',
    }),
  }),
});

export const TargetRef = builder.objectRef<Target>('Target').implement({
  description: 'Something that was to be done by a date.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Slug: its name in the record.' }),
    what: t.exposeString('what', { description: 'What is to be done.' }),
    due: t.expose('due', { type: 'EDTF', description: 'The due date that counts now.' }),
    kind: t.expose('kind', {
      type: enumFrom(catalogue.TargetSet.data.shape.kind),
      description: 'How binding the date is.',
    }),
    status: t.expose('status', { type: TargetStatusEnum, description: 'Status at the view.' }),
    slips: t.exposeInt('slips', { description: 'How often the due date changed.' }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'Amount aimed at, in the unit; null when there is none.',
    }),
    unit: t.exposeString('unit', { nullable: true, description: 'The unit of the amount.' }),
    history: t.expose('history', {
      type: [DueDate],
      description: 'Every due date of the target, first to last.',
    }),
    readings: t.expose('readings', {
      type: [DueReading],
      description: 'Competing readings of the due date.',
    }),
    perhapsMetBy: t.field({
      type: EventRef,
      nullable: true,
      description:
        'A step of an agreement since the due date was set that may be its outcome, by the words of what is to be done; null where there is none, and once an outcome is recorded.',
      resolve: ({ perhapsMetBy }) => perhapsMetBy?.event ?? null,
    }),
    setBy: t.field(setBy('What set the due date, or declared it met or missed.')),
  }),
});

export const FindingRef = builder.objectRef<Finding>('Finding').implement({
  description: 'Something in the record that needs review.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable code of the finding.' }),
    message: t.exposeString('message', { description: 'What was found and what would settle it.' }),
    events: t.field({
      type: [EventRef],
      description: 'The events that the finding is based on.',
      resolve: ({ events }) => events.map(({ event }) => event),
    }),
  }),
});
