/** Questions to the shipped record about the article that started it, as a dashboard would ask. */
import { ask } from './asking.js';

interface Source {
  readonly kind: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly quote: string | null;
  readonly via: string | null;
}

export interface Statement {
  readonly speaker: string;
  readonly role: string | null;
  readonly onBehalfOf: string | null;
  readonly venue: string | null;
  readonly summary: string;
  readonly quote: string | null;
  readonly occurred: string;
  readonly setBy: { readonly also: string[]; readonly sources: Source[] };
}

export interface Picture {
  readonly phase: { value: string; since: string; certainty: string };
  readonly activity: { value: string; scope: string | null; certainty: string; since: string };
  readonly pauses: { from: string; to: string | null; scope: string }[];
  readonly roundsCompleted: {
    reported: number | null;
    counted: number;
    reports: { count: number; scope: string | null; setBy: { occurred: string } }[];
  };
  readonly rounds: { number: number | null; status: string }[];
  readonly meetings: {
    level: string;
    kind: string | null;
    dates: string;
    setBy: { sources: Source[] };
  }[];
  readonly targets: {
    slug: string;
    due: string;
    readings: { due: string; by: string }[];
    setBy: { sources: Source[] };
  }[];
  readonly parties: { code: string; name: string }[];
  readonly statements: { edges: { node: Statement }[] };
  readonly events: {
    edges: { node: { type: string; occurred: string; data: Record<string, unknown> } }[];
  };
}

const SOURCES = 'sources { kind publisher published quote via }';

export async function picture(asOf = '{ at: "2025-11-05" }'): Promise<Picture> {
  const { negotiation } = await ask<{ negotiation: Picture }>(`{
    negotiation(slug: "in-us-bta", asOf: ${asOf}) {
      phase { value since certainty }
      activity { value scope certainty since }
      pauses { from to scope }
      roundsCompleted { reported counted reports { count scope setBy { occurred } } }
      rounds { number status }
      meetings { level kind dates setBy { ${SOURCES} } }
      targets { slug due readings { due by } setBy { ${SOURCES} } }
      parties { code name }
      statements(first: 1000) { edges { node {
        speaker role onBehalfOf venue summary quote occurred setBy { also ${SOURCES} }
      } } }
      events(first: 1000) { edges { node { type occurred data } } }
    }
  }`);
  return negotiation;
}

export const view = await picture();
export const statements = view.statements.edges.map(({ node }) => node);
export const by = (speaker: string, occurred: string): Statement[] =>
  statements.filter((each) => each.speaker === speaker && each.occurred === occurred);
export const quotes = (all: readonly Statement[]): string =>
  all.flatMap((each) => [each.quote, ...each.setBy.sources.map((s) => s.quote)]).join(' | ');
export const leavitt = by('Karoline Leavitt', '2025-11-04');
export const occurredOf = (type: string): string[] =>
  view.events.edges.filter(({ node }) => node.type === type).map(({ node }) => node.occurred);

export interface Layer {
  readonly measure: { slug: string; title: string; kind: string };
  readonly rate: number;
  readonly applies: boolean;
}

export const duty = (at: string) =>
  ask<{ duty: { total: number; layers: Layer[] } }>(`{
    duty(imposedBy: "US", on: "IN", asOf: { at: "${at}" }) {
      total layers { rate applies measure { slug title kind } }
    }
  }`).then(({ duty: { total, layers } }) => ({
    total,
    applying: layers.filter(({ applies }) => applies),
  }));
