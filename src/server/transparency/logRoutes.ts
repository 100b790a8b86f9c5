/** The signed head of the log, its tiles and proofs, as https://c2sp.org/tlog-tiles lays them out. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Parley } from '../../app/parley.js';
import { NotInTree } from '../../app/transparency/errors.js';
import { recordProofText } from '../../proof/recordProof.js';
import { parseTilePath } from '../../proof/tiles.js';
import { HttpError } from '../http/httpError.js';
import { readOnlyRoute } from '../http/readOnlyRoute.js';

const TEXT = 'text/plain; charset=utf-8';
const IMMUTABLE = 'public, max-age=31536000, immutable';

const notSigned = () =>
  new HttpError(
    404,
    'NOT_SIGNED',
    'No head of this log was ever signed. Start a server with --log-key FILE to sign it.',
  );
const noTile = () =>
  new HttpError(
    404,
    'NO_TILE',
    'There is no such tile: see https://c2sp.org/tlog-tiles for paths, and /log/checkpoint for the size.',
  );

const send = (reply: FastifyReply, type: string, caching: string, body: string | Buffer) =>
  reply.headers({ 'content-type': type, 'cache-control': caching }).send(body);

export function logRoutes(app: FastifyInstance, { proofs }: Parley): void {
  readOnlyRoute(app, '/checkpoint', async (_request, reply) => {
    const head = await proofs.head();
    if (!head) throw notSigned();
    return send(reply, TEXT, 'no-cache', head.note);
  });
  readOnlyRoute(
    app,
    '/tile/*',
    async (request, reply) => {
      const { '*': path = '' } = request.params as { '*'?: string };
      const tile = parseTilePath(path);
      const bytes = tile && (await proofs.tile(tile));
      if (!bytes) throw noTile();
      return send(reply, 'application/octet-stream', IMMUTABLE, bytes);
    },
    { route: '/log/tile' },
  );
  readOnlyRoute(app, '/proof/:position', async (request, reply) => {
    const { position } = request.params as { position: string };
    if (!/^[1-9]\d{0,14}$/u.test(position))
      throw new HttpError(400, 'BAD_REQUEST', 'Write the position of a record: a number from 1.');
    const proof = await proofs.recordProof(Number(position)).catch((error: unknown) => {
      if (error instanceof NotInTree) throw new HttpError(404, error.code, error.message);
      throw error;
    });
    if (!proof) throw notSigned();
    return send(reply, TEXT, 'no-cache', recordProofText(proof));
  });
}
