import { beforeAll, describe, expect, it } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import { emptyRecord, query } from '../support/graphql.js';
import { indiaUsRecord } from '../support/record.js';

let parley: Parley;
beforeAll(async () => {
  parley = await indiaUsRecord();
});

describe('lists of negotiations and measures', () => {
  it('are in order of their slugs, with the slug as cursor', async () => {
    const { measures, after, last } = await query(
      parley,
      `{ measures(first: 2) { ...page }
         after: measures(first: 1, after: "us-recip") { ...page }
         last: measures(last: 1) { ...page } }
       fragment page on QueryMeasuresConnection {
         edges { cursor node { slug } } pageInfo { hasNextPage hasPreviousPage endCursor } }`,
    );
    expect(measures.edges.map(({ cursor }: { cursor: string }) => cursor)).toEqual(
      measures.edges.map(({ node }: { node: { slug: string } }) => node.slug),
    );
    expect(measures.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(after.edges[0].cursor).toBe('us-recip-baseline');
    expect(after.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('return only the items that match their filter', async () => {
    const slugs = async (filter: string) => {
      const { measures } = await query(
        parley,
        `{ measures(asOf: { at: "2025-09-01" }, filter: ${filter}) { edges { node { slug } } } }`,
      );
      return measures.edges.map(({ node }: { node: { slug: string } }) => node.slug);
    };
    expect(await slugs('{ imposedBy: "US", affects: "IN", status: IN_FORCE }')).toEqual([
      'us-232-metals',
      'us-recip-baseline',
      'us-recip-in',
      'us-russia-oil-in',
    ]);
    expect(await slugs('{ kind: PENALTY }')).toEqual(['us-russia-oil-in']);
    const { yes, no } = await query(
      parley,
      `{ yes: negotiations(filter: { party: "IN", phase: FRAMEWORK_AGREED }) { ...slugs }
         no: negotiations(filter: { party: "EU" }) { ...slugs } }
       fragment slugs on QueryNegotiationsConnection { edges { node { slug } } }`,
    );
    expect(yes.edges).toEqual([{ node: { slug: 'in-us-bta' } }]);
    expect(no.edges).toEqual([]);
  });

  it('are empty when the log is', async () => {
    const empty = await emptyRecord();
    expect(
      await query(
        empty,
        `{ log { headPosition headHash headRecordedAt checkpoint }
           negotiations { edges { cursor } } measures { edges { cursor } }
           events { edges { cursor } pageInfo { hasNextPage endCursor } } }`,
      ),
    ).toEqual({
      log: { headPosition: 0, headHash: null, headRecordedAt: null, checkpoint: null },
      negotiations: { edges: [] },
      measures: { edges: [] },
      events: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
    });
  });
});
