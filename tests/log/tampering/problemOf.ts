/** What plain `parley verify` finds, and what it repairs. */
import { Parley } from '../../../src/app/parley.js';
import { repairLog, verifyLog } from '../../../src/app/transparency/verifyLog.js';
import { LogUnavailable } from '../../../src/log/core/errors.js';
import { openLog } from '../../../src/log/openLog.js';

/** What is wrong with the log at a URL; undefined where `verify` finds nothing. */
export async function problemOf(url: string): Promise<string | undefined> {
  try {
    const parley = new Parley(await openLog(url, { readonly: true }));
    try {
      const result = await verifyLog(parley);
      return result.ok ? undefined : result.problem;
    } finally {
      await parley.close();
    }
  } catch (error) {
    if (error instanceof LogUnavailable) return error.message;
    throw error;
  }
}

/** What `parley verify --repair` does before it verifies. */
export async function repair(url: string): Promise<void> {
  const parley = new Parley(await openLog(url));
  await repairLog(parley).finally(() => parley.close());
}
