/** From a framework to an agreement in force, and out of it. */
import { z } from 'zod';
import { define, list, maybe, startsBeforeEnd } from '../define.js';
import { edtf, effectiveTime, party, slug, text } from '../envelope.js';
import { effectiveInstant, period } from '../time/bounds.js';
import { DAY_MS } from '../time/days.js';
import { isInstantOrDay } from '../time/edtf.js';

const agreement = () =>
  slug()
    .describe('The slug of the agreement; may be left out while the negotiation has only one.')
    .optional();
const parts = () => z.array(text(300)).min(1).max(200);
const title = () => text(300).describe('What it is called.');

const forceMode = z
  .enum(['PROVISIONAL', 'DEFINITIVE'])
  .meta({ id: 'ForceMode', description: 'Whether it applies provisionally or for good.' });

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
  .refine(startsBeforeEnd.check, startsBeforeEnd.params);

export const agreements = {
  FrameworkAgreed: define({
    stream: 'negotiation',
    mutation: 'agreeFramework',
    describe: 'The parties agreed the outline of an agreement.',
    data: z.strictObject({
      title: title(),
      agreement: agreement(),
      terms: z.array(text()).max(200).describe('What it says, point by point.').optional(),
    }),
    summary: (d) => `Framework agreed: ${d.title}`,
  }),
  AgreementConcluded: define({
    stream: 'negotiation',
    mutation: 'concludeAgreement',
    describe: 'The parties finished negotiating the text.',
    data: z.strictObject({ title: title(), agreement: agreement() }),
    summary: (d) => `Concluded: ${d.title}`,
  }),
  AgreementSigned: define({
    stream: 'negotiation',
    mutation: 'signAgreement',
    describe: 'The parties signed.',
    data: z.strictObject({
      title: title(),
      agreement: agreement(),
      place: text(300).describe('Where.').optional(),
      signatories: z.array(text(200)).max(250).describe('Who signed.').optional(),
    }),
    summary: (d) => `Signed: ${d.title}${maybe(' in ', d.place)}`,
  }),
  RatificationStepTaken: define({
    stream: 'negotiation',
    mutation: 'recordRatificationStep',
    describe: 'A party took a step towards ratifying.',
    data: z.strictObject({
      agreement: agreement(),
      party: party().describe('Which party.'),
      body: text(300).describe('Which body acted.'),
      step: text(300).describe('What it did.'),
      vote: text(200).describe('How it voted.').optional(),
      outcome: ratificationOutcome
        .describe('Where it leaves the ratification; ADVANCED when absent.')
        .optional(),
    }),
    summary: (d) => `${d.body} (${d.party}): ${d.step}${maybe(', ', d.vote)}`,
  }),
  AgreementEnteredIntoForce: define({
    stream: 'negotiation',
    mutation: 'bringAgreementIntoForce',
    describe: 'The agreement began to bind.',
    data: z
      .strictObject({
        agreement: agreement(),
        mode: forceMode.describe('Provisionally or for good.'),
        parties: z.array(party()).max(250).describe('For whom; absent means all.').optional(),
        effectiveFrom: edtf().describe('From when, if not when it occurred.').optional(),
        exceptParts: parts().describe('Parts that do not apply.').optional(),
        until: effectiveTime().describe('Until when, exclusive.').optional(),
      })
      .refine(mayHold, startsBeforeEnd.params),
    summary: (d) =>
      `In force${d.mode === 'PROVISIONAL' ? ' provisionally' : ''}${d.parties ? ` for ${list(d.parties)}` : ''}${maybe(' from ', d.effectiveFrom)}${maybe(' until ', d.until)}${d.exceptParts ? `, except ${list(d.exceptParts)}` : ''}`,
  }),
  AgreementExtended: define({
    stream: 'negotiation',
    mutation: 'extendAgreement',
    describe: 'An agreement that would have run out goes on.',
    data: z.strictObject({
      agreement: agreement(),
      until: effectiveTime().describe('Until when now, exclusive.'),
    }),
    summary: (d) => `Extended until ${d.until}${maybe(': ', d.agreement)}`,
  }),
  AgreementSuspended: define({
    stream: 'negotiation',
    mutation: 'suspendAgreement',
    describe: 'An agreement in force, or parts of it, was put on hold.',
    data: interruption,
    summary: (d) =>
      `Agreement${maybe(' ', d.agreement)} suspended from ${d.effectiveFrom}${maybe(' until ', d.until)}${maybe(' by ', d.by)}${d.parts ? `: ${list(d.parts)}` : ''}`,
  }),
  AgreementResumed: define({
    stream: 'negotiation',
    mutation: 'resumeAgreement',
    describe: 'A suspended agreement, or parts of it, applies again.',
    data: interruption,
    summary: (d) =>
      `Agreement${maybe(' ', d.agreement)} resumed from ${d.effectiveFrom}${maybe(' until ', d.until)}${maybe(' by ', d.by)}${d.parts ? `: ${list(d.parts)}` : ''}`,
  }),
  PartyWithdrew: define({
    stream: 'negotiation',
    mutation: 'recordWithdrawal',
    describe: 'A party withdrew from an agreement; the rest stay bound.',
    data: z.strictObject({
      agreement: agreement(),
      party: party().describe('Who withdrew.'),
      effectiveFrom: effectiveTime().describe('From when it is no longer bound.'),
    }),
    summary: (d) =>
      `${d.party} withdrew from ${d.agreement ?? 'the agreement'} from ${d.effectiveFrom}`,
  }),
  AgreementTerminated: define({
    stream: 'negotiation',
    mutation: 'terminateAgreement',
    describe: 'The agreement was ended.',
    data: z.strictObject({
      agreement: agreement(),
      by: text(300).describe('Who ended it.'),
      effectiveFrom: edtf().describe('From when, if not when it occurred.').optional(),
      reason: text().describe('Why, as said.').optional(),
    }),
    summary: (d) => `Terminated by ${d.by}${maybe(' from ', d.effectiveFrom)}`,
  }),
};
