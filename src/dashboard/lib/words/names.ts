/** What people call the things that paths of a snapshot name by slugs and codes. */
import { measurePath, partyPath } from '../routes.js';
import { partyName } from './labels.js';

/** Names that people know things by, where the snapshot tells them. */
export interface Names {
  /** Titles of measures and targets by their path, such as `measures.us-recip-in`. */
  readonly titles: ReadonlyMap<string, string>;
  /** Names of parties by their codes, and of tracks by their slugs. */
  readonly parties: ReadonlyMap<string, string>;
  readonly tracks: ReadonlyMap<string, string>;
}

interface NamedParty {
  readonly code: string;
  readonly name: string;
}

/** What of a snapshot has a name. */
interface Named {
  readonly parties: readonly NamedParty[];
  readonly formerParties: readonly NamedParty[];
  readonly tracks: readonly { readonly slug: string; readonly title: string }[];
  readonly agreements: readonly { readonly byParty: readonly { readonly party: NamedParty }[] }[];
  readonly measures: readonly { readonly slug: string; readonly title: string }[];
  readonly targets: readonly { readonly slug: string; readonly what: string }[];
}

/** Names of the items of a snapshot, for paths. */
export const namesOf = (snapshot: Named | null): Names => ({
  titles: new Map([
    ...(snapshot?.measures ?? []).map(({ slug, title }) => [`measures.${slug}`, title] as const),
    ...(snapshot?.targets ?? []).map(({ slug, what }) => [`targets.${slug}`, what] as const),
  ]),
  parties: new Map(
    [
      ...(snapshot?.agreements ?? []).flatMap(({ byParty }) => byParty.map(({ party }) => party)),
      ...(snapshot?.formerParties ?? []),
      ...(snapshot?.parties ?? []),
    ].map((party) => [party.code, partyName(party)]),
  ),
  tracks: new Map((snapshot?.tracks ?? []).map(({ slug, title }) => [slug, title])),
});

/** Names of several views, those of the first before those of others. */
export const namesOfAll = (views: readonly (Named | null)[]): Names => {
  const all = views.map(namesOf).reverse();
  return {
    titles: new Map(all.flatMap(({ titles }) => [...titles])),
    parties: new Map(all.flatMap(({ parties }) => [...parties])),
    tracks: new Map(all.flatMap(({ tracks }) => [...tracks])),
  };
};

/** Names where nothing is known of a snapshot. */
export const NO_NAMES: Names = namesOf(null);

/** What to call a party, or any area, by its code. */
export const nameOf = (code: string, { parties }: Names): string =>
  parties.get(code) ?? partyName({ code, name: code });

/** What a path is about that has a page of its own: a measure, or a party to an agreement. */
export interface PathSubject {
  readonly name: string;
  readonly href: string;
}

/** Null where the path is about the negotiation itself. */
export function subjectOf(path: string, names: Names): PathSubject | null {
  const measure = /^(?:measures|duties\.[^.]+\.layers)\.([^.]+)/.exec(path)?.[1];
  if (measure !== undefined) {
    const name = names.titles.get(`measures.${measure}`);
    return name === undefined ? null : { name, href: measurePath(measure) };
  }
  const party = /^agreements\..+\.byParty\.([^.]+)/.exec(path)?.[1];
  return party === undefined ? null : { name: nameOf(party, names), href: partyPath(party) };
}
