/** Agreements: from a framework to entry into force and termination. */
import { z } from 'zod';
import { define, untilAfterStart } from '../define.js';
import { edtf, effectiveTime, party, slug, text } from '../envelope.js';
import { capital, joinWords, optional } from '../words.js';
import { effectiveInstant, period } from '../time/bounds.js';
import { DAY_MS } from '../time/days.js';
import { isInstantOrDay } from '../time/edtf.js';

const agreement = () =>
  slug()
    .describe('The slug of the agreement; absent while the negotiation has only one.')
    .optional();
const parts = () => z.array(text(300)).min(1).max(200);
const title = () => text(300).describe('The title of the agreement.');

const forceMode = z.enum(['PROVISIONAL', 'DEFINITIVE']).meta({
  id: 'ForceMode',
  description: 'Whether an agreement applies provisionally or definitively.',
});

const ratificationOutcome = z
  .enum(['ADVANCED', 'COMPLETED', 'REJECTED', 'WITHDRAWN'])
  .meta({ id: 'RatificationOutcome', description: 'Where a step leaves a ratification.' });

/** Whether what begins at some time within `from` may still be going on before `until`. */
const mayHold = (d: { effectiveFrom?: string | undefined; until?: string | undefined }): boolean =>
  d.effectiveFrom === undefined ||
  d.until === undefined ||
  !isInstantOrDay(d.until) ||
  period(d.effectiveFrom, 'UTC').start.min <= effectiveInstant(d.until, 'UTC') + DAY_MS;

/** When an agreement is suspended or resumed, and what of it. */
const interruption = z
  .strictObject({
    agreement: agreement(),
    effectiveFrom: effectiveTime().describe('From when.'),
    until: effectiveTime().describe('Until when, exclusive.').optional(),
    parts: parts().describe('Only these parts; absent means all of it.').optional(),
    by: text(300).describe('Who decided it.').optional(),
  })
  .refine(untilAfterStart.check, untilAfterStart.params);

