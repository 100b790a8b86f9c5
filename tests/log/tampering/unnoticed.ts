/**
 * Changes that plain `verify` does not notice, each with the reason why no answer about the record can
 * change by it. `*` stands for every change of a table.
 */

const PROPOSALS =
  'A proposal is no record: whoever accepts it reads what is then recorded under their name.';
const WEBHOOKS = 'It says where events are sent, not what they say; a receiver can look each up.';
const KEYS =
  'A key only names positions: what is recorded there is compared with what is sent again. Without it a repeat is recorded once more, for all to see.';
const AVERAGES = 'The first row has averages, by which results are ranked: no search ranks any.';
const ONE_ROW = 'The row is read whatever it says; there is no other.';

export const UNNOTICED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  closed_timestamp: {
    singleton: ONE_ROW,
    instant:
      'No record says what was promised. Records are stamped by the clock and after the last; one that an owner adds before the head shows by the signed head.',
  },
  duty_steps_log: {
    singleton: ONE_ROW,
    'row removed': 'The view is then empty, as before it was first computed.',
  },
  event_text_config: { 'row added': 'Nothing reads a setting that does not exist.' },
  event_text_data: {
    id: AVERAGES,
    block: AVERAGES,
    'row removed': AVERAGES,
    'row added': 'No segment names it, so nothing reads it.',
  },
  event_text_idx: {
    '*': 'Where it names no page the first is read; every trigram of every event is looked up as a search does.',
  },
  head: { singleton: ONE_ROW },
  idempotency_keys: {
    key: KEYS,
    key_hash: KEYS,
    digest: KEYS,
    last_position: KEYS,
    'row removed': KEYS,
    'rows swapped': KEYS,
  },
  migrations: {
    applied_at: 'Nothing reads it.',
    'row removed': 'Only the highest counts, without which the log is not opened.',
  },
  proposals: { '*': PROPOSALS },
  proposal_decisions: { '*': PROPOSALS },
  proposal_texts: { '*': 'A text is compared with its hash when it is read.' },
  stream_index_state: {
    singleton: ONE_ROW,
    version: 'An index of another version is not used: it is made anew.',
  },
  tree_head: {
    singleton: ONE_ROW,
    'row removed': 'Nothing is signed then, which `verify --key` says.',
  },
  tree_nodes: {
    'row added': 'A node that the signed head does not reach is written over before it is read.',
  },
  webhooks: { '*': WEBHOOKS },
};
