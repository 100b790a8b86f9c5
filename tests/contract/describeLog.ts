/** What every log must do, whatever keeps it: `describeLog` runs it over one of them. */
import { afterEach, beforeEach, describe } from 'vitest';
import { appending } from './appending.js';
import { clocks } from './clocks.js';
import { remoteNotifications, notifications } from './notifications.js';
import { streamHistories } from './streamHistories.js';
import { durableStreamIndexes, streamIndexes } from './streamIndexes.js';
import { textIndexes } from './textIndexes.js';
import { invariants } from './invariants.js';
import { merkleTrees } from './merkleTrees.js';
import { edgeCases } from './edgeCases.js';
import { durableProposals, proposals } from './proposals.js';
import { races } from './races.js';
import { reading } from './reading.js';
import { reopening } from './reopening.js';
import { writers } from './writers.js';
import { durableDutySteps, dutySteps } from './dutySteps.js';
import { durableWebhooks, webhooks } from './webhooks.js';
import type { TestLog, SuiteContext } from '../support/logFixtures.js';

export function describeLog(
  name: string,
  prepare: () => Promise<TestLog>,
  { durable }: { readonly durable: boolean },
): void {
  describe(name, () => {
    let place: TestLog;
    beforeEach(async () => {
      place = await prepare();
    });
    afterEach(() => place.dispose());
    const setting: SuiteContext = { open: (options) => place.open(options) };

    describe('appending', () => appending(setting));
    describe('several writers', () => writers(setting));
    describe('stream histories', () => streamHistories(setting));
    describe('reading', () => reading(setting));
    describe('the recorded clock', () => clocks(setting));
    describe('whatever is appended', () => invariants(setting));
    describe('edge cases of names and numbers', () => edgeCases(setting));
    describe('append notifications', () => notifications(setting));
    describe('the stream index', () => streamIndexes(setting));
    describe('proposals beside it', () => proposals(setting));
    describe('webhooks beside it', () => webhooks(setting));
    describe('the Merkle tree', () => merkleTrees(setting));
    describe('duty steps beside it', () => dutySteps(setting));
    if (!durable) return;
    describe('opened again', () => {
      reopening(setting);
      durableProposals(setting);
      durableWebhooks(setting);
      durableDutySteps(setting);
    });
    describe('the stream index, left behind', () => durableStreamIndexes(setting));
    describe('the text index', () => textIndexes(setting));
    describe('open twice', () => {
      races(setting);
      remoteNotifications(setting);
    });
  });
}
