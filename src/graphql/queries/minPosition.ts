/** Reading no less than was seen elsewhere. */
import type { Context } from '../context.js';
import { withQueryErrors, badInput } from '../queryErrors.js';

/** The argument of questions that can wait for what was recorded through another server. */
export const minPositionDescription =
  'Waits until the log has reached this position, for example one returned by another server; fails with POSITION_NOT_REACHED after 5 seconds.';

/** Waits for `minPosition`, if present. */
export async function waitForMinPosition(
  { parley }: Pick<Context, 'parley'>,
  minPosition: number | null | undefined,
): Promise<void> {
  if (minPosition === null || minPosition === undefined) return;
  if (minPosition < 0)
    throw badInput(`minPosition is ${minPosition}: give a position of the log, 0 or more.`);
  await withQueryErrors(() => parley.subscriptions.waitForPosition(minPosition));
}
