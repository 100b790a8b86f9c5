/** Findings about pairs of acts are found without comparing every pair, and are the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../src/domain/rules/findings.js';
import { actOf } from '../../../src/domain/rules/sameAct.js';
import type { Fact } from '../../../src/domain/streamState/knowledgeView.js';
import { given, type InterchangeEvent, published, talks } from '../../support/given.js';

const LAUNCH = talks.NegotiationLaunched('2025-01-01', { timeZone: 'UTC' });
const DAYS = ['2025-03-01', '2025-03-02', '2025-03'];
const NAMES = ['A', 'B', 'C', 'D', 'E'];

const day = fc.constantFrom(...DAYS);
const track = fc.option(fc.constantFrom('goods', 'services'), { nil: undefined });
const names = fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 });
const scope = fc.constantFrom('ALL', 'IN_PERSON');

/** Acts of the kinds that are told twice, and those that say whether a resumption follows a pause. */
const event: fc.Arbitrary<InterchangeEvent> = fc.oneof(
  fc
    .tuple(day, fc.constantFrom(...NAMES))
    .map(([on, speaker]) => talks.StatementMade(on, { speaker, summary: 'Said.' })),
  fc
    .tuple(day, track, names)
    .map(([on, of, participants]) =>
      talks.MeetingHeld(on, { level: 'MINISTERIAL', track: of, participants }),
    ),
  fc
    .tuple(day, fc.integer({ min: 1, max: 2 }), day, fc.boolean())
    .map(([on, round, told, official]) =>
      talks.RoundHeld(
        on,
        { round, formal: 'YES' },
        {
          sources: published(
            told === '2025-03' ? '2025-03-04' : told,
            official ? 'OFFICIAL' : 'PRESS',
          ),
        },
      ),
    ),
  fc.tuple(day, scope).map(([on, of]) => talks.TalksPaused(on, { scope: of })),
  fc
    .tuple(day, scope, fc.boolean())
    .map(([on, of, reopens]) => talks.TalksResumed(on, { scope: of, reopens })),
  day.map((on) => talks.TalksTerminated(on, {})),
  day.map((on) => talks.FrameworkAgreed(on, { title: 'Terms' })),
);

/** Whether two facts may report one act, by what is said of `Act`. */
function mayBeOne(a: Fact, b: Fact): boolean {
  const [one, other] = [actOf(a), actOf(b)];
  if (!one || !other || a.type !== b.type || a.occurred !== b.occurred) return false;
  if (JSON.stringify(one.key) !== JSON.stringify(other.key)) return false;
  if (one.variant !== other.variant || one.who.length === 0 || other.who.length === 0) return true;
  return one.who.some((name) => other.who.includes(name));
}

/** The events of each group that pairs connect, sorted. Compares every pair. */
function connectedPairs(facts: readonly Fact[]): readonly string[] {
  const left = new Set(facts);
  const groups: string[] = [];
  for (const first of left) {
    const group = [first];
    left.delete(first);
    for (const member of group)
      for (const other of left)
        if (mayBeOne(member, other)) {
          left.delete(other);
          group.push(other);
        }
    if (group.length > 1) groups.push(idsOf(group));
  }
  return groups.sort();
}

const idsOf = (facts: readonly Fact[]): string =>
  facts
    .map(({ event: { id } }) => id)
    .sort()
    .join(' ');

describe('findings about pairs of acts', () => {
  it('are those of comparing every pair', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
        const view = await (await given(LAUNCH, ...events)).negotiation('2025-06-01');
        const activity = view.knowledge.factsOn('activity');
        const byCode = (code: string) =>
          findingsOf(view)
            .filter((finding) => finding.code === code)
            .map((finding) => idsOf(finding.events))
            .sort();

        expect(byCode('POSSIBLE_DUPLICATE')).toEqual(connectedPairs(activity));

        const agreed = view.knowledge.factsOn('agreements');
        const isBefore = (fact: Fact) => (other: Fact) => other.sortInstant <= fact.sortInstant;
        const orphans = activity
          .filter((fact) => fact.type === 'TalksResumed')
          .filter((fact) => !view.pauses.some((pause) => pause.endedBy === fact))
          .filter((fact) => !(fact.data.reopens === true && agreed.some(isBefore(fact))))
          .filter(
            (fact) =>
              !activity.filter(({ type }) => type === 'TalksTerminated').some(isBefore(fact)),
          );
        expect(byCode('RESUMED_WITHOUT_PAUSE')).toEqual(
          orphans.map((fact) => idsOf([fact])).sort(),
        );
      }),
      { numRuns: 200 },
    );
  });
});
