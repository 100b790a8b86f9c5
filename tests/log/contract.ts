/** What every log must do, whatever keeps it: `describeLog` runs it over one of them. */
import { afterEach, beforeEach, describe } from 'vitest';
import { appending } from './contract/appending.js';
import { checkpoints, keptCheckpoints } from './contract/checkpoints.js';
import { clocks } from './contract/clocks.js';
import { distantHints, hints } from './contract/hints.js';
import { histories } from './contract/histories.js';
import { invariants } from './contract/invariants.js';
import { oddities } from './contract/oddities.js';
import { races } from './contract/races.js';
import { reading } from './contract/reading.js';
import { reopening } from './contract/reopening.js';
import { writers } from './contract/writers.js';
import type { Place, Setting } from './support.js';

export function describeLog(
  name: string,
  prepare: () => Promise<Place>,
  { durable }: { readonly durable: boolean },
): void {
  describe(name, () => {
    let place: Place;
    beforeEach(async () => {
      place = await prepare();
    });
    afterEach(() => place.leave());
    const setting: Setting = { open: (options) => place.open(options) };

    describe('appending', () => appending(setting));
    describe('several writers', () => writers(setting));
    describe('histories', () => histories(setting));
    describe('reading', () => reading(setting));
    describe('the recorded clock', () => clocks(setting));
    describe('whatever is appended', () => invariants(setting));
    describe('odd names and numbers', () => oddities(setting));
    describe('hints', () => hints(setting));
    describe('a checkpoint', () => checkpoints(setting));
    if (!durable) return;
    describe('opened again', () => {
      reopening(setting);
      keptCheckpoints(setting);
    });
    describe('open twice', () => {
      races(setting);
      distantHints(setting);
    });
  });
}
