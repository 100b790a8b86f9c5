/** Entering what groups, parties, rounds in parts and agreements need, each by its own mutation. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import { type Enter, entryClient, sources } from '../support/entryMutations.js';
import { emptyRecord, query } from '../support/graphql.js';

const union = { code: 'x-dock-union', name: 'The Dock Union', kind: 'UNION' };
const on = (occurred: string) => ({ negotiation: 'ports', occurred, sources });

/** Each mutation with its input, in the order in which one rests on another, and the type it records. */
const ENTRIES: readonly (readonly [mutation: string, input: object, type: string])[] = [
  [
    'defineArea',
    { ...{ area: 'HARBOURS', name: 'League of Harbours', kind: 'BLOC' }, sources },
    'AreaDefined',
  ],
  [
    'recordMemberJoined',
    { ...{ area: 'HARBOURS', member: 'NL', effectiveFrom: '2020-01-01' }, sources },
    'MemberJoined',
  ],
  [
    'recordMemberLeft',
    { ...{ area: 'HARBOURS', member: 'NL', effectiveFrom: '2024-01-01' }, sources },
    'MemberLeft',
  ],
  [
    'launchNegotiation',
    {
      ...on('2021-01-10'),
      ...{ title: 'Ports Agreement', parties: ['HARBOURS', 'GB', union.code], actors: [union] },
    },
    'NegotiationLaunched',
  ],
  ['renameNegotiation', { ...on('2021-02-01'), title: 'Ports Treaty' }, 'NegotiationRenamed'],
  [
    'recordPartyJoined',
    {
      ...on('2021-03-01'),
      ...{ party: 'x-pilots', name: 'The Pilots', kind: 'ORGANISATION', effectiveFrom: '2021-04' },
    },
    'PartyJoined',
  ],
  [
    'recordPartyLeft',
    { ...on('2022-03-01'), party: union.code, reason: 'It withdrew its mandate.' },
    'PartyLeft',
  ],
  [
    'recordRound',
    { ...on('2021-05-03/2021-05-05'), round: 5, part: 2, track: 'pilotage' },
    'RoundHeld',
  ],
  ['pauseTalks', { ...on('2021-06-01'), scope: 'ALL', track: 'pilotage' }, 'TalksPaused'],
  [
    'signAgreement',
    { ...on('2021-09-01'), title: 'Treaty on Ports', agreement: 'ports' },
    'AgreementSigned',
  ],
  [
    'recordRatificationStep',
    {
      ...on('2021-10-01'),
      ...{ agreement: 'ports', party: 'GB', body: 'Parliament', step: 'Ratified' },
      outcome: 'COMPLETED',
    },
    'RatificationStepTaken',
  ],
  [
    'bringAgreementIntoForce',
    {
      ...on('2021-11-01'),
      ...{ agreement: 'ports', mode: 'PROVISIONAL', exceptParts: ['Chapter 3'] },
      until: '2025-01-01',
    },
    'AgreementEnteredIntoForce',
  ],
  [
    'extendAgreement',
    { ...on('2024-10-01'), agreement: 'ports', until: '2027-01-01' },
    'AgreementExtended',
  ],
  [
    'suspendAgreement',
    { ...on('2025-01-15'), agreement: 'ports', effectiveFrom: '2025-02-01', by: 'GB' },
    'AgreementSuspended',
  ],
  [
    'resumeAgreement',
    { ...on('2025-02-15'), agreement: 'ports', effectiveFrom: '2025-03-01' },
    'AgreementResumed',
  ],
  [
    'recordWithdrawal',
    { ...on('2025-04-01'), agreement: 'ports', party: 'x-pilots', effectiveFrom: '2025-05-01' },
    'PartyWithdrew',
  ],
  [
    'recordSourcesChecked',
    { stream: 'negotiation/ports', occurred: '2025-06-02', through: '2025-06-01', sources },
    'SourcesChecked',
  ],
];

let parley: Parley;
let enter: Enter;
beforeEach(async () => {
  parley = await emptyRecord('2025-06-11T03:00:00Z');
  enter = entryClient(parley);
  for (const [mutation, input, type] of ENTRIES)
    expect(await enter(mutation, input)).toMatchObject({ events: [{ __typename: type }] });
});

const ask = async (selection: string, at: string) =>
  (
    await query(
      parley,
      `query ($at: TimePoint) { negotiation(slug: "ports", asOf: { at: $at }) { ${selection} } }`,
      { at },
    )
  ).negotiation;

