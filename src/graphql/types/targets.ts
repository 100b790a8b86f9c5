/** Targets, agreements and findings: what was to be done, what was agreed, what asks for a second look. */
import { catalogue } from '../../../events/catalogue.js';
import type { Finding } from '../../domain/rules/finding.js';
import type { Agreement } from '../../domain/agreement/agreements.js';
import type { Target } from '../../domain/negotiation/targets.js';
import { builder } from '../builder.js';
import { AgreementStatus, TargetStatusEnum } from './enums.js';
import { EventRef, setBy } from './event.js';
import { enumFrom } from './zodToPothos.js';

const DueDate = builder.objectRef<Target['history'][number]>('DueDate').implement({
  description: 'A due date that a target has or had.',
  fields: (t) => ({
    due: t.expose('due', { type: 'EDTF', description: 'By when.' }),
    setBy: t.field(setBy('What set it.')),
  }),
});

const DueReading = builder.objectRef<Target['readings'][number]>('DueReading').implement({
  description: 'How one side or outlet reads a due date, and how the target stands by that.',
  fields: (t) => ({
    due: t.expose('due', { type: 'EDTF', description: 'When, as they read it.' }),
    by: t.exposeString('by', { description: 'Who reads it so.' }),
    status: t.expose('status', {
      type: TargetStatusEnum,
      description: 'How the target stands by this reading.',
    }),
  }),
});

export const TargetRef = builder.objectRef<Target>('Target').implement({
  description: 'Something that was to be done by a date.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'The name it is known by.' }),
    what: t.exposeString('what', { description: 'What is to be done.' }),
    due: t.expose('due', { type: 'EDTF', description: 'The due date that counts now.' }),
    kind: t.expose('kind', {
      type: enumFrom(catalogue.TargetSet.data.shape.kind),
      description: 'How binding it is.',
    }),
    status: t.expose('status', { type: TargetStatusEnum, description: 'How it stands.' }),
    slips: t.exposeInt('slips', { description: 'How often the due date changed.' }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'The amount aimed at, where there is one.',
    }),
    unit: t.exposeString('unit', { nullable: true, description: 'The unit of the amount.' }),
    history: t.expose('history', {
      type: [DueDate],
      description: 'Every due date it ever had, first to last.',
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
      step: t.exposeString('step', { description: 'What it did.' }),
      vote: t.exposeString('vote', { nullable: true, description: 'How it voted, if said.' }),
      setBy: t.field(setBy('What reports it.')),
    }),
  });

export const AgreementRef = builder.objectRef<Agreement>('Agreement').implement({
  description: 'What was agreed, and how far it has come.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'What it is called.' }),
    status: t.expose('status', { type: AgreementStatus, description: 'How far it has come.' }),
    since: t.expose('since', { type: 'EDTF', description: 'Since when it stands so.' }),
    terms: t.exposeStringList('terms', { description: 'What it says, point by point.' }),
    signatories: t.exposeStringList('signatories', { description: 'Who signed.' }),
    inForceFrom: t.expose('inForceFrom', {
      type: 'EDTF',
      nullable: true,
      description: 'From when it binds or bound; null while no one has said.',
    }),
    provisional: t.exposeBoolean('provisional', {
      description: 'Whether it applies provisionally.',
    }),
    ratification: t.expose('ratification', {
      type: [RatificationStep],
      description: 'Steps towards ratifying, oldest first.',
    }),
    setBy: t.field(setBy('What makes it so.')),
  }),
});

export const FindingRef = builder.objectRef<Finding>('Finding').implement({
  description: 'Something in the record that asks for a second look.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'What kind of finding, as a stable word.' }),
    message: t.exposeString('message', { description: 'What it is and what would settle it.' }),
    events: t.field({
      type: [EventRef],
      description: 'The events it rests on.',
      resolve: ({ events }) => events.map(({ event }) => event),
    }),
  }),
});
