/** Makes the nodes of a log's Merkle tree anew. */
import type { EventLog } from '../eventLog.js';
import { TreeWriter } from './treeWriter.js';

/**
 * Computes the tree of the first `size` records, or of all where there are fewer, and saves its nodes.
 * O(records). Throws `LogDamaged` where a record is not intact.
 */
export async function remakeTree(log: EventLog, size: number): Promise<TreeWriter> {
  const writer = new TreeWriter();
  for await (const page of log.records()) {
    const upToSize = page.filter(({ position }) => position <= size);
    await log.tree.saveNodes(upToSize.flatMap((record) => writer.add(record)));
    if (upToSize.length < page.length) break;
  }
  return writer;
}
