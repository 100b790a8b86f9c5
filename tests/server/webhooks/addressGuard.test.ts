import { describe, expect, it } from 'vitest';
import { isGlobalAddress } from '../../../src/server/webhooks/addressGuard.js';
import { until } from '../../support/logFixtures.js';
import { launch, startServer } from '../testServer.js';
import { ok, receive } from './receiver.js';

describe('an address', () => {
  it.each(['1.1.1.1', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00::1'])(
    '%s is public',
    (address) => expect(isGlobalAddress(address)).toBe(true),
  );

  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254'],
    ...['172.16.0.1', '172.31.255.255', '192.0.0.8', '192.168.0.1', '198.19.0.1', '203.0.113.5'],
    ...['224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', 'fc00::1', 'fd12::1', 'fe80::1', 'ff02::1', '::ffff:127.0.0.1'],
    ...['::ffff:8.8.8.8', '64:ff9b::7f00:1', '2001:0:1::1', '2001:db8::1', '2002:7f00:1::1'],
    ...['::127.0.0.1', 'not-an-address', ''],
  ])('%s is not public', (address) => expect(isGlobalAddress(address)).toBe(false));
});

describe('a server without --private-webhooks', () => {
  const problemOf = async (url: string) => {
    const { parley } = await startServer({ webhooks: { pollMs: 10, retryDelays: [] } });
    await parley.webhooks.add({ url });
    const { recordedAt: _, ...event } = launch;
    await parley.append([{ ...event, stream: 'negotiation/c-d' }]);
    await until(async () => (await parley.webhooks.list())[0]!.delivery.status === 'PARKED');
    return (await parley.webhooks.list())[0]!.delivery.problem;
  };

  it('sends nothing over http', async () => {
    const receiver = await receive(ok);
    expect(await problemOf(receiver.url)).toBe(
      'The address is not https, and the server runs without --private-webhooks',
    );
    expect(receiver.deliveries).toEqual([]);
  });

  it.each([
    ['https://127.0.0.1:1/', '127.0.0.1 is not a public address'],
    ['https://2130706433/', '127.0.0.1 is not a public address'],
    ['https://0x7f.1/', '127.0.0.1 is not a public address'],
    ['https://[::1]/', '::1 is not a public address'],
    ['https://[::ffff:10.0.0.1]/', '::ffff:a00:1 is not a public address'],
    ['https://localhost:1/', /^localhost is at \S+, which is not a public address/],
  ])('connects not to %s', async (url, problem) => {
    expect(await problemOf(url)).toMatch(problem);
  });
});
