/** The documents that strangers may send: those of the dashboard, and of files that the operator names. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  separateOperations,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { MAX_DOCUMENT_TOKENS } from '../../limits.js';

/** What the dashboard asks: beside the sources and beside what is built from them. */
const DASHBOARD_OPERATIONS = fileURLToPath(
  new URL('../../../../schema/operations', import.meta.url),
);

const EXTENSION = '.graphql';
/** Texts of which it is remembered whether they are trusted, in characters. */
const MAX_REMEMBERED = 4 * 1024 * 1024;

/** A file of documents cannot be used. */
export class InvalidDocuments extends Error {
  readonly code = 'BAD_DOCUMENTS';
  constructor(
    readonly file: string,
    reason: string,
  ) {
    super(`The documents in ${file} cannot be used: ${reason}.`);
    this.name = 'InvalidDocuments';
  }
}

type Definition = OperationDefinitionNode | FragmentDefinitionNode;

/** The same for documents that differ in white space, comments or the order of their definitions. */
const canonical = ({ definitions }: DocumentNode): string =>
  definitions
    .map((definition) => print(definition))
    .sort()
    .join('\n');

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function filesAt(place: string): readonly string[] {
  try {
    if (!statSync(place).isDirectory()) return [place];
    const names = readdirSync(place).filter((name) => name.endsWith(EXTENSION));
    return names.sort().map((name) => path.join(place, name));
  } catch (error) {
    throw new InvalidDocuments(place, (error as NodeJS.ErrnoException).code ?? 'it is not there');
  }
}

function definitionsIn(file: string): readonly Definition[] {
  try {
    return parse(readFileSync(file, 'utf8'), { noLocation: true }).definitions.filter(
      (definition): definition is Definition =>
        definition.kind === Kind.OPERATION_DEFINITION ||
        definition.kind === Kind.FRAGMENT_DEFINITION,
    );
  } catch (error) {
    throw new InvalidDocuments(file, (error as Error).message);
  }
}

export class TrustedDocuments {
  readonly #canonical = new Set<string>();
  readonly #byHash = new Map<string, string>();
  readonly #remembered = new LRUCache<string, boolean>({
    maxSize: MAX_REMEMBERED,
    sizeCalculation: (_, text) => text.length + 100,
  });

  /**
   * The operations of the dashboard and of `places`: files, or folders with files that end in
   * `.graphql`, whose operations may use each other's fragments. Throws {@link InvalidDocuments}.
   */
  constructor(places: readonly string[] = []) {
    for (const place of [DASHBOARD_OPERATIONS, ...places]) {
      const definitions = filesAt(place).flatMap(definitionsIn);
      const all: DocumentNode = { kind: Kind.DOCUMENT, definitions };
      for (const operation of Object.values(separateOperations(all))) this.#add(operation);
    }
  }

  get size(): number {
    return this.#canonical.size;
  }

  #add(operation: DocumentNode): void {
    const text = print(operation);
    this.#canonical.add(canonical(operation));
    this.#byHash.set(sha256(text), text);
  }

  /** Whether a text is one of them. O(text), and O(1) where it was asked before. */
  has(text: string): boolean {
    const known = this.#remembered.get(text);
    if (known !== undefined) return known;
    let trusted = false;
    try {
      const document = parse(text, { noLocation: true, maxTokens: MAX_DOCUMENT_TOKENS });
      trusted = this.#canonical.has(canonical(document));
    } catch {
      // What does not parse is none of them.
    }
    this.#remembered.set(text, trusted);
    return trusted;
  }

  /** The text with a SHA-256 in hex, as `print` of graphql-js writes it. */
  withHash(hash: string): string | undefined {
    return this.#byHash.get(hash);
  }
}
