/** Trade measures: threatened, announced, adopted, changed, suspended, ended; and answers to them. */
import { z } from 'zod';
import { define, joinWords, optional } from '../define.js';
import {
  countryOrAll,
  country,
  edtf,
  effectiveTime,
  hsCode,
  percent,
  slug,
  slugPattern,
  text,
  timeZone,
} from '../envelope.js';
import { mayPrecede } from '../time/bounds.js';

const measureKind = z
  .enum([
    'RECIPROCAL',
    'PENALTY',
    'RETALIATORY',
    'SAFEGUARD',
    'NATIONAL_SECURITY',
    'UNFAIR_TRADE',
    'BALANCE_OF_PAYMENTS',
    'OTHER',
  ])
  .meta({ id: 'MeasureKind', description: 'What a measure is said to be for.' });

const ending = z
  .enum(['LIFTED', 'EXPIRED', 'REPLACED', 'WITHDRAWN', 'INVALIDATED'])
  .meta({ id: 'MeasureEnding', description: 'How a measure ended.' });

const criteria = {
  hs: z.array(hsCode()).max(5000).describe('HS prefixes.').optional(),
  origin: z.array(text(100)).max(100).describe('Origin claims, such as USMCA.').optional(),
  endUse: z.array(text(300)).max(100).describe('Uses the good is put to.').optional(),
};

export const goodsScope = z
  .strictObject({
    ...criteria,
    except: z
      .strictObject(criteria)
      .meta({ id: 'GoodsCriteria', description: 'Goods that match every key given.' })
      .describe('Goods left out.')
      .optional(),
  })
  .meta({
    id: 'GoodsScope',
    description: 'Goods that match every key given, less the exceptions.',
  });

const inTransit = z
  .strictObject({
    loadedBefore: effectiveTime()
      .describe('Loaded for the final leg before this; absent means before the terms begin.')
      .optional(),
    enteredBefore: effectiveTime().describe('And entered before this.').optional(),
  })
  .meta({ id: 'InTransit', description: 'Goods under way that keep the terms before.' });

const amount = z
  .strictObject({
    value: z.number().min(0).describe('How much.'),
    unit: text(100).describe('In what unit.'),
  })
  .meta({ id: 'Amount', description: 'A number with its unit.' });

const from = () => effectiveTime().describe('From when it bites.');
const until = () => effectiveTime().describe('Until when, exclusive.').optional();
const affects = () =>
  z.array(countryOrAll()).min(1).max(250).describe('Whose goods; * for everyone.');
const instrument = () => text(500).describe('The legal act.').optional();
const announcedTerms = {
  title: text(300).describe('What it is called.').optional(),
  imposedBy: country().describe('Who would impose it.').optional(),
  affects: affects().optional(),
  rate: percent().describe('Percent ad valorem.').optional(),
};
const terms = {
  goods: goodsScope.describe('Which goods; absent means all.').optional(),
  replaces: z.array(slug()).max(100).describe('Measures it stands in lieu of.').optional(),
  excludedBy: z
    .array(slugPattern())
    .max(100)
    .describe('Measures that, where they apply, leave this one at nothing.')
    .optional(),
  capTotalAt: percent().describe('Raises MFN and itself to this total, never more.').optional(),
  inTransit: inTransit.describe('Goods under way that keep the terms before.').optional(),
  transshipmentRate: percent().describe('In lieu of the rate, on transshipment.').optional(),
};

const untilAfterStart = {
  check: (d: { effectiveFrom: string; until?: string | undefined }) =>
    d.until === undefined || mayPrecede(d.effectiveFrom, d.until),
  params: { message: 'ends before it starts: until must be after effectiveFrom', path: ['until'] },
};

