/** The product's results on measures and duties in the shape of the oracle's. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { knownAreas } from '../../../src/domain/area/knownAreas.js';
import { type DutyView, dutyView } from '../../../src/domain/duty/duty.js';
import { measureView } from '../../../src/domain/measure/measureView.js';
import {
  dutyRulesOf,
  type RelatedStreams,
} from '../../../src/domain/negotiation/negotiationView.js';
import { KnowledgeView } from '../../../src/domain/streamState/knowledgeView.js';
import {
  emptyStreamState,
  fold,
  type StreamState,
} from '../../../src/domain/streamState/streamState.js';
import { appearsIn, type Question } from '../oracle.js';
import type { DutyAsked } from './questions.js';
import { CLUB, MEASURES, RULEBOOK } from './universe.js';

/** The events in the history of a stream. */
export const history = (log: readonly AnyEvent[], stream: string): readonly AnyEvent[] =>
  log.filter((event) => appearsIn(event, log).includes(stream));

export const streamStateOf = (log: readonly AnyEvent[], stream: string): StreamState =>
  fold(emptyStreamState(stream), history(log, stream));

export const knowledgeOf = (
  log: readonly AnyEvent[],
  stream: string,
  { knownAt, publicAt }: Question,
) => new KnowledgeView(streamStateOf(log, stream), { knownAt, publicAt });

/** The streams behind the duties of the United States, as known at a question. */
export function relatedStreamsOf(log: readonly AnyEvent[], question: Question): RelatedStreams {
  const areaStreams = [knowledgeOf(log, CLUB, question)];
  return {
    measures: MEASURES.map((stream) => knowledgeOf(log, stream, question)),
    rulebook: (code) => (code === 'US' ? knowledgeOf(log, RULEBOOK, question) : undefined),
    areas: knownAreas(areaStreams),
    areaStreams,
  };
}

export function measureIn(knowledge: KnowledgeView, at: number) {
  const view = measureView(knowledge, at);
  return (
    view && {
      status: view.status,
      certainty: view.certainty,
      rate: view.rate,
      announcedRate: view.announcedRate,
      lawful: view.lawful,
      collected: view.collected,
      endedHow: view.endedHow,
      setBy: view.setBy.event.id,
    }
  );
}

/** Of those that give way, the oracle does not say by which event. */
const GIVES_WAY = ['REPLACED', 'EXCLUDED', 'PRECEDED', 'LOWER_ELSEWHERE', 'IN_LIEU_OF_MFN'];

const linesOf = ({ layers }: DutyView): readonly string[] =>
  layers.map(({ measure, slug, rate, applies, reason, setBy }) => {
    const by = measure === null || GIVES_WAY.includes(reason) ? '' : (setBy?.event.id ?? '');
    return `${applies ? '' : '-'}${slug} ${rate ?? '?'} ${reason} ${by}`;
  });

export const dutyViewOf = (
  related: RelatedStreams,
  question: Question,
  { from, on, goods, mfnRate }: DutyAsked,
): DutyView =>
  dutyView(dutyRulesOf(related, from, on), { imposedBy: from, on, goods, mfnRate }, question.at);

/** The range where the oracle tells one: not where the goods differ among themselves. */
const rangeIn = ({ range }: DutyView, expected: unknown) => (expected === 'OPEN' ? 'OPEN' : range);

/** @param range what the oracle says of it */
export function dutyIn(
  related: RelatedStreams,
  question: Question,
  asked: DutyAsked,
  range?: unknown,
) {
  const duty = dutyViewOf(related, question, asked);
  return {
    certainty: duty.certainty,
    range: rangeIn(duty, range),
    total: duty.total,
    amount: duty.amount?.amount ?? null,
    coverage: { status: duty.coverage.status, by: duty.coverage.setBy?.event.id ?? null },
    lines: linesOf(duty),
    pending: duty.pending.map(({ at, total }) => [at, total] as const),
  };
}
