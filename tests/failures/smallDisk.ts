/** A small disk of its own for one process, in a mount namespace that ends with the process. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const NAMESPACE = ['unshare', '--user', '--map-root-user', '--mount'];
const MOUNT = 'mount -t tmpfs -o "size=$0" none "$1" && shift && exec "$@"';

/** Whether this machine lets its users have disks of their own. */
export const canMountDisks =
  spawnSync(NAMESPACE[0]!, [...NAMESPACE.slice(1), 'sh', '-c', MOUNT, '64k', tmpdir(), 'true'])
    .status === 0;

export interface SmallDisk {
  /** As the process within sees it. */
  readonly directory: string;
  /** Runs the command given to it on the disk; the command has the id that `spawn` gives. */
  readonly within: readonly string[];
}

/** An empty disk of so many kilobytes, for one process. */
export function smallDisk(kilobytes: number): SmallDisk {
  const directory = newDirectory();
  const within = [...NAMESPACE, 'sh', '-c', MOUNT, `${kilobytes}k`, directory];
  return { directory, within };
}

/** The same disk, as everyone else finds it while the process with this id runs. */
export const seenFromOutside = ({ directory }: SmallDisk, pid: number): string =>
  path.join(`/proc/${pid}/root`, directory);

/** Takes all the space that is left, with a file in this directory. */
export function fillUp(directory: string): void {
  const descriptor = openSync(path.join(directory, 'filler'), 'w');
  try {
    for (const size of [65_536, 4_096, 1]) while (wrote(descriptor, size));
  } finally {
    closeSync(descriptor);
  }
}

function wrote(descriptor: number, size: number): boolean {
  try {
    return writeSync(descriptor, Buffer.alloc(size)) > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}

/** Goes with the test. */
export function newDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'parley-failures-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