export const measures = {
  MeasureThreatened: define({
    stream: 'measure',
    mutation: 'threatenMeasure',
    describe: 'Someone in power spoke of a measure.',
    data: z.strictObject({
      ...announcedTerms,
      summary: text().describe('What was said.').optional(),
    }),
    summary: (d) =>
      `Threatened${optional(' at ', d.rate, ' %')}${optional(': ', d.summary ?? d.title)}`,
  }),
  MeasureAnnounced: define({
    stream: 'measure',
    mutation: 'announceMeasure',
    describe: 'A measure or a rate was announced without a legal act.',
    data: z.strictObject({
      ...announcedTerms,
      effectiveFrom: edtf().describe('From when, as announced.').optional(),
      summary: text().describe('What was said.').optional(),
    }),
    summary: (d) =>
      `Announced${optional(' at ', d.rate, ' %')}${optional(' from ', d.effectiveFrom)}${optional(': ', d.summary ?? d.title)}`,
  }),
  MeasureAdopted: define({
    stream: 'measure',
    mutation: 'imposeMeasure',
    describe: 'A legal act imposed a measure, or set its terms anew.',
    data: z
      .strictObject({
        title: text(300).describe('What it is called.'),
        imposedBy: country().describe('Who imposes it.'),
        affects: affects(),
        kind: measureKind.describe('What it is said to be for.'),
        rate: percent().describe('Percent ad valorem.'),
        legalBasis: text(500).describe('The power it rests on.').optional(),
        instrument: instrument(),
        effectiveFrom: from(),
        until: until(),
        ...terms,
        timeZone: timeZone()
          .describe("The authority's zone; its country's when absent.")
          .optional(),
      })
      .refine(untilAfterStart.check, untilAfterStart.params),
    summary: (d) =>
      `${d.title}: ${d.rate} % on ${joinWords(d.affects)} from ${d.effectiveFrom}${optional(' (', d.instrument, ')')}`,
  }),
  MeasureAmended: define({
    stream: 'measure',
    mutation: 'amendMeasure',
    describe: 'A legal act changed some of the terms.',
    data: z
      .strictObject({
        effectiveFrom: from(),
        rate: percent().describe('Percent ad valorem.').optional(),
        until: until(),
        ...terms,
        affects: affects().optional(),
        instrument: instrument(),
      })
      .refine(untilAfterStart.check, untilAfterStart.params),
    summary: (d) =>
      `Amended from ${d.effectiveFrom}${optional(': ', d.rate, ' %')}${optional(' (', d.instrument, ')')}`,
  }),
  MeasureSuspended: define({
    stream: 'measure',
    mutation: 'suspendMeasure',
    describe: 'A measure was put on hold; it returns by itself at the end, if one is given.',
    data: z
      .strictObject({ effectiveFrom: from(), until: until() })
      .refine(untilAfterStart.check, untilAfterStart.params),
    summary: (d) => `Suspended from ${d.effectiveFrom}${optional(' until ', d.until)}`,
  }),
  MeasureResumed: define({
    stream: 'measure',
    mutation: 'resumeMeasure',
    describe: 'A suspended measure was put back.',
    data: z.strictObject({ effectiveFrom: from() }),
    summary: (d) => `Resumed from ${d.effectiveFrom}`,
  }),
  ExemptionGranted: define({
    stream: 'measure',
    mutation: 'grantExemption',
    describe: 'Some goods were let off, wholly or to a reduced rate.',
    data: z
      .strictObject({
        goods: goodsScope.describe('Which goods.'),
        effectiveFrom: from(),
        until: until(),
        rate: percent().describe('A reduced rate instead of none.').optional(),
        refunds: z.boolean().describe('Whether duty already paid is refunded.').optional(),
      })
      .refine(untilAfterStart.check, untilAfterStart.params),
    summary: (d) => `Exemption from ${d.effectiveFrom}${optional(', at ', d.rate, ' %')}`,
  }),
  MeasureEnded: define({
    stream: 'measure',
    mutation: 'endMeasure',
    describe: 'A measure came to an end.',
    data: z.strictObject({
      how: ending.describe('How it ended.'),
      effectiveFrom: effectiveTime().describe('When collection ends.'),
      legalEffectFrom: edtf().describe('When its legal basis fell, if earlier.').optional(),
      snapback: text().describe('On what condition it would return.').optional(),
    }),
    summary: (d) => `Ended (${d.how.toLowerCase()}) from ${d.effectiveFrom}`,
  }),
  RetaliationNotified: define({
    stream: 'measure',
    mutation: 'notifyRetaliation',
    describe: 'A country reserved the right to answer a measure.',
    data: z.strictObject({
      by: country().describe('Who would retaliate.'),
      against: country().describe('Against whom.'),
      forum: text(300).describe('Where it was notified.').optional(),
      document: text(300).describe('The document.').optional(),
      dutyEquivalent: amount.describe('The duty it would collect.').optional(),
    }),
    summary: (d) => `${d.by} notified retaliation against ${d.against}${optional(' at ', d.forum)}`,
  }),
  InvestigationStepTaken: define({
    stream: 'measure',
    mutation: 'recordInvestigationStep',
    describe: 'An investigation that may lead to a measure moved on.',
    data: z.strictObject({
      legalBasis: text(500).describe('The power it rests on.'),
      topic: text(500).describe('What is investigated.'),
      step: text(500).describe('What happened.'),
      proposedRate: percent().describe('The rate proposed, percent ad valorem.').optional(),
    }),
    summary: (d) =>
      `${d.legalBasis}, ${d.topic}: ${d.step}${optional(', ', d.proposedRate, ' % proposed')}`,
  }),
};