describe('parties entered by mutation', () => {
  it('are those of the view, by name and kind, with who left and why', async () => {
    const selection =
      'title parties { name kind since until } formerParties { code until endedBy { id data } }';
    expect(await ask(selection, '2021-01-20')).toEqual({
      title: 'Ports Agreement',
      parties: [
        { name: 'League of Harbours', kind: 'GROUP', since: '2021-01-10', until: null },
        { name: 'United Kingdom', kind: 'COUNTRY', since: '2021-01-10', until: null },
        { name: 'The Dock Union', kind: 'UNION', since: '2021-01-10', until: null },
      ],
      formerParties: [],
    });
    const later = await ask(selection, '2022-04-01');
    expect(later.title).toBe('Ports Treaty');
    expect(later.parties.map(({ name }: { name: string }) => name)).toEqual([
      'League of Harbours',
      'United Kingdom',
      'The Pilots',
    ]);
    expect(later.formerParties).toMatchObject([
      { code: union.code, until: '2022-03-01', endedBy: { data: { party: union.code } } },
    ]);
  });

  it('are former ones from the first day on which they may have left', async () => {
    const input = { ...on('2023-03-01'), party: 'GB', effectiveFrom: '2023-05' };
    expect(await enter('recordPartyLeft', input)).toMatchObject({ __typename: /Success$/ });
    expect(await ask('formerParties { code until }', '2023-05-10')).toEqual({
      formerParties: [
        { code: 'GB', until: '2023-05' },
        { code: union.code, until: '2022-03-01' },
      ],
    });
  });
});

describe('rounds and pauses entered by mutation', () => {
  it('keep their track and part', async () => {
    const { rounds, pauses } = await ask(
      'rounds { number part track reports { id } } pauses { track }',
      '2021-06-15',
    );
    expect(rounds).toEqual([
      { number: 5, part: 2, track: 'pilotage', reports: [{ id: expect.any(String) }] },
    ]);
    expect(pauses).toEqual([{ track: 'pilotage' }]);
  });
});

describe('an agreement entered by mutation', () => {
  const selection =
    'agreements { status byParty { party { code } signed signedBy { __typename } ratification bound from until certainty } }';
  const statusOn = async (at: string) => (await ask('agreements { status }', at)).agreements[0];

  it('runs from signature through suspension to the withdrawal of one party', async () => {
    expect(await statusOn('2021-09-10')).toEqual({ status: 'SIGNED' });
    expect(await statusOn('2021-10-10')).toEqual({ status: 'RATIFYING' });
    expect(await statusOn('2025-01-20')).toEqual({ status: 'IN_FORCE' });
    expect(await statusOn('2025-02-10')).toEqual({ status: 'SUSPENDED' });
    expect(await statusOn('2025-03-10')).toEqual({ status: 'IN_FORCE' });
  });

  it('names for each party its signature, its ratification and how it is bound', async () => {
    const {
      agreements: [{ byParty }],
    } = await ask(selection, '2025-06-01');
    const signature = { signed: '2021-09-01', signedBy: { __typename: 'AgreementSigned' } };
    const by = (code: string) =>
      byParty.find(({ party }: { party: { code: string } }) => party.code === code);
    expect(by('GB')).toMatchObject({
      ...signature,
      ...{ ratification: 'COMPLETED', bound: 'PROVISIONALLY', certainty: 'CERTAIN' },
    });
    expect(by('x-pilots')).toMatchObject({
      ...signature,
      ...{ ratification: 'NONE', bound: 'WITHDRAWN', from: '2025-05-01' },
    });
  });

  it('binds a party possibly while the day of entry into force may be still to come', async () => {
    await enter('signAgreement', { ...on('2025-05-01'), title: 'Protocol', agreement: 'protocol' });
    await enter('bringAgreementIntoForce', {
      ...on('2025-05-02'),
      ...{ agreement: 'protocol', mode: 'DEFINITIVE', effectiveFrom: '2025-06' },
    });
    const certainties = async (at: string) => {
      const { agreements } = await ask(selection, at);
      return agreements[1].byParty.map(({ bound, certainty }: Record<string, string>) => [
        bound,
        certainty,
      ]);
    };
    expect(new Set((await certainties('2025-06-05')).map(String))).toEqual(
      new Set(['DEFINITIVELY,POSSIBLE']),
    );
    expect(new Set((await certainties('2025-07-05')).map(String))).toEqual(
      new Set(['DEFINITIVELY,CERTAIN']),
    );
  });
});
