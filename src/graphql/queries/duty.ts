/** The root query for a duty. */
import { isCurrency, notACurrency } from '../../../events/codes/currencies.js';
import { HS_EDITIONS } from '../../../events/codes/hsCodes.js';
import { isUnit, notAUnit } from '../../../events/codes/units.js';
import { builder } from '../builder.js';
import { omitNullish } from '../omitNullish.js';
import {
  badInput,
  checkCountryCode,
  checkHsCode,
  nullOnError,
  withQueryErrors,
} from '../queryErrors.js';
import { DutyRef } from '../types/measure/duty.js';
import { asOfDescription, AsOfInput, toAsOf } from '../types/view.js';
import { minPositionDescription, waitForMinPosition } from './minPosition.js';
import {
  assumingComplexity,
  assumingDescription,
  AssumptionsInput,
  toAssumptions,
} from './whatIf.js';

const MoneyInput = builder.inputType('MoneyInput', {
  description: 'An amount of money.',
  fields: (t) => ({
    amount: t.float({ required: true, description: 'The amount, zero or more.' }),
    currency: t.string({ required: true, description: 'Its currency, ISO 4217, such as USD.' }),
  }),
});

const QuantityInput = builder.inputType('QuantityInput', {
  description: 'A quantity of a good.',
  fields: (t) => ({
    value: t.float({ required: true, description: 'How many, zero or more.' }),
    unit: t.string({
      required: true,
      description: 'Of what: a code of UN/ECE Recommendation 20, such as KGM.',
    }),
  }),
});

const ContentInput = builder.inputType('ContentInput', {
  description: 'A content of a good, as a part of its customs value.',
  fields: (t) => ({
    of: t.string({ required: true, description: 'The content, such as aluminium.' }),
    share: t.float({ required: true, description: 'Its share of the value, from 0 to 1.' }),
  }),
});

const Goods = builder.inputType('Goods', {
  description: 'The good a duty is asked for. A property that is not given matches no criterion.',
  fields: (t) => ({
    hs: t.field({ type: 'HSCode', description: 'Its HS code.' }),
    hsEdition: t.string({
      description: 'The edition of the HS that the code is of, such as 2022.',
    }),
    origin: t.stringList({ description: 'Origins it can claim, such as USMCA.' }),
    endUse: t.stringList({ description: 'End uses.' }),
    producer: t.string({ description: 'Who makes or exports it.' }),
    transshipped: t.boolean({
      description: 'Whether it was transshipped through another country.',
    }),
    customsValue: t.field({ type: MoneyInput, description: 'Its customs value.' }),
    quantities: t.field({ type: [QuantityInput], description: 'Its quantities.' }),
    content: t.field({ type: [ContentInput], description: 'Its contents.' }),
    quotas: t.stringList({
      description: 'Reliefs under a quota in which the importer holds a licence or a place.',
    }),
    loadedAt: t.field({ type: 'DateTime', description: 'When it was loaded for the final leg.' }),
    enteredAt: t.field({
      type: 'DateTime',
      description: 'When it is entered for consumption; the instant of the view when absent.',
    }),
  }),
});

/** The most items of one list of a good. */
const MOST_ITEMS = 100;

const LISTS = ['origin', 'endUse', 'quantities', 'content', 'quotas'] as const;

function toGood(argument: typeof Goods.$inferInput | null | undefined) {
  const goods = omitNullish(argument);
  const { hs, hsEdition, customsValue, quantities = [], content = [] } = goods;
  if (hs !== undefined) checkHsCode('goods.hs', hs);
  if (hsEdition !== undefined && !HS_EDITIONS.includes(hsEdition))
    throw badInput(
      `goods.hsEdition "${hsEdition}" is not an edition of the HS: give one of ${HS_EDITIONS.join(', ')}.`,
    );
  for (const key of LISTS)
    if ((goods[key]?.length ?? 0) > MOST_ITEMS)
      throw badInput(`goods.${key} has ${goods[key]?.length} items: give at most ${MOST_ITEMS}.`);
  if (customsValue) {
    checkNumber('goods.customsValue.amount', customsValue.amount, Infinity);
    if (!isCurrency(customsValue.currency))
      throw badInput(
        `goods.customsValue.currency "${customsValue.currency}" ${notACurrency(customsValue.currency)}.`,
      );
  }
  quantities.forEach(({ value, unit }, index) => {
    checkNumber(`goods.quantities[${index}].value`, value, Infinity);
    if (!isUnit(unit))
      throw badInput(`goods.quantities[${index}].unit "${unit}" ${notAUnit(unit)}.`);
  });
  content.forEach(({ share }, index) => {
    checkNumber(`goods.content[${index}].share`, share, 1);
  });
  const shares = content.reduce((sum, { share }) => sum + share, 0);
  if (shares > 1 + 1e-9)
    throw badInput(
      `goods.content adds up to ${shares}: shares of one value are at most 1 together.`,
    );
  return goods;
}

function checkNumber(argument: string, value: number, most: number): void {
  if (value >= 0 && value <= most) return;
  throw badInput(
    most === Infinity
      ? `${argument} is ${value}: give zero or more.`
      : `${argument} is ${value}: give a number from 0 to ${most}.`,
  );
}

function percentage(mfnRate: number | null | undefined): number | undefined {
  const rate = mfnRate ?? undefined;
  if (rate !== undefined && rate < 0)
    throw badInput(`mfnRate is ${rate}: a rate is zero percent or more.`);
  return rate;
}

builder.queryField('duty', (t) =>
  t.field({
    type: DutyRef,
    ...nullOnError,
    description:
      "The duty one country imposes on another's good, at a view; null with an error where the question is wrong.",
    complexity: ({ assuming }) => ({ field: assumingComplexity(assuming), multiplier: 1 }),
    args: {
      imposedBy: t.arg({ type: 'CountryCode', required: true, description: 'Who imposes it.' }),
      on: t.arg({ type: 'CountryCode', required: true, description: 'On whose goods.' }),
      goods: t.arg({ type: Goods, description: 'The good; any good when absent.' }),
      mfnRate: t.arg.float({
        description: 'Ordinary (MFN) rate in percent, to be included in the total and in caps.',
      }),
      asOf: t.arg({ type: AsOfInput, description: asOfDescription }),
      assuming: t.arg({ type: AssumptionsInput, description: assumingDescription }),
      minPosition: t.arg.int({ description: minPositionDescription }),
    },
    resolve: async (_, { imposedBy, on, goods, mfnRate, asOf, assuming, minPosition }, context) => {
      const { parley, cache } = context;
      await waitForMinPosition(context, minPosition);
      const question = {
        imposedBy: checkCountryCode('imposedBy', imposedBy),
        on: checkCountryCode('on', on),
        goods: toGood(goods),
        mfnRate: percentage(mfnRate),
      };
      const duty = await withQueryErrors(() =>
        parley.dutyOutline(question, toAsOf(asOf), toAssumptions(assuming)),
      );
      cache.usesView(duty.view);
      cache.tellsOf?.(duty);
      return duty;
    },
  }),
);
