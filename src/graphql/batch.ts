/** Asks for what many fields of a request need at once. */
import DataLoader from 'dataloader';
import type { Parley } from '../app/parley.js';
import type { Context } from './context.js';

/**
 * A lookup by key that is made once for all fields that ask at the same time. Nothing is kept: a
 * subscription has one context for as long as it lasts. `load` answers in the order of the keys.
 */
export function batched<Key, Value>(
  load: (parley: Parley, keys: readonly Key[]) => Promise<ArrayLike<Value | Error>>,
): (context: Context, key: Key) => Promise<Value> {
  const loaders = new WeakMap<Context, DataLoader<Key, Value>>();
  return (context, key) => {
    let loader = loaders.get(context);
    if (!loader) {
      loader = new DataLoader((keys: readonly Key[]) => load(context.parley, keys), {
        cache: false,
      });
      loaders.set(context, loader);
    }
    return loader.load(key);
  };
}
