/** Verifies a log with all that is computed from it and stored beside it, and computes that anew. */
import { verify, type Verification, type VerifyOptions } from '../../log/core/verify.js';
import { remakeIndex } from '../../log/core/streamIndex/completeIndex.js';
import { remakeTree } from '../../log/core/tree/remakeTree.js';
import { storeDutySteps, wrongDutySteps } from '../datasets/dutySteps.js';
import type { Parley } from '../parley.js';

/**
 * As `verify`; then the duty steps for programs that read SQL, where some are stored, are computed
 * again. Rejects with `LogUnavailable` when the log cannot be read.
 */
export async function verifyLog(parley: Parley, options?: VerifyOptions): Promise<Verification> {
  const result = await verify(parley.log, options);
  if (!result.ok) return result;
  const wrong = await wrongDutySteps(parley);
  if (wrong === undefined) return result;
  const { count, head } = result;
  return {
    ok: false,
    count,
    position: head.position,
    problem: `${wrong}. "parley reindex --duty-steps" computes it anew`,
    isDerived: true,
  };
}

/**
 * Makes anew what follows from the records: the stream index, the nodes of the Merkle tree and, where
 * they are wrong, the duty steps. O(events). Rejects with `LogUnavailable` when the log cannot be written.
 */
export async function repairLog(parley: Parley): Promise<void> {
  const { log } = parley;
  await remakeIndex(log);
  await remakeTree(log, (await log.tree.head())?.size ?? 0);
  if ((await wrongDutySteps(parley)) !== undefined) await storeDutySteps(parley);
}
