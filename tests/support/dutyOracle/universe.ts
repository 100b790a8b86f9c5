/** The values of which random logs about measures are made: terms, duties, goods, areas, reliefs. */
import type { EventType } from '../../../events/catalogue.js';
import { DAYS, from, instantOf, type Row } from '../drawnRow.js';

/** In order; by whom: the United States, the Union, a group. */
export const MEASURES = [
  'measure/club-anti',
  'measure/eu-safe',
  'measure/us-base',
  'measure/us-country',
  'measure/us-mfn',
  'measure/us-oil',
  'measure/us-pref',
  'measure/us-steel',
] as const;
export const RULEBOOK = 'rulebook/US';
/** A group that only the log knows. */
export const CLUB = 'area/CLUB1';

export const ACTS: readonly EventType[] = [
  'MeasureAdopted',
  'MeasureAdopted',
  'MeasureAdopted',
  'MeasureAdopted',
  'MeasureAdopted',
  'MeasureAmended',
  'MeasureAmended',
  'MeasureAmended',
  'MeasureCommenced',
  'MeasureSuspended',
  'MeasureSuspended',
  'MeasureResumed',
  'MeasureEnded',
  'MeasureReinstated',
  'ExemptionGranted',
  'ExemptionGranted',
  'ExemptionGranted',
  'ExemptionGranted',
  'ExemptionGranted',
  'ExemptionEnded',
  'QuotaReported',
  'MeasureAnnounced',
  'MeasureThreatened',
];
export const MEMBERSHIPS: readonly EventType[] = ['MemberJoined', 'MemberJoined', 'MemberLeft'];
export const RULES: readonly EventType[] = ['PrecedenceSet', 'PrecedenceSet', 'CoverageDeclared'];

const authorOf = (stream: string): string =>
  stream === 'measure/eu-safe' ? 'EU' : stream === 'measure/club-anti' ? 'CLUB1' : 'US';

const RATES = [0, 10, 25, 26, 50] as const;
const kg = (amount: number, currency = 'USD', quantity?: number) => ({
  ...{ amount, currency },
  per: { unit: 'KGM', ...(quantity !== undefined && { quantity }) },
});
const pct = (percent: number) => ({ percent });

const DUTIES = [
  { components: [kg(0.7)] },
  { components: [pct(2.5), kg(24.1, 'USD', 100)] },
  { components: [kg(1)], minimum: [pct(4)], maximum: [pct(8), kg(0.25)] },
  { components: [pct(9)], minimum: [pct(12)] },
  { components: [pct(3), kg(7, 'INR')] },
  { components: [kg(0)] },
  { components: [pct(6)], maximum: [{ amount: 3, currency: 'USD', per: { unit: 'NAR' } }] },
] as const;
const LINES = [
  [
    { hs: '72', rate: 10 },
    { hs: '7208', rate: 20 },
    { hs: '720825', rate: 5 },
  ],
  [
    { hs: '7208', rate: 30 },
    { hs: '09', duty: DUTIES[0] },
  ],
  [{ hs: '720825', rate: 15 }],
] as const;

const AREAS = [['IN'], ['IN'], ['*'], ['*'], ['*'], ['BD'], ['EU'], ['DE'], ['CLUB1']] as const;
/** What is no duty on imports has no part in the duty. */
const FORMS = ['ANTIDUMPING_DUTY', 'COUNTERVAILING_DUTY', 'FEE', 'EXPORT_CONTROL'] as const;

/** How much: mostly a rate. */
function amount(row: Row): object {
  const kind = row.below(6);
  if (kind === 4) return { duty: row.pick(DUTIES) };
  if (kind === 5) return { lines: row.pick(LINES) };
  return { rate: row.pick(RATES) };
}

const SCOPES = [
  { hs: ['72'] },
  { hs: ['7208', '0902'] },
  { except: { origin: ['USMCA'] } },
  { except: { hs: ['720825'] } },
  { hs: ['7208'], hsEdition: '2017' },
  { producers: ['A'] },
] as const;

function terms(row: Row, stream: string): object {
  return {
    ...row.maybe(() => ({ goods: row.pick(SCOPES) })),
    ...(stream === 'measure/us-country' && row.below(3) > 0 && { replaces: ['us-base'] }),
    ...(stream !== 'measure/us-steel' &&
      row.below(2) === 0 && { excludedBy: [row.pick(['us-steel', 'us-st*'])] }),
    ...row.maybe(() => ({ capTotalAt: row.pick([15, 30]) })),
    ...row.maybe(() => ({ inTransit: row.maybe(() => ({ enteredBefore: row.pick(DAYS) })) })),
    ...row.maybe(() => ({ transshipmentRate: 40 })),
    ...row.maybe(() => row.maybe(() => ({ exceptFor: row.pick([['IN'], ['DE'], ['CLUB1']]) }))),
    ...row.maybe(() =>
      row.maybe(() => ({ valueShare: row.pick([{ of: ['steel'] }, { exceptOf: ['steel'] }]) })),
    ),
    ...row.maybe(() => row.maybe(() => ({ collection: row.pick(['SECURED', 'COLLECTED']) }))),
  };
}

const role = (row: Row, stream: string): object =>
  stream === 'measure/us-mfn'
    ? { role: 'MFN' }
    : stream === 'measure/us-pref'
      ? { role: row.pick(['PREFERENCE', 'PREFERENCE', 'IN_LIEU_OF_MFN']) }
      : {};

