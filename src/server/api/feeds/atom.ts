/** Changed events as an Atom feed (RFC 4287): an entry for each event, updated when it is annotated. */
import { summarize } from '../../../../events/catalogue.js';
import type { AnyEvent } from '../../../../events/catalogue.js';
import type { Source } from '../../../../events/envelope.js';
import type { ChangedEvent } from '../../../app/parley.js';
import { element, escaped, textElement } from './xml.js';

export const ATOM_TYPE = 'application/atom+xml; charset=utf-8';

const NAMESPACE = 'http://www.w3.org/2005/Atom';

/** A feed without entries has to be dated: no event is older. */
const NEVER = '1970-01-01T00:00:00.000Z';

export interface AtomFeed {
  readonly title: string;
  /** Its own address; also its id, so that each view of a subject is a feed of its own. */
  readonly self: string;
  /** The page about the same. */
  readonly page: string;
  readonly version: string;
  readonly events: readonly ChangedEvent[];
}

/** The feed. `pageOf` is the page that shows an event. */
export function atomText(feed: AtomFeed, pageOf: (event: AnyEvent) => string): string {
  const { title, self, page, version, events } = feed;
  const root = element('feed', { xmlns: NAMESPACE, 'xml:lang': 'en' }, [
    textElement('id', self),
    textElement('title', title),
    textElement('updated', events[0]?.lastChange.recordedAt ?? NEVER),
    element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    element('link', { rel: 'alternate', type: 'text/html', href: page }),
    element('author', {}, [textElement('name', 'Parley')]),
    textElement('generator', 'Parley', { version }),
    ...events.map((changed) => entry(changed, pageOf(changed.event))),
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}`;
}

/** The event as it counts, in one line. */
const headline = ({ event, fact }: ChangedEvent): string =>
  fact ? summarize({ ...event, data: fact.data }) : `Retracted: ${summarize(event)}`;

function entry(changed: ChangedEvent, page: string): string {
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

function content(changed: ChangedEvent): string {
  const { event, fact, annotations } = changed;
  const notes = annotations.map(({ event: note }) =>
    paragraph(escaped(`${note.recordedAt.slice(0, 10)}: ${summarize(note)}`)),
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
