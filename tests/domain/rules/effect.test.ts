/** What can have no effect is refused, judged by all that the log and the batch hold before it. */
import { describe, expect, it } from 'vitest';
import {
  emptyRecord,
  eventBuilders,
  given,
  type InterchangeEvent,
  measure,
  talks,
} from '../../support/given.js';
import { refusal } from '../../support/refusal.js';

const LAUNCH = talks.NegotiationLaunched('2025-01-01', { timeZone: 'UTC' });
const SIGNED = talks.AgreementSigned('2025-03-01', { title: 'A', agreement: 'aaaa' });
const OTHER = talks.AgreementSigned('2025-03-01', { title: 'B', agreement: 'bbbb' });

/** Whether the last of these is taken after the others, from the log and within one append alike. */
async function taken(...events: readonly InterchangeEvent[]): Promise<boolean | string> {
  const last = events.at(-1)!;
  const before = events.slice(0, -1);
  const separately = await (await given(...before)).append([last]).then(
    () => true,
    () => false,
  );
  const together = await (await emptyRecord()).append(events).then(
    () => true,
    () => false,
  );
  return separately === together ? together : 'not the same in one append';
}

describe('a party that leaves', () => {
  const left = (party: string, at = '2025-06-01') => talks.PartyLeft(at, { party });

  it('must be one', async () => {
    expect(await refusal(await given(LAUNCH), left('CA'))).toEqual([
      'events[0].data.party NOT_A_PARTY',
    ]);
    expect(await taken(LAUNCH, left('US'))).toBe(true);
  });

  it('may have joined after the launch', async () => {
    const joined = talks.PartyJoined('2025-02-01', { party: 'CA' });
    expect(await taken(LAUNCH, joined, left('CA'))).toBe(true);
    expect(await taken(LAUNCH, joined, left('CA', '2025-01-15'))).toBe(false);
  });

  it('cannot leave twice, unless it joined again', async () => {
    const again = talks.PartyJoined('2025-07-01', { party: 'US' });
    expect(await taken(LAUNCH, left('US'), left('US', '2025-08-01'))).toBe(false);
    expect(await taken(LAUNCH, left('US'), again, left('US', '2025-08-01'))).toBe(true);
  });

  it('is none after a relaunch without it', async () => {
    const relaunch = talks.NegotiationLaunched('2025-05-01', { parties: ['IN', 'CA'] });
    expect(await taken(LAUNCH, relaunch, left('US'))).toBe(false);
    expect(await taken(LAUNCH, relaunch, left('US', '2025-04-01'))).toBe(true);
  });

  it('is left as it was told, with a finding, where a later correction unmakes it', async () => {
    const joined = talks.PartyJoined('2025-02-01', { party: 'CA' });
    const gone = talks.EventRetracted('2025-07-01', { event: joined.id, reason: 'a rumour' });
    const scenario = await given(LAUNCH, joined, left('CA'), gone);
    expect(await scenario.codes('2025-08-01')).toEqual(['WITHOUT_EFFECT']);
  });
});

