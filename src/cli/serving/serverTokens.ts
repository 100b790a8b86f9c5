/** The tokens of a server that is started from the command line. */
import { issuerUrl, type OidcConfig } from '../../server/auth/oidcConfig.js';
import { TokensFile } from '../../server/auth/tokensFile.js';
import type { Logger } from '../../server/observability/logging.js';
import { CliError } from '../exitCodes.js';
import type { ServeOptions } from './serveOptions.js';

/** Read before the log is opened. Throws `InvalidTokensFile` or {@link CliError}. */
export function tokensOf({ tokens: file }: ServeOptions): TokensFile | undefined {
  if (file === undefined) return undefined;
  const tokens = new TokensFile(file);
  if (tokens.current().length > 0) return tokens;
  throw new CliError(`${file} holds no tokens. Make one with "parley tokens create".`);
}

/** The provider of identities. Throws `BadIssuer` or {@link CliError}. */
export function oidcOf(options: ServeOptions): OidcConfig | undefined {
  const { oidcIssuer: issuer, oidcAudience: audience } = options;
  if (issuer === undefined && audience === undefined) return undefined;
  if (issuer === undefined || audience === undefined)
    throw new CliError('--oidc-issuer and --oidc-audience are given together, or neither.');
  issuerUrl(issuer);
  const { oidcNameClaim: name, oidcRolesClaim: roles, oidcStreamsClaim: streams } = options;
  return { issuer, audience, claims: { name, roles, streams } };
}

/** Reads the tokens again when their file changes, and on SIGHUP, which without a file does nothing. */
export function watchTokens(tokens: TokensFile | undefined, logger: Logger): void {
  tokens?.watch({
    reloaded: (count) => logger.info({ tokens: count }, 'tokens read again'),
    failed: (error) => logger.error({ err: error }, 'tokens cannot be read or written'),
  });
  process.on('SIGHUP', () => tokens?.reload());
}
