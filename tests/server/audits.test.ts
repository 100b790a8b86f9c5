/** GraphQL over HTTP, as graphql-http audits it: https://github.com/graphql/graphql-over-http. */
import { serverAudits } from 'graphql-http';
import { expect, it } from 'vitest';
import { sharedServer } from './testServer.js';

const server = sharedServer();

const names = serverAudits({ url: '' }).map(({ name }) => name);

it.each(names)('%s', async (name) => {
  const { url } = server();
  const audit = serverAudits({ url: `${url}/graphql` }).find((each) => each.name === name);
  const result = await audit!.fn();
  expect(result).toMatchObject({ status: 'ok' });
});
