/** Targets, agreements and findings: what was to be done, what was agreed, what asks for a second look. */
import { catalogue } from '../../../events/catalogue.js';
import type { Finding } from '../../domain/rules/findings.js';
import type { Agreement } from '../../domain/agreement/agreements.js';
import type { Target } from '../../domain/negotiation/targets.js';
import { builder } from '../builder.js';
import { AgreementStatus, TargetStatusEnum } from './enums.js';
import { EventRef, setBy } from '../catalogue/event.js';
import { enumFrom } from '../catalogue/zodToPothos.js';

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
    setBy: t.field(setBy('What set the due date, or declared it met or missed.')),
  }),
});

const RatificationStep = builder
  .objectRef<Agreement['ratification'][number]>('RatificationStep')
  .implement({
    description: 'A step of a party towards ratifying.',
    fields: (t) => ({
      party: t.expose('party', { type: 'CountryCode', description: 'Which party.' }),
      body: t.exposeString('body', { description: 'Which body acted.' }),
      step: t.exposeString('step', { description: 'What the body did.' }),
      vote: t.exposeString('vote', {
        nullable: true,
        description: 'Result of the vote; null when not given.',
      }),
      setBy: t.field(setBy('The event that reports it.')),
    }),
  });

export const AgreementRef = builder.objectRef<Agreement>('Agreement').implement({
  description: 'What was agreed, and its current status.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'Title of the agreement.' }),
    status: t.expose('status', {
      type: AgreementStatus,
      description: 'Current status of the agreement.',
    }),
    since: t.expose('since', {
      type: 'EDTF',
      description: 'Since when the agreement has this status.',
    }),
    terms: t.exposeStringList('terms', { description: 'Terms of the agreement, point by point.' }),
    signatories: t.exposeStringList('signatories', { description: 'Who signed.' }),
    inForceFrom: t.expose('inForceFrom', {
      type: 'EDTF',
      nullable: true,
      description: 'Entry into force, as an EDTF date; null when not on record.',
    }),
    provisional: t.exposeBoolean('provisional', {
      description: 'Whether the agreement applies provisionally.',
    }),
    ratification: t.expose('ratification', {
      type: [RatificationStep],
      description: 'Steps towards ratifying, oldest first.',
    }),
    setBy: t.field(setBy('The event that decides it.')),
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
