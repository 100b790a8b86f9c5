/**
 * A duty as an expression: percent of the value, amounts per unit, their sum, and the least and the
 * most it comes to. The form in which tariffs (TARIC, HTS) state one.
 */
import { z } from 'zod';
import { currencyCode, hsCode, percent, unitCode } from '../envelope.js';
import { exactlyOne, refuse } from '../crossChecks.js';

/** The most that an amount, a quantity or a volume can be: what JSON carries without rounding. */
const MOST = 1e15;

/** An amount of money: zero or more, exact as a decimal. */
export const money = () => z.number().min(0, 'is negative: an amount is zero or more').max(MOST);

/** A quantity that something is divided by or limited to. */
export const quantity = () => z.number().gt(0, 'is not positive: leave it out for one').max(MOST);

const unitQuantity = z
  .strictObject({
    quantity: quantity().describe('How many of the unit; absent means one.').optional(),
    unit: unitCode().describe('The unit, a code of UN/ECE Recommendation 20, such as KGM.'),
  })
  .meta({ id: 'UnitQuantity', description: 'The quantity an amount is charged on.' });

const component = z
  .strictObject({
    percent: percent().describe('Percent of the value.').optional(),
    amount: money().describe('An amount, instead of a percentage.').optional(),
    currency: currencyCode().describe('The currency of the amount, ISO 4217.').optional(),
    per: unitQuantity.describe('What the amount is charged on.').optional(),
  })
  .check((ctx) => {
    exactlyOne(ctx, ['percent', 'amount'], 'a component is a percent of the value or an amount');
    const { percent: ofValue, amount } = ctx.value;
    for (const key of ['currency', 'per'] as const)
      if (amount !== undefined && ctx.value[key] === undefined)
        refuse(ctx, [key], 'is missing: an amount is money per unit, such as 7 INR/kg', true);
      else if (amount === undefined && ofValue !== undefined && ctx.value[key] !== undefined)
        refuse(ctx, [key], 'stands beside percent: it belongs to an amount');
  })
  .meta({
    id: 'DutyComponent',
    description: 'A part of a duty: a percent of the value, or an amount of money per unit.',
  });

export type DutyComponent = z.output<typeof component>;

const components = () => z.array(component).min(1).max(20);

export const dutyExpression = z
  .strictObject({
    components: components().describe('What adds up to the duty.'),
    minimum: components().describe('The least it comes to, added up.').optional(),
    maximum: components().describe('The most it comes to, added up.').optional(),
  })
  .meta({
    id: 'DutyExpression',
    description: 'A duty: components that add up, with a minimum and a maximum.',
  });

export type DutyExpression = z.output<typeof dutyExpression>;

export const tariffLine = z
  .strictObject({
    hs: hsCode().describe('The goods: every code that it begins.'),
    rate: percent().describe('Percent ad valorem.').optional(),
    duty: dutyExpression.describe('The duty, where it is no plain percentage.').optional(),
  })
  .check((ctx) => exactlyOne(ctx, ['rate', 'duty'], 'a line has a rate or a duty'))
  .meta({ id: 'TariffLine', description: 'A line of a schedule: goods and the duty on them.' });

export type TariffLine = z.output<typeof tariffLine>;
