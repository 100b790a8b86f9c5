import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ended, ROOT, run, temporary } from './running.js';

const RELEASED = `
  type Query { talks(first: Int): [Talks!]! }
  type Talks { title: String! phase: Phase! place: String }
  enum Phase { PROPOSED NEGOTIATING }
`;

/** Compares a schema with the one released; undefined where there was no release. */
async function compared(released: string | undefined, current: string): Promise<Ended> {
  const directory = await temporary();
  const [was, is] = [path.join(directory, 'was.graphql'), path.join(directory, 'is.graphql')];
  if (released !== undefined) await writeFile(was, released);
  await writeFile(is, current);
  return run(directory, path.join(ROOT, 'scripts/breaking.mjs'), was, is);
}

describe('a schema compared with the one last released', () => {
  it('may add types, fields and optional arguments', async () => {
    const { status, said } = await compared(
      RELEASED,
      `${RELEASED.replace('first: Int', 'first: Int, after: String')} extend type Talks { since: String }`,
    );
    expect(said).toContain('Nothing that the last release answers is broken');
    expect(status).toBe(0);
  });

  it('may not take a field or a value away, or ask for more: each is named', async () => {
    const { status, said } = await compared(
      RELEASED,
      `
        type Query { talks(first: Int!): [Talks!]! }
        type Talks { title: String phase: Phase! }
        enum Phase { NEGOTIATING }
      `,
    );
    expect(status).toBe(1);
    const broken = said.split('\n').filter((line) => line.startsWith('BREAKING'));
    expect(broken.map((line) => line.slice('BREAKING '.length, line.indexOf(':'))).sort()).toEqual([
      'Phase.PROPOSED',
      'Query.talks.first',
      'Talks.place',
      'Talks.title',
    ]);
  });

  it('breaks nothing before the first release', async () => {
    const { status, said } = await compared(undefined, RELEASED);
    expect(said).toContain('No release has been made yet');
    expect(status).toBe(0);
  });
});