describe('a step of an agreement', () => {
  const step = (agreement?: string) =>
    talks.RatificationStepTaken('2025-04-01', {
      party: 'US',
      body: 'Senate',
      step: 'consent',
      ...(agreement !== undefined && { agreement }),
    });

  it('must name it where there are several', async () => {
    expect(await refusal(await given(LAUNCH, SIGNED, OTHER), step())).toEqual([
      'events[0].data.agreement AGREEMENT_UNCLEAR',
    ]);
    expect(await taken(LAUNCH, SIGNED, OTHER, step())).toBe(false);
    expect(await taken(LAUNCH, SIGNED, OTHER, step('bbbb'))).toBe(true);
  });

  it('need not while there is one, though it was told in several steps', async () => {
    const concluded = talks.AgreementConcluded('2025-02-01', { title: 'A', agreement: 'aaaa' });
    const byTitle = talks.AgreementSigned('2025-03-01', { title: 'A' });
    expect(await taken(LAUNCH, concluded, SIGNED, step())).toBe(true);
    expect(await taken(LAUNCH, concluded, byTitle, step())).toBe(true);
  });

  it('told before a second was agreed is as clear as it was then', async () => {
    const scenario = await given(LAUNCH, SIGNED, step(), {
      ...OTHER,
      occurred: '2025-05-01',
    });
    expect(await scenario.codes('2025-06-01')).not.toContain('AGREEMENT_UNCLEAR');
  });

  it('that presupposes one must find it', async () => {
    const events = (agreement?: string) => {
      const which = agreement === undefined ? {} : { agreement };
      return [
        talks.AgreementExtended('2025-06-01', { until: '2026-01-01', ...which }),
        talks.AgreementSuspended('2025-06-01', { effectiveFrom: '2025-06-02', ...which }),
        talks.PartyWithdrew('2025-06-01', { party: 'US', effectiveFrom: '2025-06-02', ...which }),
      ];
    };
    for (const [index, event] of events('cccc').entries()) {
      expect(await refusal(await given(LAUNCH, SIGNED), event)).toEqual([
        'events[0].data.agreement UNKNOWN_AGREEMENT',
      ]);
      expect(await taken(LAUNCH, events()[index]!)).toBe(false);
      expect(await taken(LAUNCH, SIGNED, events('aaaa')[index]!)).toBe(true);
    }
  });
});

describe('a withdrawal from an agreement', () => {
  const withdrew = (party: string) =>
    talks.PartyWithdrew('2025-06-01', { party, effectiveFrom: '2026-01-01' });

  it('is of a party', async () => {
    expect(await refusal(await given(LAUNCH, SIGNED), withdrew('CA'))).toEqual([
      'events[0].data.party NOT_A_PARTY',
    ]);
    expect(await taken(LAUNCH, SIGNED, withdrew('IN'))).toBe(true);
  });

  it('may be of one that acceded by ratifying', async () => {
    const ratified = talks.RatificationStepTaken('2025-04-01', {
      party: 'CA',
      body: 'Parliament',
      step: 'acceded',
      outcome: 'COMPLETED',
    });
    expect(await taken(LAUNCH, SIGNED, ratified, withdrew('CA'))).toBe(true);
  });

  it('may be of a member of a group that is a party', async () => {
    const launch = talks.NegotiationLaunched('2025-01-01', { parties: ['EU', 'US'] });
    expect(await taken(launch, SIGNED, withdrew('IT'))).toBe(true);
    expect(await taken(launch, SIGNED, withdrew('NO'))).toBe(false);
  });

  it('may be that of a member of a group as the log has it, no other', async () => {
    const joined = (group: string, member: string) =>
      eventBuilders(`area/${group}`).MemberJoined('2024-01-01', {
        member,
        effectiveFrom: '2024-02-01',
      });
    const of = (...parties: string[]) => talks.NegotiationLaunched('2025-01-01', { parties });
    expect(await taken(of('EU', 'US'), SIGNED, withdrew('AL'))).toBe(false);
    expect(await taken(joined('EU', 'AL'), of('EU', 'US'), SIGNED, withdrew('AL'))).toBe(true);
    const cairns = [joined('CAIRNS', 'NZ'), of('CAIRNS', 'US'), SIGNED];
    expect(await taken(...cairns, withdrew('NZ'))).toBe(true);
    expect(await taken(...cairns, withdrew('AU'))).toBe(false);
    const nested = [joined('CAIRNS', 'QUAD'), joined('QUAD', 'AU'), of('CAIRNS', 'US'), SIGNED];
    expect(await taken(...nested, withdrew('AU'))).toBe(true);
  });
});

