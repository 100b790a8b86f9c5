import { expect, it } from 'vitest';
import type { DutyStepRow } from '../../src/log/core/stores/dutyStepStore.js';
import { LogUnavailable } from '../../src/log/core/errors.js';
import type { SuiteContext } from '../support/logFixtures.js';

const step = (percentagePoints: number | null): DutyStepRow => ({
  imposedBy: 'US',
  onGoodsOf: 'IN',
  startsAt: '2025-08-07T04:01:00.000Z',
  endsAt: null,
  percentagePoints,
  expression: percentagePoints === null ? '7 INR/kg' : `${percentagePoints} %`,
  measures: 'us-recip-in us-sec-232',
  events: '019e0000-0000-7000-8000-000000000001',
});

const first: DutyStepRow = {
  ...step(null),
  startsAt: null,
  endsAt: '2025-08-07T04:01:00.000Z',
  measures: '',
};

export function dutySteps({ open }: SuiteContext): void {
  it('are none before they are computed', async () => {
    const { dutySteps: store } = await open();
    expect(await store.read()).toBeUndefined();
  });

  it('are those put there last, in order, with the position that they follow from', async () => {
    const { dutySteps: store } = await open();
    await store.replace({ position: 3, hash: 'a', rows: [step(1)] });
    const steps = { position: 7, hash: 'b', rows: [first, step(0.1 + 0.2), step(50)] };
    await store.replace(steps);
    expect(await store.read()).toEqual(steps);
    await store.replace({ position: 8, hash: 'c', rows: [] });
    expect(await store.read()).toEqual({ position: 8, hash: 'c', rows: [] });
  });
}

export function durableDutySteps({ open }: SuiteContext): void {
  it('keeps duty steps, and opened read-only changes none', async () => {
    const steps = { position: 7, hash: 'b', rows: [first, step(25)] };
    const log = await open();
    await log.dutySteps.replace(steps);
    await log.close();
    const { dutySteps: store } = await open({ readonly: true });
    expect(await store.read()).toEqual(steps);
    await expect(store.replace({ ...steps, rows: [] })).rejects.toThrow(LogUnavailable);
    expect(await store.read()).toEqual(steps);
  });
}
