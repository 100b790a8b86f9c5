import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EventDraft } from '../../events/parse.js';
import { verify } from '../../src/log/core/verify.js';
import type { Append } from '../../src/log/core/eventLog.js';
import {
  Clock,
  collect,
  NOON,
  OTHER_TALKS,
  retraction,
  statement,
  TALKS,
  uuid,
  type SuiteContext,
} from '../support/logFixtures.js';
import { SEED } from '../support/seed.js';

const stream = fc.constantFrom(TALKS, OTHER_TALKS, 'negotiation/third');
const id = fc.integer({ min: 1, max: 12 }).map(uuid);

const draft: fc.Arbitrary<EventDraft> = fc.oneof(
  fc
    .record({ stream, id, also: fc.array(stream, { maxLength: 3 }), words: fc.string() })
    .map(({ words, ...rest }) => statement(words, rest)),
  fc.record({ stream, words: fc.string() }).map(({ words, ...rest }) => statement(words, rest)),
  fc.record({ stream, id, about: id }).map(({ about, ...rest }) => retraction(about, rest)),
);

const append: fc.Arbitrary<Append> = fc.record(
  {
    events: fc.array(draft, { maxLength: 5 }),
    idempotencyKey: fc.constantFrom('a', 'b', 'c'),
    dryRun: fc.boolean(),
    expectedRevisions: fc.array(fc.record({ stream, revision: fc.nat(3) }), { maxLength: 1 }),
  },
  { requiredKeys: ['events'] },
);

const steps = fc.array(
  fc.oneof(
    fc.record({ together: fc.array(append, { minLength: 1, maxLength: 6 }) }),
    fc.record({ clock: fc.integer({ min: -5000, max: 5000 }) }),
    fc.record({ pin: fc.integer({ min: -5000, max: 5000 }) }),
  ),
  { maxLength: 12 },
);

const ofOne = new Set(['REVISION_CONFLICT', 'DUPLICATE_EVENT', 'IDEMPOTENCY_CONFLICT']);

export function invariants({ open }: SuiteContext): void {
  it('keeps order, clock, hash chain and exactly the acknowledged events', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (run) => {
        const clock = new Clock();
        const log = await open(clock);
        const { position: start } = await log.head();
        const acknowledged: string[] = [];
        for (const step of run) {
          if ('clock' in step) clock.at += step.clock;
          else if ('pin' in step) await log.closeTimestamp(NOON + step.pin);
          else {
            const results = await Promise.allSettled(step.together.map((each) => log.append(each)));
            results.forEach((result, index) => {
              if (result.status === 'rejected')
                expect(ofOne).toContain((result.reason as { code: string }).code);
              else if (!result.value.repeated && !step.together[index]?.dryRun)
                acknowledged.push(...result.value.events.map(({ hash }) => hash));
            });
          }
        }
        const events = await collect(log, {}, 3);
        expect(events.slice(start).map(({ hash }) => hash)).toEqual(acknowledged);
        expect(events.map(({ position }) => position)).toEqual(events.map((_, n) => n + 1));
        events.reduce((before, { recorded }) => {
          expect(recorded).toBeGreaterThan(before);
          return recorded;
        }, -Infinity);
        for (const { stream: name, revision } of await log.streams())
          expect(events.filter((event) => event.stream === name)).toHaveLength(revision);
        expect(await verify(log)).toMatchObject({ ok: true, count: events.length });
        await log.close();
      }),
      { seed: SEED, numRuns: 40 },
    );
  });
}
