/** The question for a duty as parameters of a request, and as variables of the GraphQL query. */
import { z } from 'zod';
import { isArea, notAnArea } from '../../../events/codes/areas.js';
import { HS_CODE } from '../../../events/codes/hsCodes.js';

const area = (text: string) =>
  z
    .string()
    .max(20)
    .check((ctx) => {
      if (isArea(ctx.value)) return;
      ctx.issues.push({ code: 'custom', message: notAnArea(ctx.value), input: ctx.value });
    })
    .describe(text);

const claims = (text: string) =>
  z.array(z.string().min(1).max(300)).max(100).describe(text).optional();

/** `1000 KGM`, `0.4 aluminium`: a number and what it is of. */
const numberOf = (text: string) =>
  z
    .string()
    .max(120)
    .regex(/^\d+(\.\d+)? \S.*$/, 'is not a number and what it is of, such as "1000 KGM"')
    .describe(text);

/** The parameters, flat, so that they fit a query string. */
export const goodsParameters = {
  imposedBy: area('Who imposes it: a country or customs union, such as US or EU.'),
  on: area('On whose goods, such as IN.'),
  hs: z
    .string()
    .max(10)
    .regex(HS_CODE, 'is not an HS code of 2, 4, 6, 8 or 10 digits without dots')
    .describe('The HS code of the good, digits only; any good when absent.')
    .optional(),
  hsEdition: z.string().max(4).describe('The edition of the HS, such as 2022.').optional(),
  origin: claims('Origins the good can claim, such as USMCA.'),
  endUse: claims('End uses.'),
  producer: z.string().min(1).max(300).describe('Who makes or exports it.').optional(),
  quotas: claims('Reliefs under a quota in which a place is held.'),
  value: numberOf('Customs value and currency, such as "500000 INR".').optional(),
  quantities: z.array(numberOf('A quantity and its unit, such as "1000 KGM".')).max(20).optional(),
  content: z
    .array(numberOf('A share of the value and the content, such as "0.4 aluminium".'))
    .max(20)
    .optional(),
  transshipped: z.boolean().describe('Whether it was transshipped.').optional(),
  loadedAt: z.iso.datetime({ offset: true }).describe('When it was loaded.').optional(),
  enteredAt: z.iso
    .datetime({ offset: true })
    .describe('When it is entered; the instant of the view when absent.')
    .optional(),
  mfnRate: z
    .number()
    .min(0)
    .max(100_000)
    .describe('The ordinary (MFN) rate in percent.')
    .optional(),
};

type Question = z.output<z.ZodObject<typeof goodsParameters>> & {
  readonly at?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly publicAt?: string | undefined;
};

/** The number, and the words after it. */
function split(text: string): readonly [number, string] {
  const space = text.indexOf(' ');
  return [Number(text.slice(0, space)), text.slice(space + 1)];
}

/** The variables of a query for `duty`. */
export function dutyVariables({
  imposedBy,
  on,
  mfnRate,
  at,
  knownAt,
  publicAt,
  value,
  quantities,
  content,
  ...goods
}: Question): Readonly<Record<string, unknown>> {
  const [amount, currency] = value === undefined ? [] : split(value);
  return {
    imposedBy,
    on,
    mfnRate,
    asOf: { at, knownAt, publicAt },
    goods: {
      ...goods,
      ...(value !== undefined && { customsValue: { amount, currency } }),
      quantities: quantities?.map(split).map(([number, unit]) => ({ value: number, unit })),
      content: content?.map(split).map(([share, of]) => ({ of, share })),
    },
  };
}
