/** What the server notes for whoever runs it: one line of JSON each, and never what people wrote. */
import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Passwords in URLs, and tokens of ours, wherever in a text they stand. */
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

/** Of an error only what tells what went wrong: an engine's errors carry rows and statements, too. */
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
 * A journal that writes to `destination`, stderr when absent. Lines to stderr are written a moment
 * later, and at the latest when the process ends.
 */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: serializeError },
      // A second guard: none of these is ever handed over.
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