describe('a resumption of an agreement', () => {
  const suspended = (more: object = {}) =>
    talks.AgreementSuspended('2025-05-01', { effectiveFrom: '2025-05-02', ...more });
  const resumed = (more: object = {}) =>
    talks.AgreementResumed('2025-06-01', { effectiveFrom: '2025-06-02', ...more });

  it('needs something suspended', async () => {
    expect(await refusal(await given(LAUNCH, SIGNED), resumed())).toEqual([
      'events[0].type NOT_SUSPENDED',
    ]);
    expect(await taken(LAUNCH, SIGNED, suspended(), resumed())).toBe(true);
    expect(await taken(LAUNCH, SIGNED, suspended(), resumed(), resumed())).toBe(false);
  });

  it('comes too late once the suspension has run out', async () => {
    expect(await taken(LAUNCH, SIGNED, suspended({ until: '2025-05-20' }), resumed())).toBe(false);
    expect(await taken(LAUNCH, SIGNED, suspended({ until: '2025-07-01' }), resumed())).toBe(true);
  });

  it('is of the parts that are suspended', async () => {
    const part = (name: string) => ({ parts: [name] });
    expect(await taken(LAUNCH, SIGNED, suspended(part('8')), resumed(part('8')))).toBe(true);
    expect(await taken(LAUNCH, SIGNED, suspended(part('8')), resumed(part('9')))).toBe(false);
    expect(await taken(LAUNCH, SIGNED, suspended(), resumed(part('9')))).toBe(true);
  });

  it('of one is none of the other', async () => {
    const events = [LAUNCH, SIGNED, OTHER, suspended({ agreement: 'aaaa' })];
    expect(await taken(...events, resumed({ agreement: 'bbbb' }))).toBe(false);
    expect(await taken(...events, resumed({ agreement: 'aaaa' }))).toBe(true);
  });
});

describe('a resumption of a measure', () => {
  const tariff = measure('us-a');
  const adopted = tariff.MeasureAdopted('2025-03-01', { rate: 10, effectiveFrom: '2025-03-02' });
  const suspended = (until?: string) =>
    tariff.MeasureSuspended('2025-04-01', {
      effectiveFrom: '2025-04-02',
      ...(until !== undefined && { until }),
    });
  const resumed = tariff.MeasureResumed('2025-06-01', { effectiveFrom: '2025-06-02' });
  const ended = tariff.MeasureEnded('2025-05-01', { how: 'LIFTED', effectiveFrom: '2025-05-02' });

  it('needs a suspension that lasts', async () => {
    expect(await refusal(await given(adopted), resumed)).toEqual(['events[0].type NOT_SUSPENDED']);
    expect(await taken(adopted, suspended(), resumed)).toBe(true);
    expect(await taken(adopted, suspended('2025-05-15'), resumed)).toBe(false);
    expect(await taken(adopted, suspended('2025-07-01'), resumed)).toBe(true);
  });

  it('does not revive what has ended, suspended or not', async () => {
    expect(await taken(adopted, ended, resumed)).toBe(false);
    expect(await taken(adopted, suspended(), ended, resumed)).toBe(false);
  });

  it('is judged by what was corrected before it', async () => {
    const first = suspended();
    const gone = tariff.EventRetracted('2025-04-03', { event: first.id, reason: 'a draft' });
    expect(await taken(adopted, first, gone, resumed)).toBe(false);
  });
});

describe('a member that leaves a group', () => {
  const left = (group: string, member: string, effectiveFrom: string) =>
    eventBuilders(`area/${group}`).MemberLeft('2025-06-01', { member, effectiveFrom });
  const joined = eventBuilders('area/XYZ').MemberJoined('2020-01-01', {
    member: 'IN',
    effectiveFrom: '2020-01-01',
  });

  it('must be one', async () => {
    expect(await refusal(await emptyRecord(), left('XYZ', 'IN', '2025-06-01'))).toEqual([
      'events[0].data.member NOT_A_MEMBER',
    ]);
    expect(await taken(joined, left('XYZ', 'IN', '2025-06-01'))).toBe(true);
    expect(await taken(joined, left('XYZ', 'IN', '2019-06-01'))).toBe(false);
  });

  it('may be one by the record that comes with Parley', async () => {
    expect(await taken(left('EU', 'IT', '2030-01-01'))).toBe(true);
    expect(await taken(left('EU', 'NO', '2030-01-01'))).toBe(false);
  });

  it('cannot leave again', async () => {
    const once = left('XYZ', 'IN', '2025-06-01');
    expect(await taken(joined, once, left('XYZ', 'IN', '2026-06-01'))).toBe(false);
  });
});
