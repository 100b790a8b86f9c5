import { describe, expect, it } from 'vitest';
import { receive, ok } from '../server/webhooks/receiver.js';
import { until } from '../support/logFixtures.js';
import { type Desk, desk, PATIENCE, RECORD } from './running.js';

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/;

async function withRecord(): Promise<Desk> {
  const at = desk();
  await at.parley('import', ...RECORD);
  return at;
}

const listed = async (at: Desk) => {
  const { stdout } = await at.parley('webhook', 'list', '--json');
  return JSON.parse(stdout) as { id: string; filter: object; delivery: { position: number } }[];
};

describe('parley webhook', PATIENCE, () => {
  it('adds a webhook with a filter, prints its secret once, lists and removes it', async () => {
    const at = await withRecord();
    const added = await at.parley(
      ...['webhook', 'add', 'https://example.org/hook', '--after', '0'],
      ...['--stream', 'negotiation/in-us-bta', '--type', 'RoundHeld', '--type', 'TalksPaused'],
    );
    expect(added).toMatchObject({ status: 0 });
    expect(added.stdout).toMatch(/^whsec_[A-Za-z0-9+/=]{44}\n$/);
    const [id = ''] = ID.exec(added.stderr) ?? [];
    const { stdout } = await at.parley('webhook', 'list');
    expect(stdout).toContain(`${id}  https://example.org/hook`);
    expect(stdout).toContain('streams negotiation/in-us-bta; types RoundHeld, TalksPaused');
    expect(stdout).not.toContain('whsec_');
    const [webhook] = await listed(at);
    expect(webhook).toMatchObject({ id, delivery: { position: 0, status: 'ACTIVE' } });
    expect(webhook).not.toHaveProperty('secret');
    expect(await at.parley('webhook', 'remove', id)).toMatchObject({ status: 0 });
    expect(await listed(at)).toEqual([]);
  });

  it('sends from now on unless told otherwise, and again from where it is resumed', async () => {
    const at = await withRecord();
    await at.parley('webhook', 'add', 'https://example.org/');
    const [{ id, delivery } = { id: '', delivery: { position: 0 } }] = await listed(at);
    expect(delivery.position).toBeGreaterThan(100);
    await at.parley('webhook', 'resume', id, '--after', '7');
    expect((await listed(at))[0]!.delivery.position).toBe(7);
  });

  it.each([
    [['add', 'http://example.org/'], /The address is not https\. Add it with --private/],
    [['add', 'https://10.0.0.1/'], /10\.0\.0\.1 is not a public address\. Add it with --private/],
    [['add', 'nowhere'], /url is not a URL/],
    [['add', 'ftp://example.org', '--private'], /url is not an https URL/],
    [['add', 'https://me:secret@example.org/'], /url names a user or a password/],
    [['add', 'https://example.org/', '--type', 'Nonsense'], /filter\.types\[0\] is not an event/],
    [['add', 'https://example.org/', '--stream', 'nonsense'], /filter\.streams\[0\]/],
    [['add', 'https://example.org/', '--party', 'XX'], /filter\.party/],
    [['add', 'https://example.org/', '--after', '99999'], /after is not a position of this log/],
    [['resume', 'nonsense'], /There is no webhook "nonsense"/],
    [['remove', 'nonsense'], /There is no webhook "nonsense"/],
  ])('refuses %j with the reason', async (args, reason) => {
    const at = await withRecord();
    const { status, stderr } = await at.parley('webhook', ...args);
    expect([status, stderr]).toEqual([1, expect.stringMatching(reason)]);
    expect(await listed(at)).toEqual([]);
  });

  it('is delivered by a server, which takes private addresses only when told', async () => {
    const at = await withRecord();
    const receiver = await receive(ok);
    await at.parley(
      ...['webhook', 'add', receiver.url, '--private', '--after', '0'],
      ...['--stream', 'measure/us-recip-in'],
    );
    const guarded = await at.serve('--log', 'sqlite:parley.db');
    await until(async () =>
      (await at.parley('webhook', 'list')).stdout.includes('without --private-webhooks'),
    );
    guarded.kill('SIGTERM');
    await guarded.status;
    expect(receiver.deliveries).toEqual([]);
    const [{ id } = { id: '' }] = await listed(at);
    await at.parley('webhook', 'resume', id);
    await at.serve('--log', 'sqlite:parley.db', '--private-webhooks');
    await until(() => receiver.deliveries.length > 3);
  });
});
