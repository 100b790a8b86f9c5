import { beforeAll, describe, expect, it } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import { emptyRecord, query, respond } from '../support/graphql.js';
import { indiaUsRecord } from '../support/record.js';

const PAGE = `
  query Page($first: Int, $after: String, $last: Int, $before: String, $order: EventOrder, $filter: EventFilter) {
    events(first: $first, after: $after, last: $last, before: $before, order: $order, filter: $filter) {
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { position cursor type } }
    }
  }`;

interface Answer {
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string;
    endCursor: string;
  };
  positions: number[];
}

async function page(parley: Parley, args: Record<string, unknown>): Promise<Answer> {
  const { events } = await query(parley, PAGE, args);
  return {
    pageInfo: events.pageInfo,
    positions: events.edges.map(({ node }: { node: { position: number } }) => node.position),
  };
}

const statement = (text: string) => ({
  stream: 'negotiation/in-us-bta',
  type: 'StatementMade',
  occurred: '2026-11-01',
  certainty: 'INFERRED',
  data: { speaker: 'A', summary: text },
});

describe('pages of events', () => {
  let parley: Parley;
  beforeAll(async () => {
    parley = await emptyRecord();
    await parley.append(Array.from({ length: 10 }, (_, i) => statement(`${i}`)));
  });

  it.each([
    [{}, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], false, false],
    [{ first: 3 }, [1, 2, 3], true, false],
    [{ first: 3, after: '3' }, [4, 5, 6], true, true],
    [{ first: 3, after: '7' }, [8, 9, 10], false, true],
    [{ first: 3, after: '10' }, [], false, true],
    [{ last: 3 }, [8, 9, 10], false, true],
    [{ last: 3, before: '8' }, [5, 6, 7], true, true],
    [{ last: 3, before: '3' }, [1, 2], true, false],
    [{ first: 2, after: '2', before: '6' }, [3, 4], true, true],
    [{ first: 9, after: '2', before: '6' }, [3, 4, 5], true, true],
    [{ first: 0 }, [], true, false],
    [{ order: 'POSITION_DESC', first: 3 }, [10, 9, 8], true, false],
    [{ order: 'POSITION_DESC', first: 3, after: '8' }, [7, 6, 5], true, true],
    [{ order: 'POSITION_DESC', first: 9, after: '3' }, [2, 1], false, true],
    [{ order: 'POSITION_DESC', last: 3 }, [3, 2, 1], false, true],
    [{ order: 'POSITION_DESC', last: 3, before: '3' }, [6, 5, 4], true, true],
  ] as [object, number[], boolean, boolean][])(
    '%j return %j; hasNextPage: %s, hasPreviousPage: %s',
    async (args, positions, hasNextPage, hasPreviousPage) => {
      const answer = await page(parley, { ...args });
      expect(answer.positions).toEqual(positions);
      expect(answer.pageInfo).toMatchObject({ hasNextPage, hasPreviousPage });
      expect(answer.pageInfo.startCursor).toBe(
        positions[0] === undefined ? null : `${positions[0]}`,
      );
    },
  );

  it.each([
    [{ first: 1, last: 1 }, /first or last, not both/],
    [{ first: 1001 }, /first is 1001: ask for 0 to 1000/],
    [{ last: -1 }, /last is -1/],
    [{ after: 'abc' }, /after "abc" is not the cursor of an event/],
    [{ filter: { types: ['RoundHold'] } }, /"RoundHold" is not an event type/],
  ])('refuses %j and says why', async (args, message) => {
    const { errors } = await respond(parley, PAGE, args);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('are empty for a filter with an empty list', async () => {
    for (const filter of [{ types: [] }, { streams: [] }, { certainty: [] }])
      expect((await page(parley, { filter })).positions).toEqual([]);
  });

  it('neither skip nor repeat events during concurrent appends, in either direction', async () => {
    const growing = await emptyRecord();
    await growing.append(Array.from({ length: 6 }, (_, i) => statement(`${i}`)));
    for (const order of ['POSITION_ASC', 'POSITION_DESC']) {
      const { position: head } = await growing.head();
      const seen: number[] = [];
      let after: string | undefined;
      for (let more = true; more && seen.length < 50;) {
        const { positions, pageInfo } = await page(growing, { first: 2, after, order });
        seen.push(...positions);
        after = pageInfo.endCursor;
        more = pageInfo.hasNextPage;
        if (seen.length < 5) await growing.append([statement(`more ${order} ${seen.length}`)]);
      }
      const { position: last } = await growing.head();
      const upTo = (to: number) => Array.from({ length: to }, (_, i) => i + 1);
      // Upwards the newcomers are met; downwards they lie behind.
      expect(seen).toEqual(order === 'POSITION_ASC' ? upTo(last) : upTo(head).reverse());
    }
  });
});

describe('events of the record', () => {
  let parley: Parley;
  beforeAll(async () => {
    parley = await indiaUsRecord();
  });

  it('are filtered by stream, type and certainty', async () => {
    const types = async (filter: object) => {
      const { events } = await query(parley, PAGE, { filter, first: 1000 });
      return events.edges.map(({ node }: { node: { type: string } }) => node.type);
    };
    expect(new Set(await types({ types: ['RoundHeld'] }))).toEqual(new Set(['RoundHeld']));
    expect(await types({ streams: ['measure/us-s122'] })).toContain('MeasureAdopted');
    expect((await types({ certainty: ['DISPUTED'] })).length).toBeLessThan(20);
    const { negotiation } = await query(
      parley,
      `{ negotiation(slug: "in-us-bta") {
           events(filter: { types: ["RoundHeld"] }, last: 1) { edges { node { type } } } } }`,
    );
    expect(negotiation.events.edges).toEqual([{ node: { type: 'RoundHeld' } }]);
  });

  it('list their annotations', async () => {
    const record = await emptyRecord();
    const [first] = (await record.append([statement('one')])).events;
    const id = first!.id;
    const about = {
      stream: 'negotiation/in-us-bta',
      occurred: '2026-11-02',
      certainty: 'INFERRED',
    };
    await record.append([
      { ...about, type: 'SourceAdded', data: { event: id, sources: [{ kind: 'PRESS' }] } },
      { ...about, type: 'EventCorrected', data: { event: id, reason: 'x', occurred: '2026-10' } },
      { ...about, type: 'EventRetracted', data: { event: id, reason: 'never happened' } },
    ]);
    const { events } = await query(
      record,
      `{ events { edges { node {
           summary retracted corrections { __typename corrections { id } }
           ... on SourceAdded { dataSources { kind } sources { kind } }
           ... on EventCorrected { event reason dataOccurred occurred } } } } }`,
    );
    const [told, added, corrected] = events.edges.map(({ node }: { node: object }) => node);
    expect(told).toMatchObject({
      summary: 'one',
      retracted: true,
      corrections: [
        { __typename: 'SourceAdded', corrections: [] },
        { __typename: 'EventCorrected', corrections: [] },
        { __typename: 'EventRetracted', corrections: [] },
      ],
    });
    expect(added).toMatchObject({
      retracted: false,
      dataSources: [{ kind: 'PRESS' }],
      sources: [],
    });
    expect(corrected).toMatchObject({ event: id, dataOccurred: '2026-10', occurred: '2026-11-02' });
  });
});
