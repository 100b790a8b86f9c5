/** The tokens of a server that is started from the command line. */
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

/** Reads the tokens again when their file changes, and on SIGHUP, which without a file does nothing. */
export function watchTokens(tokens: TokensFile | undefined, logger: Logger): void {
  tokens?.watch({
    reloaded: (count) => logger.info({ tokens: count }, 'tokens read again'),
    failed: (error) => logger.error({ err: error }, 'tokens cannot be read or written'),
  });
  process.on('SIGHUP', () => tokens?.reload());
}
