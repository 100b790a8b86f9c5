/** How clients wait, and after which errors they ask again. */
import { ConnectionLost } from '../system/process.js';
import type { SimulatedServer } from '../system/server.js';

/** After these the same may be asked again, here or elsewhere. */
const RESUMABLE = ['LOG_UNAVAILABLE', 'SERVER_STOPPING', 'SLOW_CONSUMER', 'POSITION_NOT_REACHED'];

export const isUnavailable = (error: unknown): boolean =>
  error instanceof ConnectionLost ||
  RESUMABLE.includes(String((error as { code?: unknown } | undefined)?.code));

export const pause = ([server]: readonly SimulatedServer[], ms: number): Promise<void> =>
  server!.database.scheduler.sleep(ms);
