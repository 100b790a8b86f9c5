/** A witness behind HTTP: `POST /add-checkpoint`, and at `/` the key that logs are to name. */
import { fastify, type FastifyInstance } from 'fastify';
import { verifierKeyText } from '../../proof/signedNote.js';
import type { Witness } from './witness.js';

/** A checkpoint with 63 hashes and some signatures is far shorter. */
const MAX_BODY = 64 * 1024;
const TIMEOUT_MS = 10_000;

/** Ready to listen. A request that is too long or too slow is refused. */
export function createWitnessServer(witness: Witness): FastifyInstance {
  const app = fastify({
    bodyLimit: MAX_BODY,
    requestTimeout: TIMEOUT_MS,
    connectionTimeout: TIMEOUT_MS,
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.post('/add-checkpoint', (request, reply) => {
    const { body: text } = request;
    const { status, body, type } = witness.addCheckpoint(typeof text === 'string' ? text : '');
    return reply.code(status).header('content-type', type).send(body);
  });
  app.get('/', (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(`${verifierKeyText(witness.key)}\n`),
  );
  app.setNotFoundHandler((_request, reply) =>
    reply
      .code(404)
      .type('text/plain; charset=utf-8')
      .send('POST a checkpoint to /add-checkpoint: see https://c2sp.org/tlog-witness.\n'),
  );
  return app;
}
