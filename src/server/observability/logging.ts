/** The server's structured log: one JSON object per line, without tokens, variables or record contents. */
import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Replaces passwords in URLs, Parley tokens and bearer tokens with `***`. */
const scrub = (text: string): string =>
  text
    .replace(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s@]*@/gi, '$1:***@')
    .replace(/\bparley_[\w-]{20,}/g, 'parley_***')
    .replace(/\bBearer +[^\s"']+/gi, 'Bearer ***');

interface SerializedError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: SerializedError | undefined;
}

/** Type, code, message, stack and cause only: errors of a database also carry rows and statements. */
function serializeError(error: unknown): SerializedError {
  if (!(error instanceof Error)) return { type: typeof error, message: scrub(String(error)) };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: scrub(error.message),
    ...(typeof code === 'string' && { code }),
    ...(error.stack !== undefined && { stack: scrub(error.stack) }),
    ...(error.cause !== undefined && { cause: serializeError(error.cause) }),
  };
}

/**
 * A logger that writes to `destination`, stderr when absent. Lines to stderr are buffered and
 * flushed when the process exits, at the latest.
 */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: serializeError },
      // A second safeguard: no caller logs any of these.
      redact: ['authorization', '*.authorization', 'variables', '*.variables', 'query', '*.query'],
    },
    destination ?? toStderr(),
  );
}

function toStderr(): DestinationStream {
  const stderr = pino.destination({ fd: 2, sync: false });
  process.once('exit', () => stderr.flushSync());
  return stderr;
}
