/** A duty at a view as text for a terminal. */
import { areaName, areaZone } from '../../../events/codes/areas.js';
import type { AsOfResult } from '../../app/queries/asOf.js';
import { chargeText } from '../../domain/duty/charge.js';
import { coverageText } from '../../domain/duty/coverage.js';
import type { DutyStep, DutyView } from '../../domain/duty/duty.js';
import type { Layer, LayerReason } from '../../domain/duty/layer.js';
import type { Money } from '../../domain/measure/goodsScope.js';
import { measureIdentity } from '../../domain/measure/measureView.js';
import { factText, localTime } from './eventText.js';
import { TextLayout, wantsColour } from './terminalLayout.js';

/** Why a layer applies or does not, in words that end a line. */
export const REASON: Readonly<Record<LayerReason, string>> = {
  IN_FORCE: 'in force',
  MFN: 'the ordinary duty',
  REPLACED: 'another stands in its place',
  EXCLUDED: 'not where another applies',
  PRECEDED: 'another comes first',
  CAPPED: 'capped',
  EXEMPT: 'by a relief',
  IN_TRANSIT: 'as before it was loaded',
  SUSPENDED: 'suspended',
  NOT_YET: 'not yet in effect',
  ENDED: 'ended',
  OUT_OF_SCOPE: 'not on these goods',
  NO_INSTRUMENT: 'announced without a legal act',
  PARTLY_IN_SCOPE: 'on some of these goods only',
  LOWER_ELSEWHERE: 'a lower duty is paid instead',
  IN_LIEU_OF_MFN: 'another stands in place of the ordinary duty',
  QUOTA: 'in quota',
  QUOTA_EXHAUSTED: 'the quota is full or suspended',
  SECURED: 'secured, not collected',
};

/** `Switzerland on goods of Brazil`. */
export const pairText = ({ imposedBy, on }: Pick<DutyView, 'imposedBy' | 'on'>): string =>
  `${areaName(imposedBy)} on goods of ${areaName(on)}`;

/** All digits of an amount: it is not rounded. */
const moneyText = ({ amount, currency }: Money): string =>
  `${amount.toLocaleString('en', { maximumFractionDigits: 20 })} ${currency}`;

const nameOf = ({ measure }: Layer): string =>
  measure ? measureIdentity(measure).title : 'Ordinary (MFN) duty, as given';

/** A schedule without a line for the good says nothing; of anything else a rate is looked for. */
const howMuch = ({ charge, reason }: Layer): string =>
  charge ? `${chargeText(charge)}: ` : reason === 'OUT_OF_SCOPE' ? '' : 'no rate on record: ';

const totalText = (total: number | null): string =>
  total === null ? 'no percentage on record' : `${total} %`;

/** @param entry epoch milliseconds */
export function dutyText({ subject }: AsOfResult<DutyView>, entry: number): string {
  const { imposedBy, expression, amount, range, certainty, coverage, layers, pending } = subject;
  const zone = areaZone(imposedBy);
  const layout = new TextLayout(wantsColour());
  const possibly = certainty === 'POSSIBLE' ? 'possibly ' : '';
  const money = amount ? `, ${moneyText(amount)}` : '';
  layout.line(`${pairText(subject)}: ${possibly}${expression ?? 'not on record'}${money}`, {
    tone: 'bold',
  });
  layout.line(`Entered ${localTime(entry, zone)} (${zone})${subject.disputed ? '; disputed' : ''}`);
  if (range && range.min !== range.max)
    layout.line(`It lies between ${range.min} and ${range.max} percentage points.`);
  layout.line(coverageText(coverage), { tone: 'dim' });
  for (const layer of [...layers].sort((a, b) => Number(b.applies) - Number(a.applies))) {
    const { applies, reason, setBy } = layer;
    layout.line(`${howMuch(layer)}${nameOf(layer)}, ${REASON[reason]}`, {
      label: applies ? '  + ' : '    ',
      ...(!applies && { tone: 'dim' }),
    });
    if (setBy) layout.line(factText(setBy), { label: '      ', tone: 'dim' });
  }
  for (const { at, total, setBy } of pending.filter((change) => change.at > entry))
    layout.line(`${totalText(total)}: ${factText(setBy)}`, {
      label: `  from ${localTime(at, zone)} `,
    });
  return layout.toString();
}

/** A duty over time, one line a step. */
export function scheduleText(
  duty: Pick<DutyView, 'imposedBy' | 'on'>,
  steps: readonly DutyStep[],
): string {
  const zone = areaZone(duty.imposedBy);
  const layout = new TextLayout(wantsColour());
  layout.line(`${pairText(duty)}, by the day of entry (${zone})`, { tone: 'bold' });
  for (const { from, total } of steps)
    layout.line(totalText(total), { label: `  from ${localTime(from, zone)}  ` });
  return layout.toString();
}
