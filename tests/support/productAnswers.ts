/** The product's results in the shape of the oracle's. */
import type { KnowledgeView } from '../../src/domain/streamState/knowledgeView.js';
import { measureView } from '../../src/domain/measure/measureView.js';
import {
  NegotiationView,
  type RelatedStreams,
} from '../../src/domain/negotiation/negotiationView.js';

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

const ids = (facts: readonly ({ event: { id: string } } | null)[]) =>
  facts.map((fact) => fact?.event.id ?? null);

export function negotiationIn(knowledge: KnowledgeView, at: number, related: RelatedStreams) {
  const view = new NegotiationView(knowledge, at, related);
  const now = view.activity;
  const { counted, reported, disputed } = view.roundsCompleted;
  return {
    zone: knowledge.zone,
    title: view.title,
    parties: view.parties.map(({ code }) => code),
    agreements: view.agreements.map(({ slug, status, since, byParty }) => ({
      slug,
      status,
      since,
      byParty: byParty.map(({ party: { code }, ratification, bound }) => ({
        code,
        ratification,
        bound,
      })),
    })),
    phases: view.phases.map((span) => ({ ...span, setBy: span.setBy.event.id })),
    activity: now && { ...now, setBy: now.setBy.event.id },
    pauses: view.pauses.map(({ setBy, endedBy }) => ids([setBy, endedBy])),
    rounds: { counted, reported, disputed },
    targets: view.targets.map((target) => ({
      slug: target.slug,
      due: target.due,
      status: target.status,
      slips: target.slips,
      history: target.history.map(({ due }) => due),
      readings: target.readings.map(({ status }) => status),
      setBy: target.setBy.event.id,
    })),
  };
}
