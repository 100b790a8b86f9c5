/** Roles, and what the bearer of each may do. */
import type { Principal } from '../../graphql/context.js';

/**
 * A reader reads, proposals included. A proposer also proposes. An analyst also records, decides on
 * proposals, and corrects and retracts what they recorded themselves; an admin, what anybody did.
 * `writer` is what an admin was called before.
 */
export const ROLES = ['reader', 'proposer', 'analyst', 'admin', 'writer'] as const;
export type Role = (typeof ROLES)[number];

const RIGHTS: Readonly<Record<Role, Pick<Principal, 'mayWrite' | 'mayPropose' | 'amendsOthers'>>> =
  {
    reader: { mayWrite: false },
    proposer: { mayWrite: false, mayPropose: true },
    analyst: { mayWrite: true, amendsOthers: false },
    admin: { mayWrite: true, amendsOthers: true },
    writer: { mayWrite: true, amendsOthers: true },
  };

/** The caller with a role, limited to some streams where these are given. */
export const principalOf = (
  name: string,
  role: Role,
  streams: readonly string[] | undefined,
): Principal => ({ name, ...RIGHTS[role], ...(streams && { streams }) });

/** One who sends no token: whoever reaches the server reads. */
export const ANONYMOUS: Principal = { mayWrite: false };
