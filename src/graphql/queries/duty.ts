/** The root query for a duty. */
import { builder } from '../builder.js';
import { omitNullish } from '../omitNullish.js';
import { badInput, checkCountryCode, checkHsCode, withQueryErrors } from '../queryErrors.js';
import { DutyRef } from '../types/duty.js';
import { asOfDescription, AsOfInput, toAsOf } from '../types/view.js';
import { minPositionDescription, waitForMinPosition } from './minPosition.js';
import { assumingDescription, AssumptionsInput, toAssumptions } from './whatIf.js';

const Goods = builder.inputType('Goods', {
  description: 'The good a duty is asked for. A property that is not given matches no criterion.',
  fields: (t) => ({
    hs: t.field({ type: 'HSCode', description: 'Its HS code.' }),
    origin: t.stringList({ description: 'Origins it can claim, such as USMCA.' }),
    endUse: t.stringList({ description: 'End uses.' }),
    transshipped: t.boolean({
      description: 'Whether it was transshipped through another country.',
    }),
    loadedAt: t.field({ type: 'DateTime', description: 'When it was loaded for the final leg.' }),
    enteredAt: t.field({
      type: 'DateTime',
      description: 'When it is entered for consumption; the instant of the view when absent.',
    }),
  }),
});

function toGood(argument: typeof Goods.$inferInput | null | undefined) {
  const goods = omitNullish(argument);
  if (goods.hs !== undefined) checkHsCode('goods.hs', goods.hs);
  return goods;
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
    description: "The duty one country imposes on another's good, at a view.",
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
        parley.duty(question, toAsOf(asOf), toAssumptions(assuming)),
      );
      cache.usesView(duty.view);
      return duty;
    },
  }),
);
