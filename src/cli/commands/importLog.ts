/** The part of `parley import` that takes a whole log instead of files. */
import { existsSync } from 'node:fs';
import { copyLog } from '../../app/transfer/copyLog.js';
import { LogNotFound } from '../../log/core/errors.js';
import { openLog } from '../../log/openLog.js';
import { shownUrl } from '../../log/postgres/url.js';
import { sqlitePath, withLog, withReadonlyLog } from '../openLog.js';
import { print } from '../output.js';
import { counted, Progress } from '../progress.js';

/** Whether a name on the command line is the URL of a log rather than a file. */
export const isLog = (name: string): boolean => /^(?:sqlite|postgres|postgresql):/i.test(name);

/** A dry run creates nothing: it uses a log in memory when the target does not exist. */
export async function whereToTry(log: string): Promise<string> {
  const file = sqlitePath(log);
  if (file !== undefined) return existsSync(file) ? log : 'memory:';
  try {
    await (await openLog(log, { readonly: true })).close();
    return log;
  } catch (error) {
    if (error instanceof LogNotFound) return 'memory:';
    throw error;
  }
}

/** Copies the log `from` into the log `to`, and prints the head that both have then. */
export async function copy(from: string, to: string, dryRun: boolean): Promise<void> {
  const progress = new Progress();
  const { events, existing, head } = await withReadonlyLog(from, async (source) => {
    const target = dryRun ? await whereToTry(to) : to;
    return (dryRun ? withReadonlyLog : withLog)(target, (parley) =>
      copyLog(source.log, parley.log, {
        dryRun,
        onProgress: (stage, count) => progress.show(`${stage} ${counted(count, 'record')}`),
      }),
    );
  }).finally(() => progress.clear());
  if (dryRun) {
    console.error(`${counted(events, 'event')} would be copied. Nothing was written.`);
    return;
  }
  const more = existing > 0 ? ` ${counted(existing, 'event')} were there already.` : '';
  console.error(
    `Copied ${counted(events, 'event')} from ${shownUrl(from)} into ${shownUrl(to)}, with their positions, recorded instants and hashes.${more}`,
  );
  if (head.position > 0) await print(`head      ${head.position}:${head.hash}\n`);
}
