/** Changed events as an Atom feed (RFC 4287): an entry for each event, updated when it is annotated. */
import type { AnyEvent } from '../../../../events/catalogue.js';
import type { Source } from '../../../../events/envelope.js';
import type { ChangedEvent } from '../../../app/parley.js';
import { element, escaped, textElement } from './xml.js';

export const ATOM_TYPE = 'application/atom+xml; charset=utf-8';

const NAMESPACE = 'http://www.w3.org/2005/Atom';

/** A feed without entries has to be dated: no event is older. */
const NEVER = '1970-01-01T00:00:00.000Z';

/** A changed event with what it says as it counts, and what its annotations say, in sentences. */
export interface AtomEntry extends ChangedEvent {
  readonly summary: string;
  readonly notes: readonly string[];
}

export interface AtomFeed {
  readonly title: string;
  /** Its own address; also its id, so that each view of a subject is a feed of its own. */
  readonly self: string;
  /** The page about the same. */
  readonly page: string;
  readonly version: string;
  readonly entries: readonly AtomEntry[];
}

/** The feed. `pageOf` is the page that shows an event. */
export function atomText(feed: AtomFeed, pageOf: (event: AnyEvent) => string): string {
  const { title, self, page, version, entries } = feed;
  const root = element('feed', { xmlns: NAMESPACE, 'xml:lang': 'en' }, [
    textElement('id', self),
    textElement('title', title),
    textElement('updated', entries[0]?.lastChange.recordedAt ?? NEVER),
    element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    element('link', { rel: 'alternate', type: 'text/html', href: page }),
    element('author', {}, [textElement('name', 'Parley')]),
    textElement('generator', 'Parley', { version }),
    ...entries.map((changed) => entry(changed, pageOf(changed.event))),
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}`;
}

const headline = ({ fact, summary }: AtomEntry): string =>
  fact ? summary : `Retracted: ${summary}`;

function entry(changed: AtomEntry, page: string): string {
  const { event, fact, lastChange } = changed;
  const { id, type, stream, recordedAt, recordedBy } = event;
  const sources = fact?.sources ?? [];
  return element('entry', {}, [
    textElement('id', `urn:uuid:${id}`),
    textElement('title', headline(changed)),
    textElement('updated', lastChange.recordedAt),
    textElement('published', recordedAt),
    ...(recordedBy === undefined ? [] : [element('author', {}, [textElement('name', recordedBy)])]),
    element('link', { rel: 'alternate', type: 'text/html', href: page }),
    ...viaLinks(sources),
    element('category', { term: type, scheme: 'urn:parley:type' }),
    element('category', { term: stream, scheme: 'urn:parley:stream' }),
    element('category', { term: (fact ?? event).certainty, scheme: 'urn:parley:certainty' }),
    textElement('content', content(changed), { type: 'html' }),
  ]);
}

const viaLinks = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap(({ url, title, publisher }) =>
    url === undefined
      ? []
      : [element('link', { rel: 'via', href: url, title: title ?? publisher })],
  );

const paragraph = (html: string): string => `<p>${html}</p>`;

function content(changed: AtomEntry): string {
  const { event, fact, annotations } = changed;
  const notes = annotations.map(({ event: { recordedAt } }, index) =>
    paragraph(escaped(`${recordedAt.slice(0, 10)}: ${changed.notes[index] ?? ''}`)),
  );
  const dated = fact ?? event;
  return [
    paragraph(escaped(headline(changed))),
    paragraph(escaped(`Date: ${dated.occurred}. Certainty: ${dated.certainty}.`)),
    paragraph(sourcesText(fact?.sources ?? event.sources)),
    ...notes,
  ].join('');
}

function sourcesText(sources: readonly Source[]): string {
  if (sources.length === 0) return 'No source is on record.';
  return `Sources: ${sources.map(sourceText).join('; ')}.`;
}

function sourceText({ url, title, publisher, published, kind }: Source): string {
  const name = escaped(
    [publisher, title].filter((part) => part !== undefined).join(', ') || (url ?? kind),
  );
  const linked = url === undefined ? name : `<a href="${escaped(url)}">${name}</a>`;
  return published === undefined ? linked : `${linked} (${escaped(published)})`;
}
