/** The history of a negotiation as a reader is told it, and up to when someone looked for more. */
import type { ChronicleEntry } from '../../../domain/history/chronicle.js';
import type { Checked } from '../../../domain/negotiation/happenings.js';
import { builder } from '../../builder.js';
import { EventRef, setBy, summaryOf } from '../../catalogue/event.js';
import { AnswerEnum, ChronicleKindEnum } from '../enums.js';

export const CheckedRef = builder.objectRef<Checked>('Checked').implement({
  description: 'Up to when someone looked through the sources and found nothing further.',
  fields: (t) => ({
    date: t.expose('date', { type: 'EDTF', description: 'The last date looked through.' }),
    setBy: t.field(
      setBy('The event that reports the check; what was looked at is in its sources.'),
    ),
  }),
});

export const ChronicleEntryRef = builder.objectRef<ChronicleEntry>('ChronicleEntry').implement({
  description: 'An entry in the history of a negotiation: one event, as known at the view.',
  fields: (t) => ({
    kind: t.expose('kind', {
      type: ChronicleKindEnum,
      description: 'Whether it happened, is a plan, or corrects the record.',
    }),
    occurred: t.field({
      type: 'EDTF',
      description: 'When it happened, or the plan or correction was made; corrections applied.',
      resolve: ({ fact }) => fact.occurred,
    }),
    certainty: t.expose('certainty', {
      type: AnswerEnum,
      description: 'How certain it is to have happened by the view.',
    }),
    summary: t.string({
      description: 'What happened, in one sentence for people; corrections applied.',
      resolve: ({ fact }, _, context) =>
        summaryOf({ ...fact.event, data: fact.data } as typeof fact.event, context),
    }),
    event: t.field({
      type: EventRef,
      description: 'The event as recorded.',
      resolve: ({ fact }) => fact.event,
    }),
    corrects: t.expose('corrects', {
      type: EventRef,
      nullable: true,
      description:
        'The event that it corrects or retracts; null for other kinds, and for an event of another history.',
    }),
    correctedBy: t.field({
      type: [EventRef],
      description: 'The corrections of it that are known and count, in log order.',
      resolve: ({ correctedBy }) => correctedBy.map(({ event }) => event),
    }),
  }),
});
