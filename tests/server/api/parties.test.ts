import { expect, it } from 'vitest';
import { MemoryLog } from '../../../src/log/memory/memoryLog.js';
import { Parley } from '../../../src/app/parley.js';
import { negotiation } from '../../support/given.js';
import { sharedServer } from '../testServer.js';

const log = new MemoryLog();
await new Parley(log).append([
  negotiation('eu-jp').NegotiationLaunched('2013-03-25', { parties: ['EU', 'JP'] }),
  negotiation('guild').NegotiationLaunched('2013-03-25', {
    parties: ['x-guild', 'JP'],
    actors: [{ code: 'x-guild', name: 'The Guild', kind: 'UNION' }],
  }),
]);
const server = sharedServer(() => ({ log }));

it('a list by party names the group through which each item matches', async () => {
  const found = async (party: string) => {
    const response = await fetch(`${server().url}/api/negotiations?at=2019-01-01&party=${party}`);
    const { items } = (await response.json()) as { items: { slug: string; through: unknown }[] };
    return items.map(({ slug, through }) => [slug, through]);
  };
  expect(await found('GB')).toEqual([['eu-jp', { code: 'EU', name: 'European Union' }]]);
  expect(await found('EU')).toEqual([['eu-jp', null]]);
  expect(await found('x-guild')).toEqual([['guild', null]]);
  expect(await found('NO')).toEqual([]);
});

it('the description of the list says so', async () => {
  const response = await fetch(`${server().url}/api/openapi.json`);
  const { paths } = (await response.json()) as {
    paths: Record<string, { get: { responses: Record<string, { content: object }> } }>;
  };
  const content = JSON.stringify(paths['/negotiations']?.get.responses['200']?.content);
  expect(content).toContain('"through"');
});
