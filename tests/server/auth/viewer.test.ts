/** What the server says that the caller may do. */
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../src/server/auth/roles.js';
import { createToken } from '../../../src/server/auth/tokens.js';
import { sharedServer } from '../testServer.js';

const holders = Object.fromEntries(ROLES.map((role) => [role, createToken(role, role)]));
const tokens = Object.values(holders).map(({ token }) => token);
const server = sharedServer(() => ({ tokens }));

describe('a viewer', () => {
  it.each([
    [undefined, null, false, false],
    ['reader', 'reader', false, false],
    ['proposer', 'proposer', false, true],
    ['analyst', 'analyst', true, true],
    ['admin', 'admin', true, true],
  ] as const)('is told what they may do: %s', async (role, name, mayWrite, mayPropose) => {
    const headers = role && { authorization: `Bearer ${holders[role]!.secret}` };
    const query = '{ viewer { name mayWrite mayPropose } }';
    const response = await server().post({ query }, headers);
    const { data } = (await response.json()) as { data: unknown };
    expect(data).toEqual({ viewer: { name, mayWrite, mayPropose } });
  });
});
