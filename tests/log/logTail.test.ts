/** Following a log: hints only say when to look, what happened is read from the log. */
import { afterEach, describe, expect, it } from 'vitest';
import type { AnyEvent } from '../../events/catalogue.js';
import { SlowConsumer, PositionNotReached, ServerStopping } from '../../src/log/core/errors.js';
import type { EventLog } from '../../src/log/core/eventLog.js';
import { type TailSubscriber, LogTail } from '../../src/log/core/logTail.js';
import { inMemory, onDisk, type TestLog, statement } from '../support/logFixtures.js';

const places: TestLog[] = [];
const tails: LogTail[] = [];

async function at(prepare: () => Promise<TestLog>): Promise<TestLog> {
  const place = await prepare();
  places.push(place);
  return place;
}

function tailOf(log: EventLog, bufferSize?: number): LogTail {
  const tail = new LogTail(log, { bufferSize });
  tails.push(tail);
  return tail;
}

afterEach(async () => {
  for (const tail of tails.splice(0)) await tail.close();
  for (const place of places.splice(0)) await place.dispose();
});

const never = new AbortController().signal;
const tell = (log: EventLog, ...summaries: string[]) =>
  log.append({ events: summaries.map((summary) => statement(summary)) });
const words = (events: readonly AnyEvent[]) =>
  events.map(({ data }) => (data as { summary: string }).summary);

/** The next so many events after a position. */
async function take(
  follower: TailSubscriber,
  position: number,
  count: number,
): Promise<AnyEvent[]> {
  const taken: AnyEvent[] = [];
  while (taken.length < count)
    taken.push(...(await follower.after(taken.at(-1)?.position ?? position, never)));
  return taken;
}

describe('a subscriber of a log tail', () => {
  it('receives the events appended from then on, in order', async () => {
    const log = await (await at(inMemory)).open();
    await tell(log, 'before');
    const follower = await tailOf(log).subscribe();
    expect(follower.position).toBe(1);
    const waiting = take(follower, 1, 3);
    await tell(log, 'one', 'two');
    await tell(log, 'three');
    expect(words(await waiting)).toEqual(['one', 'two', 'three']);
  });

  it('receives what another process appends to the same file', async () => {
    const place = await at(onDisk);
    const [log, other] = [await place.open(), await place.open()];
    const follower = await tailOf(log).subscribe();
    const waiting = take(follower, 0, 2);
    await tell(other, 'elsewhere');
    await tell(log, 'here');
    expect(words(await waiting)).toEqual(['elsewhere', 'here']);
  });

  it('receives the same events as the others, at its own pace', async () => {
    const log = await (await at(inMemory)).open();
    const tail = tailOf(log);
    const [quick, slow] = [await tail.subscribe(), await tail.subscribe()];
    await tell(log, 'one');
    expect(words(await take(quick, 0, 1))).toEqual(['one']);
    await tell(log, 'two');
    expect(words(await take(quick, 1, 1))).toEqual(['two']);
    expect(words(await take(slow, 0, 2))).toEqual(['one', 'two']);
  });

  it('is closed with SLOW_CONSUMER and its position when more events wait than are buffered', async () => {
    const log = await (await at(inMemory)).open();
    const tail = tailOf(log, 10);
    const [slow, quick] = [await tail.subscribe(), await tail.subscribe()];
    const taken = take(quick, 0, 50);
    for (let n = 1; n <= 50; n += 1) await tell(log, `${n}`);
    expect(await taken).toHaveLength(50);
    const fallen = slow.after(3, never);
    await expect(fallen).rejects.toThrow(SlowConsumer);
    await expect(fallen).rejects.toMatchObject({ code: 'SLOW_CONSUMER', position: 3, waiting: 47 });
  });

  it('is closed with SERVER_STOPPING when the tail stops', async () => {
    const log = await (await at(inMemory)).open();
    const tail = tailOf(log);
    const follower = await tail.subscribe();
    const waiting = follower.after(0, never);
    tail.stop();
    await expect(waiting).rejects.toThrow(ServerStopping);
    expect(follower.stopped).toBe(true);
  });

  it('stops waiting when its signal is aborted, and releases its buffer', async () => {
    const log = await (await at(inMemory)).open();
    const tail = tailOf(log);
    const leave = new AbortController();
    const follower = await tail.subscribe();
    const waiting = follower.after(0, leave.signal);
    leave.abort();
    expect(await waiting).toEqual([]);
    follower.close();
    follower.close();
    expect(tail.state()).toMatchObject({ subscribers: 0, mode: 'direct' });
  });
});

describe('waiting for a position', () => {
  it('returns at once when the log has reached it', async () => {
    const log = await (await at(inMemory)).open();
    await tell(log, 'one');
    const tail = tailOf(log);
    await tail.waitFor(1, 0);
    expect(tail.state().mode).toBe('idle');
  });

  it('lasts until another process has appended it', async () => {
    const place = await at(onDisk);
    const [log, other] = [await place.open(), await place.open()];
    const reached = tailOf(log).waitFor(2, 15_000);
    await tell(other, 'one');
    await tell(other, 'two');
    await reached;
    expect((await log.head()).position).toBe(2);
  });

  it('is refused with the position reached when it takes too long', async () => {
    const log = await (await at(inMemory)).open();
    await tell(log, 'one');
    const reached = tailOf(log).waitFor(9, 10);
    await expect(reached).rejects.toThrow(PositionNotReached);
    await expect(reached).rejects.toMatchObject({ position: 9, reached: 1 });
  });
});
