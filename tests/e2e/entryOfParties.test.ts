import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inBrowserWithOwnServer } from './support/session.js';

interface Recorded {
  readonly type: string;
  readonly stream: string;
  readonly data: object;
}

type Values = Readonly<Record<string, string>>;

/** Each event of parties, areas, rounds and agreements as a person types it: where, and its fields. */
const ENTRIES: readonly (readonly [type: string, stream: string, fields: Values])[] = [
  ['AreaDefined', 'PACT', { Name: 'The Pact', Kind: 'Free trade area' }],
  ['MemberJoined', 'PACT', { Member: 'JP', 'Effective from': '1 January 2025' }],
  ['MemberLeft', 'PACT', { Member: 'JP', 'Effective from': '1 March 2025' }],
  [
    'NegotiationLaunched',
    'dock-talks',
    {
      Title: 'Dock talks',
      Parties: 'IN, x-dockers, PACT',
      'Actor 1 / Code': 'x-dockers',
      'Actor 1 / Name': 'The dockers',
      'Actor 1 / Kind': 'Union',
    },
  ],
  ['NegotiationRenamed', 'dock-talks', { Title: 'Port talks' }],
  ['PartyJoined', 'dock-talks', { Party: 'AU' }],
  ['TrackOpened', 'dock-talks', { Track: 'wages', Title: 'Wages' }],
  ['RoundHeld', 'dock-talks', { Round: '5', Part: '2', Track: 'wages' }],
  ['TalksPaused', 'dock-talks', { Scope: 'All', Track: 'wages' }],
  ['TalksResumed', 'dock-talks', { Track: 'wages' }],
  ['AgreementSigned', 'dock-talks', { Title: 'Port agreement', Agreement: 'port' }],
  [
    'RatificationStepTaken',
    'dock-talks',
    { Party: 'IN', Body: 'Parliament', Step: 'Approved', Agreement: 'port', Outcome: 'Completed' },
  ],
  [
    'AgreementEnteredIntoForce',
    'dock-talks',
    {
      Mode: 'Provisional',
      Agreement: 'port',
      'Effective from': '2025-03-01',
      'Except parts': 'investment',
      Until: '2025-12-31',
    },
  ],
  ['AgreementExtended', 'dock-talks', { Agreement: 'port', Until: '2026-12-31' }],
  ['AgreementSuspended', 'dock-talks', { Agreement: 'port', 'Effective from': '2025-04-01' }],
  ['AgreementResumed', 'dock-talks', { Agreement: 'port', 'Effective from': '2025-05-01' }],
  [
    'PartyWithdrew',
    'dock-talks',
    { Party: 'AU', Agreement: 'port', 'Effective from': '2025-06-01' },
  ],
  ['PartyLeft', 'dock-talks', { Party: 'AU', Reason: 'It left.' }],
  ['SourcesChecked', 'negotiation/dock-talks', { Through: '1 June 2025' }],
];

const typeWords = (type: string): string =>
  type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

async function fill(field: Locator, value: string): Promise<void> {
  const tag = await field.evaluate((element) => element.tagName);
  if (tag === 'SELECT') await field.selectOption({ label: value });
  else await field.fill(value);
}

