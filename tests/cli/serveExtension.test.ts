import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { desk, PATIENCE } from './running.js';

const EXAMPLE = fileURLToPath(
  new URL('../../examples/extension/parley.config.ts', import.meta.url),
);

const ask = async (url: string, query: string) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
};

describe('parley serve with extensions', PATIENCE, () => {
  it('serves what the example adds beside what there was', async () => {
    const { url, lines } = await desk().serve(
      '--log',
      'memory:',
      '--record',
      '--extension',
      EXAMPLE,
    );
    expect(lines).toContain(`Schema   extended by ${EXAMPLE}`);
    expect(
      await ask(
        url,
        `{
          tariffWatch(code: "IN") { measure { slug } }
          negotiation(slug: "in-us-bta", asOf: { at: "2025-04-30" }) { slug daysSinceLastRound }
        }`,
      ),
    ).toMatchObject({
      data: {
        tariffWatch: expect.arrayContaining([{ measure: { slug: 'us-232-metals' } }]),
        negotiation: { slug: 'in-us-bta', daysSinceLastRound: 5 },
      },
    });
    const sdl = await (await fetch(`${url}/schema.graphql`)).text();
    expect(sdl).toContain('daysSinceLastRound: Int');
  });

  it('takes parley.config.ts where none is named, and lets no reader write through it', async () => {
    const at = desk();
    await writeFile(
      at.path('parley.config.ts'),
      `type Yes = true;
       const touch = (): Yes => true;
       export default {
         typeDefs: 'extend type Mutation { touch: Boolean }',
         resolvers: { Mutation: { touch } },
       };`,
    );
    await at.parley('tokens', 'create', 'desk', '--tokens', 'tokens.json');
    const { url, lines } = await at.serve('--log', 'memory:', '--tokens', 'tokens.json');
    expect(lines).toContain('Schema   extended by parley.config.ts');
    expect(await ask(url, 'mutation { touch }')).toMatchObject({
      data: { touch: null },
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });

  it('does not start when one does not fit, and leaves no log behind', async () => {
    const at = desk();
    await writeFile(
      at.path('mine.ts'),
      `export default { typeDefs: 'extend type Negotiation { title: Int }' };`,
    );
    const { status, stderr } = await at.parley('serve', '--port', '0', '--extension', 'mine.ts');
    expect(stderr).toBe(
      'parley: The extension mine.ts does not fit the schema: Negotiation.title is defined already: choose another name.\n',
    );
    expect(status).toBe(1);
    expect(existsSync(at.path('parley.db'))).toBe(false);
  });
});
