/** Why something cannot be proved. */

/** What is asked for is not under the newest signed head. */
export class NotInTree extends Error {
  readonly code = 'NOT_IN_TREE';
  constructor(
    readonly position: number,
    readonly size: number,
  ) {
    super(
      `Position ${position} is not among the ${size} records under the signed head. A record is signed within a second of its append; ask again.`,
    );
    this.name = 'NotInTree';
  }
}

/** The answer is of a view that may still change. */
export class ViewNotPinned extends Error {
  readonly code = 'VIEW_NOT_PINNED';
  constructor() {
    super('Only the answer of a pinned view can be proved: give at, and a knownAt that is past.');
    this.name = 'ViewNotPinned';
  }
}

/** No head of the log was ever signed. */
export class LogNotSigned extends Error {
  readonly code = 'LOG_NOT_SIGNED';
  constructor() {
    super('No head of this log was ever signed. Start a server with --log-key FILE to sign it.');
    this.name = 'LogNotSigned';
  }
}

/** The records up to the view are too many for one file. */
export class ProofTooLarge extends Error {
  readonly code = 'PROOF_TOO_LARGE';
  constructor(readonly most: number) {
    super(
      `The records up to this view are longer than the ${most / 1e6} million characters that a proof may hold. Prove its events one by one, or check a copy of the log with "parley verify --key".`,
    );
    this.name = 'ProofTooLarge';
  }
}
