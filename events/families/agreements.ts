/** Agreements: from a framework to entry into force and termination. */
import { z } from 'zod';
import { define, joinWords, optional } from '../define.js';
import { country, edtf, text } from '../envelope.js';

const title = () => text(300).describe('The title of the agreement.');

const forceMode = z.enum(['PROVISIONAL', 'DEFINITIVE']).meta({
  id: 'ForceMode',
  description: 'Whether an agreement applies provisionally or definitively.',
});

export const agreements = {
  FrameworkAgreed: define({
    stream: 'negotiation',
    mutation: 'agreeFramework',
    describe: 'The parties agreed the framework of an agreement.',
    data: z.strictObject({
      title: title(),
      terms: z.array(text()).max(200).describe('Its terms, one entry a point.').optional(),
    }),
    summary: (d) => `Framework agreed: ${d.title}`,
  }),
  AgreementConcluded: define({
    stream: 'negotiation',
    mutation: 'concludeAgreement',
    describe: 'The parties concluded negotiations on the text.',
    data: z.strictObject({ title: title() }),
    summary: (d) => `Concluded: ${d.title}`,
  }),
  AgreementSigned: define({
    stream: 'negotiation',
    mutation: 'signAgreement',
    describe: 'The parties signed the agreement.',
    data: z.strictObject({
      title: title(),
      place: text(300).describe('The place of signature.').optional(),
      signatories: z.array(text(200)).max(250).describe('The signatories.').optional(),
    }),
    summary: (d) => `Signed: ${d.title}${optional(' in ', d.place)}`,
  }),
  RatificationStepTaken: define({
    stream: 'negotiation',
    mutation: 'recordRatificationStep',
    describe: 'A party took a step towards ratification.',
    data: z.strictObject({
      party: country().describe('The party.'),
      body: text(300).describe('The body that acted, such as a parliament.'),
      step: text(300).describe('The step taken.'),
      vote: text(200).describe('The result of the vote.').optional(),
    }),
    summary: (d) => `${d.body} (${d.party}): ${d.step}${optional(', ', d.vote)}`,
  }),
  AgreementEnteredIntoForce: define({
    stream: 'negotiation',
    mutation: 'bringAgreementIntoForce',
    describe: 'The agreement entered into force.',
    data: z.strictObject({
      mode: forceMode.describe('Provisional or definitive.'),
      parties: z
        .array(country())
        .max(250)
        .describe('The parties it entered into force for; absent means all.')
        .optional(),
      effectiveFrom: edtf()
        .describe('When it takes effect, if not on the date it occurred.')
        .optional(),
    }),
    summary: (d) =>
      `In force${d.mode === 'PROVISIONAL' ? ' provisionally' : ''}${d.parties ? ` for ${joinWords(d.parties)}` : ''}${optional(' from ', d.effectiveFrom)}`,
  }),
  AgreementTerminated: define({
    stream: 'negotiation',
    mutation: 'terminateAgreement',
    describe: 'The agreement was terminated.',
    data: z.strictObject({
      by: text(300).describe('Who terminated it.'),
      effectiveFrom: edtf()
        .describe('When it takes effect, if not on the date it occurred.')
        .optional(),
      reason: text().describe('The reason given.').optional(),
    }),
    summary: (d) => `Terminated by ${d.by}${optional(' from ', d.effectiveFrom)}`,
  }),
};