const REMOVABLE = ['until', 'goods', 'exceptFor', 'replaces', 'capTotalAt', 'inTransit'] as const;

function amendment(row: Row, stream: string): object {
  const set = {
    ...(row.below(3) > 0 && amount(row)),
    ...terms(row, stream),
    ...row.maybe(() => ({ affects: row.pick(AREAS) })),
  };
  const key = row.pick(REMOVABLE);
  const { effectiveFrom, until } = from(row);
  const rest = DAYS.filter((day) => day > effectiveFrom);
  return {
    ...{ effectiveFrom, ...(until !== undefined && { until }) },
    ...set,
    ...row.maybe(() => (key in set || (key === 'until' && until) ? {} : { removes: [key] })),
    ...row.maybe(() => ({ revertsAt: instantOf(row, row.pick(rest)) })),
  };
}

const RELIEFS = ['r', 's'] as const;

function grant(row: Row): object {
  const period = { from: row.pick(DAYS.slice(0, 5)), until: row.pick(DAYS.slice(5)) };
  const early = { effectiveFrom: instantOf(row, row.pick(DAYS.slice(0, 5))) };
  const name = row.below(4) > 0 && row.pick(RELIEFS);
  return {
    goods: row.pick([
      { hs: ['7208'] },
      { origin: ['USMCA'] },
      { except: { hs: ['72'] } },
      {},
      {},
      { hs: ['09'], hsEdition: '2022' },
      { endUse: ['x'] },
    ]),
    ...(row.below(2) === 0 ? early : from(row)),
    ...(row.below(2) === 0 && row.pick([{ rate: 0 }, { rate: 5 }, { duty: DUTIES[0] }])),
    ...(name && { relief: name }),
    ...row.maybe(() => ({ affects: row.pick(AREAS) })),
    ...row.maybe(() => row.maybe(() => ({ exceptFor: ['DE'] }))),
    ...row.maybe(() => row.maybe(() => ({ valueAtMost: { amount: 100, currency: 'USD' } }))),
    // A quota is claimed by the name of its relief.
    ...(name && row.maybe(() => ({ quota: { volume: 10, unit: 'TNE', ...period } }))),
  };
}

/** Data for an event about a measure, a rulebook or a group; empty for other types. */
export function measureData(type: EventType, row: Row, stream: string): object {
  switch (type) {
    case 'MeasureAdopted': {
      // Mostly early and without an end, so that there is something to ask about.
      const early = { effectiveFrom: instantOf(row, row.pick(DAYS.slice(0, 4))) };
      const period = row.below(3) === 0 ? from(row) : early;
      return {
        ...{ title: 't', imposedBy: authorOf(stream), affects: row.pick(AREAS), kind: 'OTHER' },
        ...(stream === 'measure/us-oil' && row.maybe(() => ({ form: row.pick(FORMS) }))),
        ...(row.below(6) > 0 && period),
        ...amount(row),
        ...role(row, stream),
        ...terms(row, stream),
      };
    }
    case 'MeasureAmended':
      return amendment(row, stream);
    case 'MeasureSuspended':
    case 'MeasureReinstated':
      return from(row);
    case 'MeasureCommenced':
    case 'MeasureResumed':
      return { effectiveFrom: from(row).effectiveFrom };
    case 'MeasureEnded':
      return {
        how: row.pick(['LIFTED', 'EXPIRED', 'WITHDRAWN', 'INVALIDATED']),
        effectiveFrom: from(row).effectiveFrom,
        ...row.maybe(() => ({ legalEffectFrom: row.pick(DAYS) })),
      };
    case 'ExemptionGranted':
      return grant(row);
    case 'ExemptionEnded':
      return {
        relief: row.pick(RELIEFS),
        effectiveFrom: from(row).effectiveFrom,
        ...row.maybe(() => ({ affects: row.pick([['IN'], ['DE']]) })),
      };
    case 'QuotaReported':
      return {
        relief: row.pick(RELIEFS),
        status: row.pick(['OPEN', 'EXHAUSTED', 'EXHAUSTED', 'SUSPENDED']),
        from: from(row).effectiveFrom,
      };
    case 'MeasureAnnounced':
    case 'MeasureThreatened':
      return {
        ...row.maybe(() => ({ imposedBy: authorOf(stream), affects: ['IN'] })),
        ...row.maybe(() => ({ rate: row.pick(RATES) })),
      };
    case 'PrecedenceSet':
      return {
        order: row.pick([
          [['us-country'], ['us-oil']],
          [['us-oil'], ['us-base', 'us-country']],
          [['us-o*', 'us-c*'], ['us-base']],
        ]),
        effectiveFrom: from(row).effectiveFrom,
      };
    case 'CoverageDeclared':
      return {
        from: row.pick(DAYS.slice(0, 6)),
        ...row.maybe(() => ({ until: row.pick(DAYS.slice(6)) })),
        ...row.maybe(() => ({ on: row.pick([['IN'], ['EU'], ['DE']]) })),
        ...row.maybe(() => ({ goods: { hs: ['72'] } })),
        complete: row.below(3) > 0,
        note: 'n',
      };
    case 'MemberJoined':
    case 'MemberLeft':
      return { member: row.pick(['IN', 'DE']), effectiveFrom: from(row).effectiveFrom };
    default:
      return {};
  }
}
