/**
 * Servers that `npm run bench -- http` measures against, each in a process of its own. Prints the port.
 *
 *   node servers.js bare FILE     answers everything with the status, headers and body in FILE
 *   node servers.js mercurius     answers `{ hello }` with mercurius and its JIT compiler
 */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';

const [kind, file] = process.argv.slice(2);

async function mercurius() {
  const { default: fastify } = await import('fastify');
  const { default: plugin } = await import('mercurius');
  const app = fastify();
  await app.register(plugin, {
    schema: 'type Query { hello: String }',
    resolvers: { Query: { hello: () => 'world' } },
    jit: 1,
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return app.server.address().port;
}

function bare() {
  const { status, headers, body } = JSON.parse(readFileSync(file, 'utf8'));
  const bytes = Buffer.from(body);
  const server = createServer((_request, response) => {
    response.writeHead(status, headers);
    response.end(status === 304 ? undefined : bytes);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server.address().port));
  });
}

console.log(await (kind === 'bare' ? bare() : mercurius()));
