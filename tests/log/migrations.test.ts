/** Released migrations never change: logs were written with them. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/log/core/recordCodec.js';
import { MIGRATIONS as POSTGRES } from '../../src/log/postgres/schema.js';
import { MIGRATIONS as SQLITE } from '../../src/log/sqlite/schema.js';

/** SHA-256 of each released file. Add a line for a new migration; never change one. */
const RELEASED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  postgres: {
    '001_event_log.sql': '119f10d4fbba5e2090119fa24980ddabba9ad5d4e583157e38f5c09f48253735',
    '002_standard_names.sql': '83f5275e49cdee9568e81a2e1b620ab4736ac65d217f83757a40913203334734',
    '003_stream_index.sql': '038c86c0e6fb900b537ed6f9bd0bbc935479e7545b381c1126cbebb4404cadba',
    '004_proposals.sql': 'af85479cd4b2418aa522e9b78544de3020aec274e1d92571d89444153fe2ec09',
    '005_webhooks.sql': 'ca2bb10fb153bdd37c41afa998f06505e51f3587116c942babe9d5f259eca07f',
    '006_sql_views.sql': 'a935b025135c8ac163f5e26a0abb5c7c9ffb9b86806457cfb32e83dd356745a8',
    '007_text_index.sql': '9fe791d11f68a4ba8cd2c5381fac10670dfb811780ed81bee44b294cfba2bd29',
    '008_no_snapshots.sql': '20e5148cb35ff34dd25b83627dd5e263002acafe407e3f8f74608b1b098074ad',
    '009_merkle_tree.sql': 'f5200d9bb3c7800987d71d2f29365855bf9e2812cc238940a9cff47220c55bc8',
    '010_duty_steps.sql': 'e866cb834d9edbd08cdd100958d7416492d76e1b24d6e3a13034612e19dfdd03',
    '011_no_transition_tables.sql':
      '12e7f88744c898fe19e04ec0548986839bca28325ec190e341074a9a3056e7fb',
  },
  sqlite: {
    '001_event_log.sql': 'ed325532ec0cac1448382823b1d3d32b27606775153bfbb5d01721dc612c9586',
    '002_checkpoints.sql': '6f503de7cd5208a6a4990c372c50dc3f208477628d0f7498668cd83f0c7e9587',
    '003_standard_names.sql': '5e9013cbbe41e86d72bdc2bbccb84cb5b8a6a1501c2e0e5a960ae6ff2d0cf52d',
    '004_stream_index.sql': 'd7d53d2d6dfca7699f4a2e438ebe5837d41bdb589bb1b100b004078d0dce2aaa',
    '005_proposals.sql': 'd499e1f6e1b61ddfc4bb704030359594af8ecd76578a7c781cd2286fbc482aa7',
    '006_webhooks.sql': 'edd280a4998bac83c1271df7a18eb9b457174afc6483880ef86d9c4dcc7c0153',
    '007_sql_views.sql': '65553da6e66dba61b68827bddc0b69c582fee160b8b201a1064d3495fc6b9413',
    '008_text_index.sql': 'e3f4bc76014c0e4d7d6474a4a22f827a20f259669287758691c8d28ecfabcc9c',
    '009_no_snapshots.sql': 'af866c23350a306b80d6df97be47ef33c27003984b44fcc05ff2ce548eb5ab2a',
    '010_merkle_tree.sql': 'c8f312e042095ee3b20650241e7978c663df47f682d6832a89bf7c3a643b50bd',
    '011_duty_steps.sql': 'e3cf7f8d6e570d582636ec53f34ab413dbbdc232fafec8db377a9949338a9cb8',
  },
};

describe.each([
  ['postgres', POSTGRES],
  ['sqlite', SQLITE],
])('the migrations of %s', (engine, names) => {
  const folder = new URL(`../../src/log/${engine}/migrations/`, import.meta.url);

  it('are applied in the order of their numbers, and none is left out', () => {
    expect(names).toEqual(readdirSync(folder).sort());
    names.forEach((name, index) => expect(Number(name.slice(0, 3))).toBe(index + 1));
  });

  it('are unchanged since they were released', () => {
    const hashes = names.map((name) => [name, sha256(readFileSync(new URL(name, folder), 'utf8'))]);
    expect(Object.fromEntries(hashes)).toEqual(RELEASED[engine]);
  });
});
