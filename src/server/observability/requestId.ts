/** The ID of the request that is being answered, for whatever is called while it is. */
import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();

/** Undefined outside a request. */
export const currentRequestId = (): string | undefined => storage.getStore();

/** Calls `work` so that it, and what it awaits, sees the ID. */
export const withRequestId = <Result>(id: string, work: () => Result): Result =>
  storage.run(id, work);
