/** Entity tags (RFC 9110, section 8.8.3). */
import { createHash } from 'node:crypto';

const HASH_LENGTH = 16;

/** A short hash of the content: the same on every server, whenever the file was written. */
export const contentHash = (content: Buffer): string =>
  createHash('sha256').update(content).digest('base64url').slice(0, HASH_LENGTH);

/** Whether an If-None-Match header names the entity tag (RFC 9110, section 13.1.2). */
export function etagMatches(etag: string | undefined, ifNoneMatch: string | undefined): boolean {
  if (etag === undefined || ifNoneMatch === undefined) return false;
  return (
    ifNoneMatch.trim() === '*' ||
    ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  );
}
