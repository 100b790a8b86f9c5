/** Work follows what is asked: the events of one history are read from its streams, never from the whole log. */
import { expect, it } from 'vitest';
import { Parley } from '../../src/app/parley.js';
import type { EventLog, Selection } from '../../src/log/core/eventLog.js';
import { MemoryLog } from '../../src/log/memory/memoryLog.js';
import { shippedEvents } from '../support/record.js';

/** The same log, which notes the streams of each selection that is read. */
function noting(log: EventLog, read: (readonly string[] | undefined)[]): EventLog {
  return new Proxy(log, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property);
      if (typeof value !== 'function') return value;
      const method = (value as (...args: unknown[]) => unknown).bind(target);
      if (property !== 'read') return method;
      return (selection: Selection, ...rest: unknown[]) => {
        read.push(selection.streams);
        return method(selection, ...rest);
      };
    },
  });
}

it.each([
  ['of a negotiation', ['negotiation/in-us-bta']],
  ['of a negotiation and a measure', ['negotiation/in-us-bta', 'measure/us-recip-in']],
])(
  'the chronicle %s reads those streams, and no other than those of its events',
  async (_, streams) => {
    const log = new MemoryLog();
    await new Parley(log).append(shippedEvents(), { restore: true });
    const read: (readonly string[] | undefined)[] = [];
    const parley = new Parley(noting(log, read));
    const list = await parley.eventList({ streams });
    const found = await list.sortedByOccurrence();
    expect(found.length).toBeGreaterThan(10);
    expect(read[0]).toEqual(streams);
    // The zone in which an event is dated is that of its own stream.
    const own = new Set((await list.events(found)).map(({ stream }) => stream));
    for (const each of read.slice(1))
      expect([...own]).toEqual(expect.arrayContaining([...(each ?? ['*'])]));
  },
);
