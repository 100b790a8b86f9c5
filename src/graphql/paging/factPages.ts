/** Pages of facts in order of time, then of the log: a cursor holds both. */
import type { Fact } from '../../domain/streamState/knowledgeView.js';
import { badInput } from '../queryErrors.js';
import { listPage, type PageArgs } from './pages.js';

const CURSOR = /^(-?\d{1,17})\.(\d{1,15})$/;

/** A page of items that each tell of one fact, oldest or newest first. */
export function factPage<Item extends { readonly fact: Fact }>(
  items: readonly Item[],
  args: PageArgs,
  order: 'OLDEST_FIRST' | 'NEWEST_FIRST',
) {
  const direction = order === 'OLDEST_FIRST' ? 1 : -1;
  return listPage(
    items,
    args,
    ({ fact }) => `${fact.sortInstant}.${fact.event.position}`,
    ({ fact }, cursor) => {
      const [, instant, position] = CURSOR.exec(cursor) ?? [];
      if (instant === undefined)
        throw badInput(
          `${JSON.stringify(cursor)} is not a cursor of this list: take it from one of its pages.`,
        );
      const { sortInstant, event } = fact;
      return direction * (sortInstant - Number(instant) || event.position - Number(position));
    },
  );
}
