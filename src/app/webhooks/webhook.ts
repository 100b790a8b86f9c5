/** A webhook: where events are sent, which, and what its deliveries are signed with. */
import { z } from 'zod';
import { isEventType } from '../../../events/catalogue.js';
import { certainty, party, sourceKind, streamName, text } from '../../../events/envelope.js';
import { type Problem, pathText } from '../../../events/parse.js';
import type { DeliveryState, WebhookRecord } from '../../log/core/stores/webhookStore.js';
import type { EventFilter } from '../queries/events/eventFilter.js';

const MAX_URL = 2_000;
const MAX_ITEMS = 100;

const list = <Item extends z.ZodType>(item: Item) =>
  z.array(item).min(1, 'is empty: leave it out to match all').max(MAX_ITEMS).optional();

/** The keys of an event filter that do not depend on when it is read. */
const filter = z.strictObject({
  streams: list(streamName()),
  types: list(z.string().refine(isEventType, 'is not an event type')),
  certainty: list(certainty),
  party: party().optional(),
  sourceKinds: list(sourceKind),
  text: text(200).optional(),
});

/** Why an address cannot be one of a webhook; undefined when it can. */
function problemOfUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return 'is not a URL';
  const { protocol, username, password, hash } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return 'is not an https URL';
  if (username !== '' || password !== '')
    return 'names a user or a password: deliveries are signed, so leave them out';
  if (hash !== '') return 'has a fragment, which is never sent: leave it out';
  return undefined;
}

const url = z
  .string()
  .max(MAX_URL)
  .check((ctx) => {
    const message = problemOfUrl(ctx.value);
    if (message !== undefined) ctx.issues.push({ code: 'custom', message, input: ctx.value });
  });

/** Base64 of 24 to 64 bytes after `whsec_`, as Standard Webhooks has it. */
const secret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/, 'is not whsec_ and base64 of 24 to 64 bytes');

const registration = z.strictObject({ url, filter: filter.default({}), secret });

const body = registration.extend({ createdBy: z.string().optional() });

/** What is asked for when a webhook is added; the secret is generated when absent. */
export interface NewWebhook {
  readonly url: string;
  readonly filter?: EventFilter | undefined;
  readonly secret?: string | undefined;
  /** Events after this position are sent; those recorded from now on when absent. */
  readonly after?: number | undefined;
}

export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly filter: EventFilter;
  readonly secret: string;
  readonly createdBy: string | undefined;
  /** Epoch milliseconds. */
  readonly created: number;
  readonly delivery: DeliveryState;
}

/** A webhook was refused; nothing was written. */
export class WebhookRefused extends Error {
  readonly code = 'WEBHOOK_REFUSED';
  constructor(
    /** Every problem with its path. */
    readonly problems: readonly Problem[],
  ) {
    super(
      `The webhook was not added: ${problems.map(({ path, message }) => `${path} ${message}`).join('; ')}.`,
    );
    this.name = 'WebhookRefused';
  }
}

export class WebhookNotFound extends Error {
  readonly code = 'WEBHOOK_NOT_FOUND';
  constructor(readonly id: string) {
    super(`There is no webhook ${JSON.stringify(id)}. "parley webhook list" shows all.`);
    this.name = 'WebhookNotFound';
  }
}

/** The body that is stored. Throws {@link WebhookRefused} with every problem. */
export function webhookBody(
  { url: address, filter: wanted, secret: key }: NewWebhook,
  generated: string,
  createdBy: string | undefined,
): string {
  const parsed = registration.safeParse({ url: address, filter: wanted, secret: key ?? generated });
  if (parsed.success) return JSON.stringify({ ...parsed.data, createdBy });
  throw new WebhookRefused(
    parsed.error.issues.map(({ path, message }) => ({
      path: pathText(path),
      code: 'INVALID',
      message: message.replace(/\.$/, ''),
    })),
  );
}

export function webhookOf({ webhook, delivery }: WebhookRecord): Webhook {
  const {
    url: address,
    filter: wanted,
    secret: key,
    createdBy,
  } = body.parse(JSON.parse(webhook.body));
  const { id, created } = webhook;
  const eventFilter = wanted as EventFilter;
  return { id, url: address, filter: eventFilter, secret: key, createdBy, created, delivery };
}
