/** Charts of any duty, for properties that hold of every one. */
import fc from 'fast-check';
import type { DrawnView } from '../../src/dashboard/features/chart/model/drawnView.js';
import { sceneOf } from '../../src/dashboard/features/chart/model/scene.js';
import { scheduledFrom, stepAt } from '../../src/dashboard/features/chart/model/steps.js';

export const DAY = 86_400_000;
export const START = Date.UTC(2025, 0, 1);
export const RANGE = [START, START + 700 * DAY] as const;

const steps = fc
  .array(
    fc.record({
      day: fc.integer({ min: 1, max: 690 }),
      minutes: fc.constantFrom(0, 0, 1),
      total: fc.option(fc.integer({ min: 0, max: 145 }), { freq: 8 }),
      title: fc.constantFrom('A duty', 'A surcharge on all goods made of iron', 'Baseline'),
    }),
    { maxLength: 40 },
  )
  .map((list) => {
    const sorted = [...new Map(list.map((each) => [each.day, each])).values()].sort(
      (a, b) => a.day - b.day,
    );
    return sorted.map(({ day, minutes, total, title }, i) => ({
      from: new Date(START + day * DAY + minutes * 60_000).toISOString(),
      until: sorted[i + 1] ? new Date(START + sorted[i + 1]!.day * DAY).toISOString() : null,
      total,
      expression: total === null ? '7 INR/kg' : `${total} %`,
      layers: [{ measure: { slug: title, title }, expression: `${total} %` }],
      leastCertainty: (['CONFIRMED', 'REPORTED', null] as const)[day % 3]!,
      setBy: [{ id: `event ${day}` }],
    }));
  });

const events = fc.array(
  fc.record({ day: fc.integer({ min: 0, max: 700 }), days: fc.integer({ min: 0, max: 20 }) }),
  { maxLength: 120 },
);

/** A chart of any duty at any view, as a file has it. */
export const scenes = fc
  .record({
    schedule: steps,
    marks: events,
    announced: fc.array(
      fc.record({ day: fc.integer({ min: 0, max: 700 }), rate: fc.integer({ min: 0, max: 200 }) }),
      { maxLength: 5 },
    ),
    // Of phones, of columns of newspapers, of screens; and any other.
    disputed: fc.array(
      fc.record({ day: fc.integer({ min: 0, max: 700 }), days: fc.integer({ min: 1, max: 90 }) }),
      { maxLength: 2 },
    ),
    viewDay: fc.integer({ min: 1, max: 699 }),
    width: fc.oneof(
      fc.constantFrom(320, 360, 390, 640, 768, 900, 1600),
      fc.integer({ min: 320, max: 1600 }),
    ),
    everyEvent: fc.boolean(),
  })
  .map(({ schedule, marks, announced, disputed, viewDay, width, everyEvent }) => {
    const at = START + viewDay * DAY;
    const today = START + 600 * DAY;
    const scene = sceneOf({
      ...{ schedule, zone: 'America/New_York', range: RANGE, width, size: 'large', everyEvent },
      ...{ overlay: null, today, fixedAt: at },
      disputed: disputed.map(({ day, days }) => ({
        from: START + day * DAY,
        to: START + (day + days) * DAY,
      })),
      announced: announced.map(({ day, rate }, i) => ({
        ...{ id: `announced ${i}`, at: START + day * DAY, rate },
        ...{ summary: 'Announced', occurred: '2025-03-10' },
      })),
      events: marks.map(({ day, days }, i) => ({
        ...{ id: `event ${i}`, type: i % 2 ? 'RoundHeld' : 'StatementMade', occurred: '2025-03' },
        ...{ recordedAt: '', summary: 'The ministers met and spoke', disputed: false },
        ...{ from: START + day * DAY, to: START + (day + days) * DAY, rate: null, measure: null },
        ...{ recordedFrom: 0, publicFrom: 0, publishers: [] },
      })),
    });
    const total = stepAt(scene.steps, at)?.total ?? null;
    const view: DrawnView = {
      ...{
        id: 'chart',
        at,
        today,
        total,
        other: null,
        date: '10 April 2025',
        figure: '10 %, reported',
      },
      scheduled: scheduledFrom(at, total, [], RANGE[1]),
    };
    return { scene, view };
  });
