/** The source of a subscription: read with backpressure, and ended with an error that names the cursor. */
import { Repeater } from '@repeaterjs/repeater';
import { GraphQLError } from 'graphql';
import { SlowConsumer, ServerStopping } from '../../app/errors.js';

/** The last thing in a stream that ends before its listener does: an ordinary result with an error. */
export class SubscriptionEnd {
  constructor(readonly reason: unknown) {}
}

/**
 * A source that requests the next item when the one before has been consumed. When the subscriber
 * leaves, the signal is aborted, which ends the wait for the next item.
 */
export function subscriptionSource<Item>(
  source: (signal: AbortSignal) => AsyncGenerator<Item, void, undefined>,
): Repeater<Item | SubscriptionEnd> {
  return new Repeater<Item | SubscriptionEnd>(async (push, stop) => {
    const controller = new AbortController();
    void stop.then(() => controller.abort());
    try {
      for await (const item of source(controller.signal)) await push(item);
    } catch (error) {
      if (!controller.signal.aborted) await push(new SubscriptionEnd(error));
    } finally {
      stop();
    }
  });
}

/** The item; throws why the stream ended, where that is what came. */
export function unwrapItem<Item extends object>(item: Item | SubscriptionEnd): Item {
  if (!(item instanceof SubscriptionEnd)) return item;
  const { reason } = item;
  if (reason instanceof SlowConsumer || reason instanceof ServerStopping)
    throw new GraphQLError(reason.message, {
      extensions: { code: reason.code, after: String(reason.position) },
    });
  throw reason;
}
