/**
 * Random logs of measures and negotiations among a few areas, one of them a group that only the log
 * defines: with corrections of whom a measure is by and on, retractions of anything, and events in
 * several histories.
 */
import fc from 'fast-check';
import type { EventDraft } from '../../events/parse.js';
import { DAYS, from, Row, sources } from './drawnRow.js';
import { idOf } from './given.js';

const AREAS = ['US', 'EU', 'DE', 'FR', 'IN', 'PACT', 'WIDER'] as const;
const GROUPS = ['PACT', 'WIDER'] as const;
export const SLUGS = ['a', 'b', 'c', 'd'] as const;
const CODES = ['72', '7208', '720851', '76', '7601'] as const;

type Make = (row: Row) => Pick<EventDraft, 'stream' | 'type'> & { readonly data: object };

const affected = (row: Row) =>
  row.below(4) === 0 ? ['*'] : [row.pick(AREAS), ...(row.below(3) === 0 ? [row.pick(AREAS)] : [])];

const goods = (row: Row) => row.maybe(() => ({ goods: { hs: [row.pick(CODES)] } }));

const MAKERS: Readonly<Record<string, Make>> = {
  launch: (row) => ({
    stream: `negotiation/${row.pick(SLUGS)}`,
    type: 'NegotiationLaunched',
    data: {
      title: row.pick(['one', 'two']),
      parties: [...new Set([row.pick(AREAS), row.pick(AREAS), row.pick([...AREAS, 'x-union'])])],
    },
  }),
  join: (row) => ({
    stream: `negotiation/${row.pick(SLUGS)}`,
    type: row.pick(['PartyJoined', 'PartyLeft'] as const),
    data: { party: row.pick(AREAS) },
  }),
  adopt: (row) => ({
    stream: `measure/${row.pick(SLUGS)}`,
    type: 'MeasureAdopted',
    data: {
      title: 'm',
      imposedBy: row.pick(AREAS),
      affects: affected(row),
      ...row.maybe(() => ({ exceptFor: [row.pick(AREAS)] })),
      kind: 'OTHER',
      rate: row.pick([10, 25]),
      ...goods(row),
      ...row.maybe(() => ({ role: row.pick(['MFN', 'PREFERENCE'] as const) })),
      ...row.maybe(() => ({ excludedBy: [row.pick(SLUGS)] })),
      ...from(row, true),
    },
  }),
  amend: (row) => ({
    stream: `measure/${row.pick(SLUGS)}`,
    type: 'MeasureAmended',
    data: { effectiveFrom: row.pick(DAYS), affects: affected(row), ...goods(row) },
  }),
  announce: (row) => ({
    stream: `measure/${row.pick(SLUGS)}`,
    type: row.pick(['MeasureAnnounced', 'MeasureThreatened'] as const),
    data: { ...row.maybe(() => ({ imposedBy: row.pick(AREAS) })), affects: affected(row), rate: 5 },
  }),
  suspend: (row) => ({
    stream: `measure/${row.pick(SLUGS)}`,
    type: row.pick(['MeasureSuspended', 'MeasureResumed'] as const),
    data: { effectiveFrom: row.pick(DAYS) },
  }),
  exempt: (row) => ({
    stream: `measure/${row.pick(SLUGS)}`,
    type: 'ExemptionGranted',
    data: { goods: { hs: [row.pick(CODES)] }, effectiveFrom: row.pick(DAYS) },
  }),
  member: (row) => ({
    stream: `area/${row.pick(GROUPS)}`,
    type: row.pick(['MemberJoined', 'MemberJoined', 'MemberLeft'] as const),
    data: { member: row.pick(AREAS), effectiveFrom: row.pick(DAYS) },
  }),
  precedence: (row) => ({
    stream: `rulebook/${row.pick(AREAS)}`,
    type: 'PrecedenceSet',
    data: { order: [[row.pick(SLUGS)], [row.pick(SLUGS)]], effectiveFrom: row.pick(DAYS) },
  }),
  coverage: (row) => ({
    stream: `rulebook/${row.pick(AREAS)}`,
    type: 'CoverageDeclared',
    data: { from: row.pick(DAYS), complete: row.below(2) === 0, note: 'n' },
  }),
};

const KINDS = [
  ...['launch', 'launch', 'join', 'adopt', 'adopt', 'adopt', 'adopt', 'amend', 'announce'],
  ...['suspend', 'exempt', 'member', 'member', 'precedence', 'coverage'],
];

const HOUR = 3_600_000;
const FIRST_RECORDED = Date.UTC(2025, 0, 31);

/** Draws an event that may be about one of those before it. `n` gives its id. */
function draw(row: Row, n: number, before: readonly EventDraft[]): EventDraft {
  const target = before.length > 0 && row.below(3) === 0 ? row.pick(before) : undefined;
  const common = { id: idOf(n), occurred: row.pick(DAYS), sources: sources(row) };
  if (!target) {
    const made = MAKERS[row.pick(KINDS)]!(row);
    const [kind = ''] = made.stream.split('/');
    const also =
      (kind === 'measure' || kind === 'negotiation') && row.below(5) === 0
        ? { also: [`${kind}/${row.pick(SLUGS)}`].filter((name) => name !== made.stream) }
        : {};
    return { ...common, ...made, ...also } as EventDraft;
  }
  const stream = row.below(2) === 0 ? target.stream : `negotiation/${row.pick(SLUGS)}`;
  const event = target.id!;
  if (row.below(2) === 0)
    return {
      ...{ ...common, stream, type: 'EventRetracted' },
      data: { event, reason: 'r' },
    } as EventDraft;
  return {
    ...{ ...common, stream, type: 'EventCorrected' },
    data: { event, reason: 'r', data: correctedData(row, target) },
  } as EventDraft;
}

/** Data of the target's type, drawn anew. */
function correctedData(row: Row, target: EventDraft): object {
  if (target.type === 'EventRetracted' || target.type === 'EventCorrected') return target.data;
  for (let tries = 0; tries < 40; tries++) {
    const made = MAKERS[row.pick(KINDS)]!(row);
    if (made.type === target.type) return made.data;
  }
  return target.data;
}

const numbers = fc.array(fc.nat(10_000), { minLength: 30, maxLength: 60 });

/** A log as drafts with instants of recording, an hour apart, and an event that could follow. */
export const tradeLogs = fc
  .array(numbers, { minLength: 3, maxLength: 28 })
  .map((rows): { log: readonly EventDraft[]; next: EventDraft } => {
    const drawn: EventDraft[] = [];
    rows.forEach((row, index) => {
      const recordedAt = new Date(FIRST_RECORDED + index * HOUR).toISOString();
      drawn.push({ ...draw(new Row(row), index + 1, drawn), recordedAt });
    });
    const { recordedAt: _, ...next } = drawn.at(-1)!;
    return { log: drawn.slice(0, -1), next };
  });

/** An instant at which something may have been recorded in such a log, or after all of it. */
export const recordedBy = fc
  .nat(30)
  .map((hours) => new Date(FIRST_RECORDED + hours * HOUR).toISOString());

export const areas = fc.constantFrom(...AREAS);
