/** GraphQL over HTTP, as graphql-http audits it: https://github.com/graphql/graphql-over-http. */
import { serverAudits } from 'graphql-http';
import { expect, it } from 'vitest';
import { serving } from './serving.js';

const names = serverAudits({ url: '' }).map(({ name }) => name);

it.each(names)('%s', async (name) => {
  const { url } = await serving();
  const audit = serverAudits({ url: `${url}/graphql` }).find((known) => known.name === name);
  const result = await audit!.fn();
  expect(result).toMatchObject({ status: 'ok' });
});
