/** A tokens file that is read again when it changes, and the file beside it of when each was used. */
import { readFileSync, renameSync, statSync, unwatchFile, watchFile, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { TokenSource } from './authenticator.js';
import { InvalidTokensFile, parseTokens, type Token } from './tokens.js';

/** A changed file counts after this long at the latest. */
const WATCH_MS = 1_000;
/** Uses are written down this often. */
const USES_MS = 60_000;

const lastUses = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.iso.datetime());

/** When tokens were last used, to the minute, by the hash of each. */
export type LastUses = Readonly<Record<string, string>>;

const usesFile = (file: string): string => `${file}.used`;

/** Replaces a file atomically; only its owner may read it. */
export function replaceFile(file: string, value: unknown): void {
  const part = `${file}.${process.pid}.part`;
  writeFileSync(part, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(part, file);
}

/** When the tokens of a file were last used; undefined where servers have not written it down. */
export function readLastUses(file: string): LastUses | undefined {
  try {
    return lastUses.parse(JSON.parse(readFileSync(usesFile(file), 'utf8')));
  } catch {
    return undefined;
  }
}

/** The tokens in a file. Throws {@link InvalidTokensFile}. */
export function readTokens(file: string): readonly Token[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'it cannot be read' } = error as NodeJS.ErrnoException;
    const remedy = `make one with "parley tokens create NAME --tokens ${file}"`;
    throw new InvalidTokensFile(file, code === 'ENOENT' ? `there is none; ${remedy}` : code);
  }
  return parseTokens(text, file);
}

export interface TokensFileObserver {
  /** The file changed, and holds so many tokens now. */
  reloaded(tokens: number): void;
  /** The file cannot be used, or uses cannot be written down; what was read last goes on counting. */
  failed(error: unknown): void;
}

/**
 * Servers that share the file, or hold copies of it, need nothing else in common. A file that can no
 * longer be used leaves in force what was read before: to revoke a token, take its entry out.
 */
export class TokensFile implements TokenSource {
  #tokens: readonly Token[];
  #version: string;
  #observer: TokensFileObserver | undefined;
  #uses = new Map<string, number>();
  #flush: NodeJS.Timeout | undefined;

  /** Reads the file. Throws {@link InvalidTokensFile}. */
  constructor(readonly file: string) {
    this.#version = versionOf(file);
    this.#tokens = readTokens(file);
  }

  current(): readonly Token[] {
    return this.#tokens;
  }

  used({ sha256 }: Token): void {
    this.#uses.set(sha256, Date.now());
  }

  /** Begins to watch the file, and to write down when tokens are used. */
  watch(observer: TokensFileObserver): void {
    this.#observer = observer;
    watchFile(this.file, { interval: WATCH_MS, persistent: false }, () => this.#changed());
    this.#flush = setInterval(() => this.#writeUses(), USES_MS).unref();
    // It may have changed before it was watched.
    this.#changed();
  }

  /** Reads the file again, now. */
  reload(): void {
    try {
      const version = versionOf(this.file);
      this.#tokens = readTokens(this.file);
      this.#version = version;
      this.#observer?.reloaded(this.#tokens.length);
    } catch (error) {
      this.#observer?.failed(error);
    }
  }

  /** Writes down the last uses, and watches no more. */
  close(): void {
    unwatchFile(this.file);
    clearInterval(this.#flush);
    this.#writeUses();
  }

  #changed(): void {
    if (versionOf(this.file) !== this.#version) this.reload();
  }

  /** Joins what other servers wrote; of two that write at once, one is late by a minute. */
  #writeUses(): void {
    if (this.#uses.size === 0) return;
    try {
      const known = new Set(this.#tokens.map(({ sha256 }) => sha256));
      const uses = Object.entries(readLastUses(this.file) ?? {}).filter(([hash]) =>
        known.has(hash),
      );
      const joined = new Map(uses);
      for (const [hash, at] of this.#uses) {
        const instant = new Date(Math.max(at, Date.parse(joined.get(hash) ?? '') || 0));
        joined.set(hash, instant.toISOString());
      }
      replaceFile(usesFile(this.file), Object.fromEntries(joined));
      this.#uses = new Map();
    } catch (error) {
      this.#observer?.failed(error);
    }
  }
}

/** Another whenever the file was written or replaced. */
function versionOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.mtimeMs} ${stat.size}` : 'none';
}
