/** The types in which `Parley` is asked and answers, defined where they are used. */
import type { TailOptions } from '../log/core/logTail.js';
import type { Observer } from './observer.js';

export type { AppendRequest, AppendResult } from './commands/appendEvents.js';
export type { EntryRequest, EventEntry } from './commands/entryDefaults.js';
export type { Observer } from './observer.js';
export type { AsOf, AsOfResult, View } from './queries/asOf.js';
export type { ChangedEvent, ChangedEvents, ChangesOf } from './queries/events/changedEvents.js';
export type { DutyResult } from './queries/dutyQueries.js';
export type { CurrentFact, SummarizedEvent } from './queries/events/eventDescriptions.js';
export type { EventFilter } from './queries/events/eventFilter.js';
export type { EventList, OccurrenceKey, PositionRange } from './queries/events/eventList.js';
export type { EventAnnotations } from './queries/events/eventQueries.js';
export type { TimeRange } from './queries/timeRange.js';
export type { MeasureFilter } from './queries/measureQueries.js';
export type { Diff, NegotiationFilter } from './queries/negotiationQueries.js';
export type { SearchHit, SearchResult } from './queries/events/search.js';
export type { Answered, Steadiness } from './queries/steadyResult.js';
export type { SlugRange, ViewList, ViewPage } from './queries/viewList.js';
export type { Assumptions } from './queries/whatIf.js';
export type { CacheUse } from './readModel/sizes.js';
export type { UsedStreams } from './readModel/usedStreams.js';
export type { NegotiationUpdate } from './subscriptions/negotiationSubscription.js';
export type { TailState } from './subscriptions/subscriptions.js';
export type { NewWebhook, Webhook } from './webhooks/webhook.js';
export type { Selection } from '../log/core/eventLog.js';

export interface ParleyOptions {
  /** The reader's clock in epoch milliseconds: what "now" means. `Date.now` when absent. */
  readonly now?: () => number;
  /** Told of appends and folds, for metrics. */
  readonly observer?: Observer;
  /** For folded streams and views of them, in bytes, estimated; 128 MB when absent. */
  readonly cacheBytes?: number | undefined;
  /** How the log is tailed for subscribers. */
  readonly tail?: TailOptions | undefined;
}
