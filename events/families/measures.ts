/** Trade measures: threatened, announced, adopted, amended, suspended, ended; retaliation, investigations. */
import { z } from 'zod';
import { define, joinWords, optional, untilAfterStart } from '../define.js';
import {
  affected,
  area,
  edtf,
  effectiveTime,
  hsCode,
  percent,
  slug,
  slugPattern,
  text,
  timeZone,
} from '../envelope.js';

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
  .meta({ id: 'MeasureKind', description: 'The stated purpose of a measure.' });

const ending = z
  .enum(['LIFTED', 'EXPIRED', 'REPLACED', 'WITHDRAWN', 'INVALIDATED'])
  .meta({ id: 'MeasureEnding', description: 'How a measure ended.' });

const criteria = {
  hs: z
    .array(hsCode())
    .max(5000)
    .describe('HS codes; a shorter code covers every code it begins.')
    .optional(),
  origin: z.array(text(100)).max(100).describe('Claims of origin, such as USMCA.').optional(),
  endUse: z.array(text(300)).max(100).describe('End uses of the goods.').optional(),
};

export const goodsScope = z
  .strictObject({
    ...criteria,
    except: z
      .strictObject(criteria)
      .meta({ id: 'GoodsCriteria', description: 'Goods that match every key given.' })
      .describe('Goods excepted.')
      .optional(),
  })
  .meta({
    id: 'GoodsScope',
    description: 'Goods that match every key given, less the exceptions.',
  });

const inTransit = z
  .strictObject({
    loadedBefore: effectiveTime()
      .describe('Loaded for the final leg before this; absent means before the terms take effect.')
      .optional(),
    enteredBefore: effectiveTime().describe('And entered before this.').optional(),
  })
  .meta({ id: 'InTransit', description: 'Goods in transit that keep the earlier terms.' });

const amount = z
  .strictObject({
    value: z.number().min(0).describe('The amount.'),
    unit: text(100).describe('The unit.'),
  })
  .meta({ id: 'Amount', description: 'A number with its unit.' });

const from = () => effectiveTime().describe('When it takes effect.');
const until = () => effectiveTime().describe('When it ends, exclusive.').optional();
const affects = () =>
  z
    .array(affected())
    .min(1)
    .max(250)
    .describe('The countries whose goods are affected; * for all countries.');
const instrument = () => text(500).describe('The legal act.').optional();
const announcedTerms = {
  title: text(300).describe('The title of the measure.').optional(),
  imposedBy: area().describe('The country that would impose it.').optional(),
  affects: affects().optional(),
  rate: percent().describe('Percent ad valorem.').optional(),
};
const terms = {
  goods: goodsScope.describe('The goods covered; absent means all.').optional(),
  replaces: z.array(slug()).max(100).describe('Measures it applies in lieu of.').optional(),
  excludedBy: z
    .array(slugPattern())
    .max(100)
    .describe('Measures that exclude this one where they apply.')
    .optional(),
  capTotalAt: percent()
    .describe('The cap on the total of the MFN rate and this measure, percent ad valorem.')
    .optional(),
  inTransit: inTransit.describe('Goods in transit that keep the earlier terms.').optional(),
  transshipmentRate: percent()
    .describe('The rate on transshipped goods, in lieu of the rate.')
    .optional(),
};

export const measures = {
  MeasureThreatened: define({
    stream: 'measure',
    mutation: 'threatenMeasure',
    describe: 'An official threatened a measure.',
    data: z.strictObject({
      ...announcedTerms,
      summary: text().describe('A summary of the statement.').optional(),
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
      effectiveFrom: edtf().describe('When it takes effect, as announced.').optional(),
      summary: text().describe('A summary of the statement.').optional(),
    }),
    summary: (d) =>
      `Announced${optional(' at ', d.rate, ' %')}${optional(' from ', d.effectiveFrom)}${optional(': ', d.summary ?? d.title)}`,
  }),
  MeasureAdopted: define({
    stream: 'measure',
    mutation: 'imposeMeasure',
    describe: 'A legal act imposed a measure, or set all its terms again.',
    data: z
      .strictObject({
        title: text(300).describe('The title of the measure.'),
        imposedBy: area().describe('The country that imposes it.'),
        affects: affects(),
        kind: measureKind.describe('Its stated purpose.'),
        rate: percent().describe('Percent ad valorem.'),
        legalBasis: text(500).describe('The legal basis.').optional(),
        instrument: instrument(),
        effectiveFrom: from(),
        until: until(),
        ...terms,
        timeZone: timeZone()
          .describe("The time zone of the authority; absent means its country's.")
          .optional(),
      })
      .refine(untilAfterStart.check, untilAfterStart.params),
    summary: (d) =>
      `${d.title}: ${d.rate} % on ${joinWords(d.affects)} from ${d.effectiveFrom}${optional(' (', d.instrument, ')')}`,
  }),
  MeasureAmended: define({
    stream: 'measure',
    mutation: 'amendMeasure',
    describe: 'A legal act amended some of the terms.',
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
    describe:
      'A measure was suspended. It resumes by itself at the end of the suspension, if one is given.',
    data: z
      .strictObject({ effectiveFrom: from(), until: until() })
      .refine(untilAfterStart.check, untilAfterStart.params),
    summary: (d) => `Suspended from ${d.effectiveFrom}${optional(' until ', d.until)}`,
  }),
  MeasureResumed: define({
    stream: 'measure',
    mutation: 'resumeMeasure',
    describe: 'A suspended measure was resumed.',
    data: z.strictObject({ effectiveFrom: from() }),
    summary: (d) => `Resumed from ${d.effectiveFrom}`,
  }),
  ExemptionGranted: define({
    stream: 'measure',
    mutation: 'grantExemption',
    describe: 'Some goods were exempted, wholly or to a reduced rate.',
    data: z
      .strictObject({
        goods: goodsScope.describe('The goods exempted.'),
        effectiveFrom: from(),
        until: until(),
        rate: percent()
          .describe('The reduced rate; absent means exempt from the whole rate.')
          .optional(),
        refunds: z.boolean().describe('Whether duty already paid is refunded.').optional(),
      })
      .refine(untilAfterStart.check, untilAfterStart.params),
    summary: (d) => `Exemption from ${d.effectiveFrom}${optional(', at ', d.rate, ' %')}`,
  }),
  MeasureEnded: define({
    stream: 'measure',
    mutation: 'endMeasure',
    describe: 'A measure ended.',
    data: z.strictObject({
      how: ending.describe('How it ended.'),
      effectiveFrom: effectiveTime().describe('When collection ends.'),
      legalEffectFrom: edtf().describe('When its legal basis ended, if earlier.').optional(),
      snapback: text().describe('The condition on which it would be imposed again.').optional(),
    }),
    summary: (d) => `Ended (${d.how.toLowerCase()}) from ${d.effectiveFrom}`,
  }),
  RetaliationNotified: define({
    stream: 'measure',
    mutation: 'notifyRetaliation',
    describe: 'A country notified retaliation against a measure.',
    data: z.strictObject({
      by: area().describe('The country that would retaliate.'),
      against: area().describe('The country retaliated against.'),
      forum: text(300).describe('The forum of the notification, such as the WTO.').optional(),
      document: text(300).describe('The document of the notification.').optional(),
      dutyEquivalent: amount.describe('The duty it would collect.').optional(),
    }),
    summary: (d) => `${d.by} notified retaliation against ${d.against}${optional(' at ', d.forum)}`,
  }),
  InvestigationStepTaken: define({
    stream: 'measure',
    mutation: 'recordInvestigationStep',
    describe: 'An investigation that may lead to a measure took a step.',
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
