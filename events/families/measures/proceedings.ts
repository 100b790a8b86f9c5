/** What may lead to a measure: retaliation notified, investigations. */
import { z } from 'zod';
import { define } from '../../define.js';
import { area, percent, text } from '../../envelope.js';
import { capital, optional } from '../../words.js';

const amount = z
  .strictObject({
    value: z.number().min(0).describe('The amount.'),
    unit: text(100).describe('The unit.'),
  })
  .meta({ id: 'Amount', description: 'A number with its unit.' });

export const proceedings = {
  RetaliationNotified: define({
    stream: 'measure',
    mutation: 'notifyRetaliation',
    describe: 'A country notified retaliation against a measure.',
    alsoCalled: [
      'retaliate',
      'retaliation',
      'countermeasure',
      'counter-tariff',
      'rebalancing',
      'wto',
      'hit back',
      'response',
    ],
    data: z.strictObject({
      by: area().describe('The country that would retaliate.'),
      against: area().describe('The country retaliated against.'),
      forum: text(300).describe('The forum of the notification, such as the WTO.').optional(),
      document: text(300).describe('The document of the notification.').optional(),
      dutyEquivalent: amount.describe('The duty it would collect.').optional(),
    }),
    summary: (d, w) =>
      `${capital(w.party(d.by))} notified retaliation against ${w.party(d.against)}${optional(' at ', d.forum)}`,
  }),
  InvestigationStepTaken: define({
    stream: 'measure',
    mutation: 'recordInvestigationStep',
    describe: 'An investigation that may lead to a measure took a step.',
    alsoCalled: [
      'probe',
      'investigation',
      'inquiry',
      'anti-dumping',
      'section 301',
      'section 232',
      'hearing',
      'finding',
    ],
    data: z.strictObject({
      legalBasis: text(500).describe('The legal basis.'),
      topic: text(500).describe('The subject of the investigation.'),
      step: text(500).describe('The step taken.'),
      proposedRate: percent().describe('The rate proposed, percent ad valorem.').optional(),
    }),
    summary: (d) =>
      `${d.legalBasis}, ${d.topic}: ${d.step}${optional(', ', d.proposedRate, ' % proposed')}`,
  }),
};
