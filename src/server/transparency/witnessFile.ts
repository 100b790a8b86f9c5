/** What a witness has signed, in a file that is replaced as a whole. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { TreeHead } from '../../proof/merkleTree.js';
import type { WitnessState } from './witness.js';

const stateSchema = z.record(
  z.string(),
  z.strictObject({
    size: z.number().int().nonnegative(),
    root: z.string().regex(/^[0-9a-f]{64}$/u),
  }),
);

/** The file of a witness holds something else. */
export class BadWitnessFile extends Error {
  readonly code = 'BAD_WITNESS_FILE';
  constructor(file: string) {
    super(
      `${file} is not the file of a witness. Name another; a witness that forgets what it signed must not go on under the same key.`,
    );
    this.name = 'BadWitnessFile';
  }
}

export class WitnessFile implements WitnessState {
  #heads: z.infer<typeof stateSchema>;

  /** Throws {@link BadWitnessFile}. A file that does not exist is begun with the first signature. */
  constructor(readonly file: string) {
    this.#heads = existsSync(file) ? read(file) : {};
  }

  head(origin: string): TreeHead | undefined {
    const head = this.#heads[origin];
    return head && { size: head.size, root: Buffer.from(head.root, 'hex') };
  }

  save(origin: string, { size, root }: TreeHead): void {
    const heads = {
      ...this.#heads,
      [origin]: { size, root: Buffer.from(root).toString('hex') },
    };
    const part = `${this.file}.${process.pid}.part`;
    write(part, `${JSON.stringify(heads, undefined, 2)}\n`);
    renameSync(part, this.file);
    sync(path.dirname(this.file));
    this.#heads = heads;
  }
}

function read(file: string): z.infer<typeof stateSchema> {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new BadWitnessFile(file);
  }
}

function write(file: string, text: string): void {
  const descriptor = openSync(file, 'w', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A directory is synced, too, or a crash may bring the old file back. */
function sync(directory: string): void {
  const descriptor = openSync(directory, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