/** Types an event into the form and records it. */
async function enter(page: Page, type: string, stream: string, fields: Values): Promise<void> {
  await page.getByRole('button', { name: 'Enter an event' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByRole('combobox', { name: 'What happened?' }).fill(typeWords(type));
  await page.keyboard.press('Enter');
  await form
    .getByLabel(/^(Negotiation|Area|Belongs to)\b/)
    .first()
    .fill(stream);
  await form.getByRole('textbox', { name: 'Occurred' }).fill('1 February 2025');
  const closed = form.locator('details:not([open]) > summary');
  while ((await closed.count()) > 0) await closed.first().click();
  for (const [name, value] of Object.entries(fields)) {
    const [group, label] = name.includes(' / ') ? name.split(' / ') : [undefined, name];
    if (group && (await form.getByRole('group', { name: group }).count()) === 0)
      await form.getByRole('button', { name: /^Add an? actor$/ }).click();
    const within = group ? form.getByRole('group', { name: group }) : form;
    await fill(within.getByLabel(new RegExp(`^${label}( \\*)?$`)).first(), value);
  }
  const source = form.getByRole('group', { name: 'Source 1' });
  await source.getByRole('combobox', { name: 'Publisher' }).fill('A newspaper');
  await source.getByRole('combobox', { name: 'Kind' }).selectOption('Press');
  await form.getByRole('button', { name: 'See what will change' }).click();
  await form.getByRole('heading', { name: 'What will change' }).waitFor();
  await form
    .getByRole('button', { name: /^Record/ })
    .last()
    .click();
  await form.getByRole('heading', { name: 'Recorded' }).waitFor();
  await form.getByRole('button', { name: 'Close' }).last().click();
}

inBrowserWithOwnServer('the entry form, for parties, areas, rounds and agreements', (session) => {
  it('records each event as it was typed', async () => {
    const { page, complaints } = await session().open('/');
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    for (const [type, stream, fields] of ENTRIES) await enter(page, type, stream, fields);
    expect(complaints).toEqual([]);
    const { events } = await session().server.query<{ events: { nodes: Recorded[] } }>(
      '{ events(last: 19) { nodes { type stream data } } }',
    );
    expect(events.nodes.map(({ type }) => type)).toEqual(ENTRIES.map(([type]) => type));
    const dataOf = (type: string) => events.nodes.find((event) => event.type === type)?.data;
    expect(dataOf('NegotiationLaunched')).toEqual({
      title: 'Dock talks',
      parties: ['IN', 'x-dockers', 'PACT'],
      actors: [{ code: 'x-dockers', name: 'The dockers', kind: 'UNION' }],
    });
    expect(dataOf('RoundHeld')).toEqual({ round: 5, part: 2, track: 'wages' });
    expect(dataOf('RatificationStepTaken')).toMatchObject({ party: 'IN', outcome: 'COMPLETED' });
    expect(dataOf('AgreementEnteredIntoForce')).toEqual({
      mode: 'PROVISIONAL',
      agreement: 'port',
      effectiveFrom: '2025-03-01',
      exceptParts: ['investment'],
      until: '2025-12-31',
    });
    expect(dataOf('SourcesChecked')).toEqual({ through: '2025-06-01' });
    expect(events.nodes.map(({ stream }) => stream)).toEqual([
      ...Array<string>(3).fill('area/PACT'),
      ...Array<string>(ENTRIES.length - 3).fill('negotiation/dock-talks'),
    ]);
    expect(dataOf('AreaDefined')).toEqual({ name: 'The Pact', kind: 'FREE_TRADE_AREA' });
    expect(dataOf('MemberJoined')).toEqual({ member: 'JP', effectiveFrom: '2025-01-01' });
    expect(dataOf('MemberLeft')).toEqual({ member: 'JP', effectiveFrom: '2025-03-01' });
    expect(dataOf('NegotiationRenamed')).toEqual({ title: 'Port talks' });
    expect(dataOf('PartyJoined')).toEqual({ party: 'AU' });
    expect(dataOf('PartyLeft')).toEqual({ party: 'AU', reason: 'It left.' });
    expect(dataOf('TalksPaused')).toEqual({ scope: 'ALL', track: 'wages' });
    expect(dataOf('AgreementExtended')).toEqual({ agreement: 'port', until: '2026-12-31' });
    const from = (effectiveFrom: string) => ({ agreement: 'port', effectiveFrom });
    expect(dataOf('AgreementSuspended')).toEqual(from('2025-04-01'));
    expect(dataOf('AgreementResumed')).toEqual(from('2025-05-01'));
    expect(dataOf('PartyWithdrew')).toEqual({ party: 'AU', ...from('2025-06-01') });
  });
});
