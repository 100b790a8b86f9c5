import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measure, negotiation, talks } from '../support/given.js';
import { type Desk, lastingDesk, PATIENCE } from './running.js';

const eu = negotiation('eu-mercosur');
const pact = negotiation('pact');

let at: Desk;

beforeAll(async () => {
  at = lastingDesk();
  const events = [
    eu.NegotiationLaunched('1999-06-28', {
      title: 'EU and Mercosur',
      parties: ['EU', 'MERCOSUR'],
      timeZone: 'UTC',
    }),
    pact.NegotiationLaunched('2008-03-15', {
      title: 'Pact of Five',
      parties: ['AU', 'CL', 'NZ', 'SG', 'US'],
      timeZone: 'UTC',
    }),
    pact.PartyJoined('2010-01-01', { party: 'PE' }),
    pact.PartyLeft('2017-01-30', { party: 'US', effectiveFrom: '2017-02-28' }),
    pact.SourcesChecked('2018-02-01', { through: '2018-01-31' }),
    measure('fr-wine').MeasureAdopted('2015-01-01', {
      title: 'Wine levy',
      imposedBy: 'FR',
      affects: ['BR'],
      rate: 5,
      effectiveFrom: '2015-02-01',
    }),
    eu.StatementMade(
      '2016-05-01',
      { speaker: 'A minister', summary: 'about both' },
      { also: ['negotiation/phantom'] },
    ),
  ];
  writeFileSync(at.path('a.jsonl'), events.map((event) => JSON.stringify(event)).join('\n'));
  await at.parley('import', 'a.jsonl');
}, PATIENCE.timeout);

afterAll(() => at.remove());

const flat = (text: string): string => text.replace(/\s+/g, ' ');
const UNLISTED =
  'Not listed: phantom. Only the events of others mention it. Record NegotiationLaunched to make a negotiation of it.\n';

describe('the list of parley state', PATIENCE, () => {
  it('names the parties as of the view, and what is no negotiation', async () => {
    const { status, stdout, stderr } = await at.parley('state', '--at', '2012-01-01');
    expect([status, stderr]).toEqual([0, UNLISTED]);
    const page = flat(stdout);
    expect(page).toContain('EU and Mercosur between European Union and Mercosur');
    expect(page).toContain('Pact of Five between Australia, Chile, New Zealand and 3 others');
    expect(page).not.toContain('phantom');
    const later = flat((await at.parley('state', '--at', '2009-01-01')).stdout);
    expect(later).toContain('between Australia, Chile, New Zealand and 2 others');
  });

  it('of a party says through which group it is one', async () => {
    const { stdout } = await at.parley('state', '--party', 'DE', '--at', '2012-01-01');
    expect(flat(stdout)).toContain('DE is a member of European Union (EU)');
    expect(stdout).not.toContain('pact');
    const left = flat((await at.parley('state', '--party', 'GB', '--at', '2022-01-01')).stderr);
    expect(left).toContain('GB was a party to no negotiation at this view.');
    const args = ['state', '--party', 'DE', '--at', '2012-01-01', '--json'];
    const { stdout: json, stderr } = await at.parley(...args);
    expect(stderr).toBe(UNLISTED);
    expect(JSON.parse(json)).toMatchObject([
      { slug: 'eu-mercosur', through: { code: 'EU' }, parties: [{ code: 'EU' }, {}] },
    ]);
    const own = await at.parley('state', '--party', 'NZ', '--at', '2012-01-01', '--json');
    expect(JSON.parse(own.stdout)).toMatchObject([{ slug: 'pact', through: null }]);
  });

  it('refuses what is no party, and a party beside a negotiation', async () => {
    for (const args of [
      ['--party', 'Germany'],
      ['pact', '--party', 'NZ'],
    ]) {
      const { status, stdout, stderr } = await at.parley('state', ...args);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/did you mean DE\?|leave out the negotiation/);
    }
  });
});

describe('the page of parley state', PATIENCE, () => {
  it('says when a party joined and will leave, what was last heard and checked', async () => {
    const page = flat((await at.parley('state', 'pact', '--at', '2017-02-10')).stdout);
    expect(page).toContain('United States of America (US) until 2017-02-28');
    expect(page).toContain('Peru (PE) since 2010-01-01');
    expect(page).toContain('Latest 2017-01-30 ');
    expect(page).not.toContain('sources checked');
    const later = flat((await at.parley('state', 'pact', '--at', '2018-03-01')).stdout);
    expect(later).toContain('sources checked through 2018-01-31');
  });

  it('shows a measure between members of two groups', async () => {
    const page = flat((await at.parley('state', 'eu-mercosur', '--at', '2016-01-01')).stdout);
    expect(page).toContain('fr-wine: in force at 5%');
  });

  it('prints the same as JSON', async () => {
    const args = ['state', 'pact', '--at', '2018-03-01', '--json'];
    const { parties, formerParties, latestEvent, checkedThrough } = JSON.parse(
      (await at.parley(...args)).stdout,
    );
    expect(parties.map(({ code }: { code: string }) => code)).toEqual([
      'AU',
      'CL',
      'NZ',
      'SG',
      'PE',
    ]);
    expect(parties.at(-1)).toMatchObject({ since: '2010-01-01', setBy: { type: 'PartyJoined' } });
    expect(Object.keys(parties[0].setBy)).toEqual([
      'id',
      'type',
      'occurred',
      'recordedAt',
      'certainty',
      'sources',
    ]);
    expect(formerParties).toMatchObject([{ code: 'US', endedBy: { type: 'PartyLeft' } }]);
    expect(latestEvent).toMatchObject({ type: 'PartyLeft', occurred: '2017-01-30' });
    expect(checkedThrough).toMatchObject({ date: '2018-01-31', setBy: { type: 'SourcesChecked' } });
  });
});

describe('a log in which every stream has events of its own', PATIENCE, () => {
  it('leaves nothing unlisted', async () => {
    const own = lastingDesk();
    const launch = talks.NegotiationLaunched('2025-02-13');
    writeFileSync(own.path('a.jsonl'), JSON.stringify(launch));
    await own.parley('import', 'a.jsonl');
    const { stderr } = await own.parley('state', '--at', '2025-03-01');
    own.remove();
    expect(stderr).toBe('');
  });
});
