/** What the door tells whoever watches it: counts and times, never contents. */
import type { CheckpointOutcome } from './readModel/snapshots.js';

export interface Observer {
  /** So many events were recorded by one append. */
  appended?(events: number): void;
  /** An append was refused; the code of why. */
  refused?(code: string): void;
  /** A dossier was brought up to date: milliseconds, and how many events were new in it. */
  folded?(ms: number, events: number): void;
  checkpoint?(outcome: CheckpointOutcome): void;
}
