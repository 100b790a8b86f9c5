import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEvent } from '../../events/parse.js';
import { canonical } from '../../src/log/core/canonicalJson.js';
import type { StoredRecord } from '../../src/log/core/eventLog.js';
import { openLog } from '../../src/log/openLog.js';
import { interchangeLine, sha256 } from '../../src/log/core/recordCodec.js';
import { GENESIS_HASH } from '../../events/recordBody.js';
import { statement, uuid } from '../support/logFixtures.js';

describe('canonical JSON', () => {
  it('is what RFC 8785 says, for any JSON', () => {
    const key = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('10', '9', '__proto__'));
    const value = fc.letrec((tie) => ({
      json: fc.oneof(
        { depthSize: 'small' },
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.string({ unit: 'binary' }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('json')),
        fc.dictionary(key, tie('json'), { noNullPrototype: true }),
      ),
    })).json;
    fc.assert(
      fc.property(value, (json) => {
        expect(canonical([json])).toBe(canonicalize([json]));
      }),
    );
  });

  it('sorts keys by UTF-16 code units and writes numbers as ECMAScript does', () => {
    const sent = { '\u20ac': 1e21, '\ud83d\ude00': 0.000001, '\ufb33': -0, 10: 1, 9: [4.5] };
    expect(canonical(sent)).toBe(
      '{"10":1,"9":[4.5],"\u20ac":1e+21,"\ud83d\ude00":0.000001,"\ufb33":0}',
    );
  });

  it('does not exist for half of a surrogate pair', () => {
    expect(() => canonical({ words: '\ud83d' })).toThrow(/surrogate/);
    expect(canonical({ words: '\\ud83d' })).toBe('{"words":"\\\\ud83d"}');
  });
});

async function stored(): Promise<StoredRecord[]> {
  const log = await openLog('memory:', { now: () => Date.parse('2025-11-04T12:00:00Z') });
  await log.append({
    events: [
      statement('one', { id: uuid(1) }),
      statement('two', { id: uuid(2), certainty: 'REPORTED' }),
    ],
    recordedBy: 'desk',
  });
  const records: StoredRecord[] = [];
  for await (const page of log.records()) records.push(...page);
  return records;
}

describe('a stored record', () => {
  it('holds the hash of the record before it, 64 zeros in the first', async () => {
    const [first, second] = await stored();
    expect(JSON.parse(first!.body)).toMatchObject({ previous: GENESIS_HASH });
    expect(JSON.parse(second!.body)).toMatchObject({ previous: first!.hash });
    expect(second!.hash).toBe(sha256(second!.body));
    expect(sha256('abc')).toMatch(
      /^ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad$/,
    );
  });

  it('is exported without position, revision and hashes, and with certainty only where it was sent', async () => {
    const [first, second] = (await stored()).map(({ body }) => interchangeLine(body));
    expect(first).toBe(
      '{"data":{"speaker":"Karoline Leavitt","summary":"one"},"id":"00000000-0000-4000-8000-000000000001","occurred":"2025-11-04","recordedAt":"2025-11-04T12:00:00.000Z","recordedBy":"desk","sources":[{"kind":"PRESS","published":"2025-11-04","publisher":"PTI"}],"stream":"negotiation/in-us-bta","type":"StatementMade"}',
    );
    expect(second).toMatch(/^\{"certainty":"REPORTED",/);
  });

  it('comes out of a restore byte for byte', async () => {
    const lines = (await stored()).map(({ body }) => interchangeLine(body));
    const log = await openLog('memory:');
    const events = lines.map((line) => {
      const parsed = parseEvent(JSON.parse(line));
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      return parsed.event;
    });
    await log.append({ events, restore: true, recordedBy: 'import' });
    for await (const page of log.records())
      expect(page.map(({ body }) => interchangeLine(body))).toEqual(lines);
  });
});
