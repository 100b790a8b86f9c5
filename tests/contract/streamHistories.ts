import { expect, it } from 'vitest';
import { verify } from '../../src/log/core/verify.js';
import {
  collect,
  OTHER_TALKS,
  retraction,
  statement,
  summaries,
  TALKS,
  uuid,
  type SuiteContext,
} from '../support/logFixtures.js';

const LOG = 'negotiation/corrections';

export function streamHistories({ open }: SuiteContext): void {
  it('show an event in every stream it names, once each', async () => {
    const log = await open();
    await log.append({
      events: [
        statement('both', { also: [OTHER_TALKS] }),
        statement('odd', { also: [TALKS, OTHER_TALKS, OTHER_TALKS] }),
        statement('own'),
      ],
    });
    expect(await summaries(log, { streams: [OTHER_TALKS] })).toEqual(['both', 'odd']);
    expect(await summaries(log, { streams: [TALKS] })).toEqual(['both', 'odd', 'own']);
    expect(await summaries(log, { streams: [TALKS, OTHER_TALKS] })).toEqual(['both', 'odd', 'own']);
    expect((await collect(log, { limit: 1 }))[0]?.also).toEqual([OTHER_TALKS]);
  });

  it('count only events of the stream itself as revisions, and list streams known through also', async () => {
    const log = await open();
    await log.append({ events: [statement('both', { also: [OTHER_TALKS] })] });
    expect(await log.streams()).toEqual([
      { stream: OTHER_TALKS, revision: 0 },
      { stream: TALKS, revision: 1 },
    ]);
    expect(await log.streams('negotiation/in')).toEqual([{ stream: TALKS, revision: 1 }]);
    const { events } = await log.append({
      events: [statement('own', { stream: OTHER_TALKS })],
      expectedRevisions: [{ stream: OTHER_TALKS, revision: 0 }],
    });
    expect(events[0]?.revision).toBe(1);
  });

  it('show a correction wherever its target appears', async () => {
    const log = await open();
    await log.append({ events: [statement('wrong', { id: uuid(1), also: [OTHER_TALKS] })] });
    await log.append({ events: [retraction(uuid(1), { id: uuid(2), stream: LOG })] });
    await log.append({ events: [retraction(uuid(2), { id: uuid(3), stream: LOG })] });
    for (const stream of [TALKS, OTHER_TALKS]) {
      const ids = (await collect(log, { streams: [stream] })).map(({ id }) => id);
      expect(ids).toEqual([uuid(1), uuid(2), uuid(3)]);
    }
    expect(await verify(log)).toMatchObject({ ok: true, count: 3 });
  });

  it('show a correction appended together with its target', async () => {
    const log = await open();
    const target = statement('wrong', { id: uuid(1), also: [OTHER_TALKS] });
    await log.append({ events: [target, retraction(uuid(1), { id: uuid(2), stream: LOG })] });
    const ids = (await collect(log, { streams: [OTHER_TALKS] })).map(({ id }) => id);
    expect(ids).toEqual([uuid(1), uuid(2)]);
  });

  it('show an event whose target is not in the log in its own stream only', async () => {
    const log = await open();
    await log.append({ events: [retraction(uuid(1), { id: uuid(2), stream: LOG })] });
    await log.append({ events: [statement('later', { id: uuid(1) })] });
    await log.append({ events: [retraction(uuid(2), { id: uuid(3), stream: OTHER_TALKS })] });
    expect((await collect(log, { streams: [TALKS] })).map(({ id }) => id)).toEqual([uuid(1)]);
    expect((await collect(log, { streams: [LOG] })).map(({ id }) => id)).toEqual([
      uuid(2),
      uuid(3),
    ]);
    expect(await verify(log)).toMatchObject({ ok: true });
  });

  it('find the events that target given events, in log order', async () => {
    const log = await open();
    await log.append({
      events: [
        statement('a', { id: uuid(1) }),
        statement('b', { id: uuid(2) }),
        retraction(uuid(2), { id: uuid(3) }),
        retraction(uuid(1), { id: uuid(4) }),
        retraction(uuid(4), { id: uuid(5) }),
      ],
    });
    const about = async (...ids: string[]) => (await log.byTarget(ids)).map(({ id }) => id);
    expect(await about(uuid(1), uuid(2), uuid(1))).toEqual([uuid(3), uuid(4)]);
    expect(await about(uuid(4))).toEqual([uuid(5)]);
    expect(await about(uuid(5))).toEqual([]);
  });
}
