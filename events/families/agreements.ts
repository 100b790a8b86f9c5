/** From a framework to an agreement in force, and out of it. */
import { z } from 'zod';
import { define, joinWords, optional } from '../define.js';
import { country, edtf, text } from '../envelope.js';

const title = () => text(300).describe('What it is called.');

const forceMode = z
  .enum(['PROVISIONAL', 'DEFINITIVE'])
  .meta({ id: 'ForceMode', description: 'Whether it applies provisionally or for good.' });

export const agreements = {
  FrameworkAgreed: define({
    stream: 'negotiation',
    mutation: 'agreeFramework',
    describe: 'The parties agreed the outline of an agreement.',
    data: z.strictObject({
      title: title(),
      terms: z.array(text()).max(200).describe('What it says, point by point.').optional(),
    }),
    summary: (d) => `Framework agreed: ${d.title}`,
  }),
  AgreementConcluded: define({
    stream: 'negotiation',
    mutation: 'concludeAgreement',
    describe: 'The parties finished negotiating the text.',
    data: z.strictObject({ title: title() }),
    summary: (d) => `Concluded: ${d.title}`,
  }),
  AgreementSigned: define({
    stream: 'negotiation',
    mutation: 'signAgreement',
    describe: 'The parties signed.',
    data: z.strictObject({
      title: title(),
      place: text(300).describe('Where.').optional(),
      signatories: z.array(text(200)).max(250).describe('Who signed.').optional(),
    }),
    summary: (d) => `Signed: ${d.title}${optional(' in ', d.place)}`,
  }),
  RatificationStepTaken: define({
    stream: 'negotiation',
    mutation: 'recordRatificationStep',
    describe: 'A party took a step towards ratifying.',
    data: z.strictObject({
      party: country().describe('Which party.'),
      body: text(300).describe('Which body acted.'),
      step: text(300).describe('What it did.'),
      vote: text(200).describe('How it voted.').optional(),
    }),
    summary: (d) => `${d.body} (${d.party}): ${d.step}${optional(', ', d.vote)}`,
  }),
  AgreementEnteredIntoForce: define({
    stream: 'negotiation',
    mutation: 'bringAgreementIntoForce',
    describe: 'The agreement began to bind.',
    data: z.strictObject({
      mode: forceMode.describe('Provisionally or for good.'),
      parties: z.array(country()).max(250).describe('For whom; absent means all.').optional(),
      effectiveFrom: edtf().describe('From when, if not when it occurred.').optional(),
    }),
    summary: (d) =>
      `In force${d.mode === 'PROVISIONAL' ? ' provisionally' : ''}${d.parties ? ` for ${joinWords(d.parties)}` : ''}${optional(' from ', d.effectiveFrom)}`,
  }),
  AgreementTerminated: define({
    stream: 'negotiation',
    mutation: 'terminateAgreement',
    describe: 'The agreement was ended.',
    data: z.strictObject({
      by: text(300).describe('Who ended it.'),
      effectiveFrom: edtf().describe('From when, if not when it occurred.').optional(),
      reason: text().describe('Why, as said.').optional(),
    }),
    summary: (d) => `Terminated by ${d.by}${optional(' from ', d.effectiveFrom)}`,
  }),
};
