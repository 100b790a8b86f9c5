/** A log with something in every table. */
import { HeadSigner } from '../../../src/app/transparency/headSigner.js';
import { storeDutySteps } from '../../../src/app/datasets/dutySteps.js';
import { Parley } from '../../../src/app/parley.js';
import type { EventDraft } from '../../../events/parse.js';
import { sha256 } from '../../../src/log/core/recordCodec.js';
import { generateSigningKey } from '../../../src/proof/signing.js';
import {
  Clock,
  NOON,
  OTHER_TALKS,
  retraction,
  statement,
  TALKS,
  type TestLog,
  uuid,
} from '../../support/logFixtures.js';

/** A tile and a bit, so that the Merkle tree has a node. */
export const RECORDS = 258;

const { sources = [] } = statement('');
const key = generateSigningKey('example.org/parley');

const LAUNCH: EventDraft = {
  stream: TALKS,
  type: 'NegotiationLaunched',
  occurred: '2025-02-13',
  data: { title: 'Talks', parties: ['IN', 'US'] },
  sources,
};

const DUTY: EventDraft = {
  stream: 'measure/us-country',
  type: 'MeasureAdopted',
  occurred: '2025-08-01',
  data: {
    title: 'A duty',
    imposedBy: 'US',
    affects: ['IN'],
    kind: 'OTHER',
    rate: 25,
    effectiveFrom: '2025-08-07',
  },
  sources,
};

export interface HistoryOptions {
  /** What the third record says. */
  readonly word?: string;
  /** How many records there are. */
  readonly records?: number;
}

/** Fills an empty log by a clock of its own: the same history has the same hashes. */
export async function fillIn(
  place: TestLog,
  { word = 'one', records = RECORDS }: HistoryOptions = {},
): Promise<void> {
  const clock = new Clock();
  const log = await place.open({ now: clock.now });
  const first = [LAUNCH, DUTY, statement(word, { also: [OTHER_TALKS] })];
  const more = Array.from({ length: records - 4 }, (_, n) => statement(`word ${n % 3}`));
  const drafts = [...first, ...more].map((draft, n) => ({ ...draft, id: uuid(n + 1) }));
  await log.append({ idempotencyKey: 'first', events: drafts.slice(0, 3) });
  await log.append({ idempotencyKey: 'second', events: drafts.slice(3) });
  await log.append({ events: [retraction(uuid(3), { id: uuid(records) })] });
  clock.at += 10_000;
  await log.closeTimestamp(NOON + 5_000);
  const proposals = [1, 2].map((n) => ({ id: uuid(n), proposed: NOON, body: '{}' }));
  await log.proposals.add(proposals, { hash: sha256('text'), text: 'text' });
  for (const { id } of proposals)
    await log.proposals.decide({ id, status: 'REJECTED', decided: NOON, body: '{}' });
  await log.webhooks.add({ id: uuid(1), created: NOON, body: '{}' }, 0);
  await storeDutySteps(new Parley(log));
  await new HeadSigner(log, key).extend();
  await log.close();
}
