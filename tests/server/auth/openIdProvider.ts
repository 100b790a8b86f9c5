/** An OpenID provider in this process, on a port of its own of 127.0.0.1. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type GenerateKeyPairResult, SignJWT } from 'jose';

export const AUDIENCE = 'parley';

export interface Key extends GenerateKeyPairResult {
  readonly kid: string;
  readonly alg: string;
}

export async function newKey(alg = 'ES256'): Promise<Key> {
  return { ...(await generateKeyPair(alg, { extractable: true })), kid: randomUUID(), alg };
}

/** A provider with some keys, on a port of its own. */
export class Provider {
  keys: Key[] = [];
  isUp = true;
  /** What its configuration says of itself. */
  claimedIssuer: string | undefined;
  keyRequests = 0;
  readonly #server: Server = createServer((request, response) => {
    void this.#answer(request.url ?? '').then((body) => {
      response.writeHead(body && this.isUp ? 200 : 500, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body ?? {}));
    });
  });

  async start(): Promise<void> {
    this.keys = [await newKey()];
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get config() {
    return { issuer: this.issuer, audience: AUDIENCE };
  }

  async #answer(path: string): Promise<object | undefined> {
    if (path === '/.well-known/openid-configuration')
      return { issuer: this.claimedIssuer ?? this.issuer, jwks_uri: `${this.issuer}/keys` };
    if (path !== '/keys') return undefined;
    this.keyRequests += 1;
    const keys = this.keys.map(async ({ publicKey, kid, alg }) => ({
      ...(await exportJWK(publicKey)),
      ...{ kid, alg },
    }));
    return { keys: await Promise.all(keys) };
  }

  /** A token of the desk, good for five minutes, unless other claims are given. */
  async sign(claims: object = {}, key: Key = this.keys[0]!, now = Date.now()): Promise<string> {
    const iat = Math.floor(now / 1000);
    const all = { iss: this.issuer, aud: AUDIENCE, sub: 'desk', iat, exp: iat + 300, ...claims };
    return new SignJWT(all).setProtectedHeader({ alg: key.alg, kid: key.kid }).sign(key.privateKey);
  }
}