export const agreements = {
  FrameworkAgreed: define({
    stream: 'negotiation',
    mutation: 'agreeFramework',
    describe: 'The parties agreed the framework of an agreement.',
    alsoCalled: [
      'deal',
      'framework',
      'handshake',
      'in principle',
      'outline',
      'joint statement',
      'accord',
      'truce',
      'memorandum',
    ],
    data: z.strictObject({
      title: title(),
      agreement: agreement(),
      terms: z.array(text()).max(200).describe('Its terms, one entry a point.').optional(),
    }),
    summary: (d) => `Framework agreed: ${d.title}`,
  }),
  AgreementConcluded: define({
    stream: 'negotiation',
    mutation: 'concludeAgreement',
    describe: 'The parties concluded negotiations on the text.',
    alsoCalled: [
      'deal',
      'conclude',
      'finished',
      'text agreed',
      'tentative agreement',
      'wrap up',
      'seal',
      'clinch',
      'accord',
    ],
    data: z.strictObject({ title: title(), agreement: agreement() }),
    summary: (d) => `Concluded: ${d.title}`,
  }),
  AgreementSigned: define({
    stream: 'negotiation',
    mutation: 'signAgreement',
    describe: 'The parties signed the agreement.',
    alsoCalled: [
      'deal',
      'sign',
      'signature',
      'signing',
      'treaty',
      'pact',
      'contract',
      'accord',
      'summit',
    ],
    data: z.strictObject({
      title: title(),
      agreement: agreement(),
      place: text(300).describe('The place of signature.').optional(),
      signatories: z.array(text(200)).max(250).describe('The signatories.').optional(),
    }),
    summary: (d) => `Signed: ${d.title}${optional(' in ', d.place)}`,
  }),
  RatificationStepTaken: define({
    stream: 'negotiation',
    mutation: 'recordRatificationStep',
    describe: 'A party took a step towards ratification.',
    alsoCalled: [
      'ratify',
      'ratification',
      'vote',
      'parliament',
      'approve',
      'congress',
      'referendum',
      'members',
    ],
    data: z.strictObject({
      agreement: agreement(),
      party: party().describe('The party.'),
      body: text(300).describe('The body that acted, such as a parliament.'),
      step: text(300).describe('The step taken.'),
      vote: text(200).describe('The result of the vote.').optional(),
      outcome: ratificationOutcome
        .describe('Where it leaves the ratification; ADVANCED when absent.')
        .optional(),
    }),
    summary: (d, w) => `${d.body} (${w.name(d.party)}): ${d.step}${optional(', ', d.vote)}`,
  }),
  AgreementEnteredIntoForce: define({
    stream: 'negotiation',
    mutation: 'bringAgreementIntoForce',
    describe: 'The agreement entered into force.',
    alsoCalled: ['deal takes effect', 'in force', 'apply', 'provisional', 'start', 'effective'],
    data: z
      .strictObject({
        agreement: agreement(),
        mode: forceMode.describe('Provisional or definitive.'),
        parties: z
          .array(party())
          .max(250)
          .describe('The parties it entered into force for; absent means all.')
          .optional(),
        effectiveFrom: edtf()
          .describe('When it takes effect, if not on the date it occurred.')
          .optional(),
        exceptParts: parts().describe('Parts that do not apply.').optional(),
        until: effectiveTime().describe('When it ends, exclusive.').optional(),
      })
      .refine(mayHold, untilAfterStart.params),
    summary: (d, w) =>
      `${capital(w.agreement(d.agreement))} entered into force${d.mode === 'PROVISIONAL' ? ' provisionally' : ''}${optional(' for ', d.parties && w.parties(d.parties))}${w.from(d.effectiveFrom)}${w.until(d.until)}${optional(', except ', d.exceptParts && joinWords(d.exceptParts))}`,
  }),
  AgreementExtended: define({
    stream: 'negotiation',
    mutation: 'extendAgreement',
    describe: 'The term of an agreement was extended.',
    alsoCalled: ['extension', 'prolong', 'renew', 'roll over', 'truce extended'],
    data: z.strictObject({
      agreement: agreement(),
      until: effectiveTime().describe('When it now ends, exclusive.'),
    }),
    summary: (d, w) => `${capital(w.agreement(d.agreement))} extended${w.until(d.until)}`,
  }),
  AgreementSuspended: define({
    stream: 'negotiation',
    mutation: 'suspendAgreement',
    describe: 'An agreement in force, or parts of it, was suspended.',
    alsoCalled: ['suspend deal', 'freeze', 'snapback', 'halt'],
    data: interruption,
    summary: (d, w) =>
      `${capital(w.agreement(d.agreement))} suspended${w.from(d.effectiveFrom)}${w.until(d.until)}${optional(' by ', d.by && w.who(d.by))}${optional(': ', d.parts && joinWords(d.parts))}`,
  }),
  AgreementResumed: define({
    stream: 'negotiation',
    mutation: 'resumeAgreement',
    describe: 'A suspended agreement, or parts of it, applies again.',
    alsoCalled: ['unfreeze', 'restore', 'apply again'],
    data: interruption,
    summary: (d, w) =>
      `${capital(w.agreement(d.agreement))} resumed${w.from(d.effectiveFrom)}${w.until(d.until)}${optional(' by ', d.by && w.who(d.by))}${optional(': ', d.parts && joinWords(d.parts))}`,
  }),
  PartyWithdrew: define({
    stream: 'negotiation',
    mutation: 'recordWithdrawal',
    describe: 'A party withdrew from an agreement; it stays in force for the others.',
    alsoCalled: ['withdraw', 'withdrawal', 'exit', 'leave', 'quit', 'pull out', 'brexit'],
    data: z.strictObject({
      agreement: agreement(),
      party: party().describe('The party that withdrew.'),
      effectiveFrom: effectiveTime().describe('When it ceases to be bound.'),
    }),
    summary: (d, w) =>
      `${capital(w.party(d.party))} withdrew from ${w.agreement(d.agreement)} with effect${w.from(d.effectiveFrom)}`,
  }),
  AgreementTerminated: define({
    stream: 'negotiation',
    mutation: 'terminateAgreement',
    describe: 'The agreement was terminated.',
    alsoCalled: ['end of deal', 'terminate', 'denounce', 'tear up', 'scrap', 'expire', 'cancel'],
    data: z.strictObject({
      agreement: agreement(),
      by: text(300).describe('Who terminated it.'),
      effectiveFrom: edtf()
        .describe('When it takes effect, if not on the date it occurred.')
        .optional(),
      reason: text().describe('The reason given.').optional(),
    }),
    summary: (d, w) =>
      `${capital(w.agreement(d.agreement))} terminated by ${w.who(d.by)}${w.from(d.effectiveFrom)}`,
  }),
};
