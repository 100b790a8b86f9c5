/** Agreements: how far each has come, and how each party is bound. */
import { catalogue } from '../../../../events/catalogue.js';
import type { Agreement } from '../../../domain/agreement/agreements.js';
import { builder } from '../../builder.js';
import {
  AgreementStatus,
  AnswerEnum,
  BoundStateEnum,
  PartyKindEnum,
  RatificationState,
} from '../enums.js';
import { EventRef, setBy, setByOrNull } from '../../catalogue/event.js';
import { enumFrom } from '../../catalogue/zodToPothos.js';

type Row = Agreement['byParty'][number];

const AgreementPartyName = builder.objectRef<Row['party']>('AgreementPartyName').implement({
  description: 'A party named in an agreement.',
  fields: (t) => ({
    code: t.expose('code', { type: 'CountryCode', description: 'Its code.' }),
    name: t.exposeString('name', { description: 'Its English name.' }),
    kind: t.expose('kind', { type: PartyKindEnum, description: 'What kind of party it is.' }),
  }),
});

const AgreementPartyRef = builder.objectRef<Row>('AgreementParty').implement({
  description: 'How an agreement stands for one party at the view.',
  fields: (t) => ({
    party: t.expose('party', { type: AgreementPartyName, description: 'Which party.' }),
    signed: t.expose('signed', {
      type: 'EDTF',
      nullable: true,
      description: 'When it signed; null while no signature is on record.',
    }),
    signedBy: t.field({
      type: EventRef,
      nullable: true,
      description: 'The event that reports its signature; null while none is on record.',
      resolve: ({ signedBy }) => signedBy?.event,
    }),
    ratification: t.expose('ratification', {
      type: RatificationState,
      description: 'Where its ratification stands.',
    }),
    bound: t.expose('bound', { type: BoundStateEnum, description: 'How it is bound.' }),
    from: t.expose('from', {
      type: 'EDTF',
      nullable: true,
      description: 'Since when it is bound so; null where it never was.',
    }),
    until: t.expose('until', {
      type: 'EDTF',
      nullable: true,
      description: 'Until when, exclusive; null while no end is known.',
    }),
    certainty: t.expose('certainty', {
      type: AnswerEnum,
      description: 'How sure it is that it is so bound, or no longer bound, by the view.',
    }),
    setBy: t.field(setByOrNull('The event behind it; null where there is none.')),
  }),
});

const AgreementSpanRef = builder.objectRef<Agreement['spans'][number]>('AgreementSpan').implement({
  description: 'A stretch of time in which an agreement stands alike for the same parties.',
  fields: (t) => ({
    status: t.expose('status', { type: AgreementStatus, description: 'Its status.' }),
    mode: t.expose('mode', {
      type: enumFrom(catalogue.AgreementEnteredIntoForce.data.shape.mode),
      nullable: true,
      description: 'DEFINITIVE once it is for any party; null while not in force.',
    }),
    from: t.expose('from', { type: 'EDTF', description: 'First day.' }),
    until: t.expose('until', {
      type: 'EDTF',
      nullable: true,
      description: 'Exclusive end; null while no end is known.',
    }),
    parties: t.exposeStringList('parties', { description: 'Codes of the parties bound.' }),
    exceptParts: t.exposeStringList('exceptParts', { description: 'Parts that do not apply.' }),
    setBy: t.field(setBy('The event that began it.')),
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
      occurred: t.field({
        type: 'EDTF',
        description: 'When it was taken.',
        resolve: ({ setBy }) => setBy.occurred,
      }),
      outcome: t.expose('outcome', {
        type: RatificationState,
        description: 'Where it leaves the ratification.',
      }),
      vote: t.exposeString('vote', {
        nullable: true,
        description: 'Result of the vote; null when not given.',
      }),
      setBy: t.field(setBy('The event that reports it.')),
    }),
  });

export const AgreementRef = builder.objectRef<Agreement>('Agreement').implement({
  description: 'An agreement as it stood at a view.',
  fields: (t) => ({
    slug: t.exposeString('slug', {
      description: 'The slug that names it within the negotiation.',
    }),
    title: t.exposeString('title', { description: 'Title of the agreement.' }),
    status: t.expose('status', {
      type: AgreementStatus,
      description: 'Current status of the agreement.',
    }),
    since: t.expose('since', {
      type: 'EDTF',
      description: 'Since when the agreement has this status.',
    }),
    certainty: t.expose('certainty', {
      type: AnswerEnum,
      description: 'How sure it is that it has that status by the view.',
    }),
    byParty: t.expose('byParty', {
      type: [AgreementPartyRef],
      description:
        'Parties at its signature, or at the view while unsigned, in the order of the launch, then of joining; a member that acts for itself follows its group.',
    }),
    spans: t.expose('spans', {
      type: [AgreementSpanRef],
      description: 'Its whole course up to the view, oldest first.',
    }),
    terms: t.exposeStringList('terms', { description: 'Terms of the agreement, point by point.' }),
    signatories: t.exposeStringList('signatories', { description: 'Who signed.' }),
    inForceFrom: t.expose('inForceFrom', {
      type: 'EDTF',
      nullable: true,
      description:
        'First day of the unbroken run of being in force, or the day set for it; null while none is known.',
    }),
    provisional: t.exposeBoolean('provisional', {
      description: 'Whether it is, or is to be, in force only provisionally.',
    }),
    ratification: t.expose('ratification', {
      type: [RatificationStep],
      description: 'Steps towards ratifying, oldest first.',
    }),
    setBy: t.field(setBy('The event that decides it.')),
  }),
});
