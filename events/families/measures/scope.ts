/** What a measure or a relief covers: goods, areas, the part of the value. */
import { z } from 'zod';
import { affected, area, effectiveTime, hsCode, hsEdition, text } from '../../envelope.js';
import { exactlyOne } from '../../crossChecks.js';

/** The most codes of goods, or lines of a schedule, that one event holds: a whole tariff. */
export const MOST_CODES = 20_000;

const criteria = {
  hs: z
    .array(hsCode())
    .max(MOST_CODES)
    .describe('HS codes; a shorter code covers every code it begins.')
    .optional(),
  origin: z.array(text(100)).max(100).describe('Claims of origin, such as USMCA.').optional(),
  endUse: z.array(text(300)).max(100).describe('End uses of the goods.').optional(),
  producers: z.array(text(300)).max(2000).describe('Who makes or exports the goods.').optional(),
  hsEdition: hsEdition()
    .describe('The edition of the HS that the codes are of, such as 2022; absent means any.')
    .optional(),
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

export type GoodsScope = z.output<typeof goodsScope>;

export const inTransit = z
  .strictObject({
    loadedBefore: effectiveTime()
      .describe('Loaded for the final leg before this; absent means before the terms take effect.')
      .optional(),
    enteredBefore: effectiveTime().describe('And entered before this.').optional(),
  })
  .meta({ id: 'InTransit', description: 'Goods in transit that keep the earlier terms.' });

const contents = () => z.array(text(100)).min(1).max(20);

export const valueShare = z
  .strictObject({
    of: contents().describe('Taken on the value of these contents, such as aluminium.').optional(),
    exceptOf: contents().describe('Taken on the value without these contents.').optional(),
  })
  .check((ctx) =>
    exactlyOne(ctx, ['of', 'exceptOf'], 'name the contents that count (of) or those that do not'),
  )
  .meta({ id: 'ValueShare', description: 'The part of the customs value a duty is taken on.' });

export type ValueShare = z.output<typeof valueShare>;

/** The areas whose goods are affected, or `*`. */
export const affects = () =>
  z
    .array(affected())
    .min(1)
    .max(250)
    .describe('The countries whose goods are affected; * for all countries.');

/** Areas left out of those affected. */
export const exceptFor = () =>
  z.array(area()).min(1).max(250).describe('Countries left out of those affected.').optional();
