/** Whether what a page is about is on record: a page about nothing is answered 404. */
import type { FastifyRequest } from 'fastify';
import { areaName, isActor, isArea } from '../../../events/codes/areas.js';
import type { Parley } from '../../app/parley.js';

interface PageParams {
  readonly negotiation?: string;
  readonly event?: string;
  readonly measure?: string;
  readonly party?: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

async function hasEvents(parley: Parley, stream: string): Promise<boolean> {
  for await (const [event] of parley.read({ streams: [stream] }, 1)) return event !== undefined;
  return false;
}

/** A country or a shipped group is known to everyone; others only where the record names them. */
async function isKnownParty(parley: Parley, code: string): Promise<boolean> {
  if (!isArea(code) && !isActor(code)) return false;
  if (areaName(code) !== code || (await hasEvents(parley, `area/${code}`))) return true;
  const page = { size: 1, fromEnd: false, after: undefined, before: undefined };
  const { items } = await parley.negotiationList({}, { party: code }).page(page);
  return items.length > 0;
}

/**
 * The status of the page: 200, or 404 where the record has nothing by that name, at any date. The page
 * is the same: that of a negotiation says what to enter. A few lookups.
 */
export async function pageStatus(parley: Parley, { params }: FastifyRequest): Promise<200 | 404> {
  const { negotiation, event, measure, party } = params as PageParams;
  const isFound =
    (negotiation === undefined ||
      (SLUG.test(negotiation) && (await hasEvents(parley, `negotiation/${negotiation}`)))) &&
    (event === undefined ||
      (UUID.test(event) && (await parley.event(event.toLowerCase())) !== undefined)) &&
    (measure === undefined ||
      (SLUG.test(measure) && (await hasEvents(parley, `measure/${measure}`)))) &&
    (party === undefined || (await isKnownParty(parley, party)));
  return isFound ? 200 : 404;
}
