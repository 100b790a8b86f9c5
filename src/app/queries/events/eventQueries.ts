/** Lists of events, and the annotations of events. */
import type { AnyEvent } from '../../../../events/catalogue.js';
import { targetEventId } from '../../../../events/links.js';
import { foldText, trigramsToFind } from '../../../../events/searchText.js';
import { isRetracted } from '../../../domain/rules/decide.js';
import type { EventLog } from '../../../log/core/eventLog.js';
import { annotationChain } from '../../readModel/annotationChain.js';
import type { StreamStateCache } from '../../readModel/streamStateCache.js';
import { type AsOfResult, cutoffIn } from '../asOf.js';
import { type EventFilter, planFilter } from './eventFilter.js';
import { EventList } from './eventList.js';
import { historySource, logSource, textSource } from './eventSource.js';
import { FilterContext } from '../filterContext.js';

/** The annotations of an event, as known now. */
export interface EventAnnotations {
  /** Corrections, retractions and added sources, in log order. */
  readonly events: readonly AnyEvent[];
  /** Whether the event is retracted, by a retraction that is not itself retracted. */
  readonly retracted: boolean;
}

/** The events of the log that match a filter; see `Parley.eventList`. */
export async function listEvents(
  log: EventLog,
  streamStates: StreamStateCache,
  filter: EventFilter,
): Promise<EventList> {
  const head = await log.head();
  const context = new FilterContext(log, streamStates, head.position);
  const trigrams = trigramsToFind([foldText(filter.text ?? '')]);
  const isIndexed = trigrams.length > 0;
  const plan = await planFilter(filter, context, { inHistory: isIndexed });
  const source = isIndexed
    ? textSource(log, streamStates.index, head, trigrams)
    : logSource(log, head);
  return new EventList(source, plan, context);
}

/** The events of a stream that count in a view and match a filter; see `Parley.history`. */
export async function listHistory(
  log: EventLog,
  streamStates: StreamStateCache,
  stream: string,
  result: Pick<AsOfResult<unknown>, 'view' | 'asOf'>,
  filter: EventFilter,
): Promise<EventList> {
  const { position } = result.view;
  const context = new FilterContext(log, streamStates, position, cutoffIn(result));
  const plan = await planFilter(filter, context, { inHistory: true });
  return new EventList(historySource(log, streamStates, stream, result), plan, context);
}

/** The annotations of these events, in the order asked for. One query per level of annotation. */
export async function annotationsOf(
  log: EventLog,
  ids: readonly string[],
): Promise<readonly EventAnnotations[]> {
  // The chain repeats an annotation that concerns several of `ids`.
  const listed = await annotationChain(log, ids);
  const chain = [...new Map(listed.map((event) => [event.id, event])).values()];
  if (chain.length === 0) return ids.map(() => ({ events: [], retracted: false }));
  return ids.map((id) => ({
    events: chain.filter((event) => targetEventId(event) === id),
    retracted: isRetracted(id, chain),
  }));
}
