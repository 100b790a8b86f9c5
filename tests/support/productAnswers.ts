/** The product's results on negotiations in the shape of the oracle's. */
import type { KnowledgeView } from '../../src/domain/streamState/knowledgeView.js';
import { trackActivityOf } from '../../src/domain/negotiation/activity.js';
import {
  NegotiationView,
  type RelatedStreams,
} from '../../src/domain/negotiation/negotiationView.js';
import { TRACKS } from './universe.js';

const ids = (facts: readonly ({ event: { id: string } } | null)[]) =>
  facts.map((fact) => fact?.event.id ?? null);

export function negotiationIn(knowledge: KnowledgeView, at: number, related: RelatedStreams) {
  const view = new NegotiationView(knowledge, at, related);
  const now = view.activity;
  const { counted, reported, disputed, byTrack } = view.roundsCompleted;
  const none = { counted: 0, reported: null, disputed: false };
  return {
    zone: knowledge.zone,
    title: view.title,
    parties: view.parties.map(({ code }) => code),
    agreements: view.agreements.map((agreement) => ({
      slug: agreement.slug,
      status: agreement.status,
      since: agreement.since,
      certainty: agreement.certainty,
      inForceFrom: agreement.inForceFrom,
      provisional: agreement.provisional,
      byParty: agreement.byParty.map(({ party: { code }, ratification, bound, from, until }) => ({
        ...{ code, ratification, bound, from, until },
      })),
      spans: agreement.spans.map(({ status, mode, parties, exceptParts, from, until }) => ({
        ...{
          status,
          mode,
          parties: parties.toSorted(),
          except: exceptParts.toSorted(),
          from,
          until,
        },
      })),
    })),
    phases: view.phases.map((span) => ({ ...span, setBy: span.setBy.event.id })),
    activity: now && { ...now, setBy: now.setBy.event.id },
    pauses: view.pauses.map(({ setBy, endedBy }) => ids([setBy, endedBy])),
    tracks: [...new Set(view.tracks.map(({ data }) => data.track))].map((track) => {
      const state = trackActivityOf(knowledge, track, at);
      return { track, state: state && { ...state, setBy: state.setBy.event.id } };
    }),
    rounds: {
      ...{ counted, reported, disputed },
      byTrack: TRACKS.map((name) => {
        const count = byTrack.find(({ track }) => track === name) ?? none;
        return {
          ...{ counted: count.counted, reported: count.reported, disputed: count.disputed },
        };
      }),
    },
    roundList: view.rounds.map(({ track, number, part, dates, status, reports, setBy }) => ({
      ...{ track, number, part, dates, status, reports: ids(reports), setBy: setBy.event.id },
    })),
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
