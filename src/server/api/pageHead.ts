/** What the head of a page tells programs: its feeds, and the record as a dataset. */
import type { FastifyRequest } from 'fastify';
import { isParty } from '../../../events/codes/areas.js';
import { pathOf } from '../http/requestTarget.js';
import { ATOM_TYPE } from './feeds/atom.js';
import { ICALENDAR_TYPE } from './feeds/icalendar.js';
import { element } from './feeds/xml.js';
import { datasetOf, DATASETS } from './datasets.js';

const SLUG = /^[a-z0-9-]{1,100}$/;

const bare = (type: string): string => type.replace(/;.*/, '');

const link = (type: string, title: string, href: string): string =>
  element('link', { rel: 'alternate', type: bare(type), title, href });

/** The links of a page and, on the first, the schema.org Dataset. The pages are those of the dashboard. */
export function pageHead(request: FastifyRequest): string {
  const origin = `${request.protocol}://${request.host}`;
  const params = request.params as Readonly<Record<string, string | undefined>>;
  const { negotiation, measure, party } = params;
  const all = link(ATOM_TYPE, 'All events', '/feeds/all.atom');
  if (measure !== undefined && SLUG.test(measure))
    return link(ATOM_TYPE, 'What happened to this measure', `/feeds/measure/${measure}.atom`) + all;
  if (party !== undefined && isParty(party))
    return link(ATOM_TYPE, 'What concerns this party', `/feeds/party/${party}.atom`) + all;
  if (pathOf(request.url) === '/') return all + dataset(origin);
  if (negotiation === undefined || !SLUG.test(negotiation)) return all;
  return (
    link(ATOM_TYPE, 'What happened in this negotiation', `/feeds/${negotiation}.atom`) +
    link(ICALENDAR_TYPE, 'Its dates to come', `/feeds/${negotiation}.ics`) +
    all
  );
}

/** As JSON-LD; `/api/datasets.json` has hashes besides. */
function dataset(origin: string): string {
  const described = {
    ...datasetOf(origin),
    distribution: DATASETS.map(({ path, type }) => ({
      '@type': 'DataDownload',
      contentUrl: `${origin}/api${path}`,
      encodingFormat: bare(type),
    })),
    subjectOf: `${origin}/api/datasets.json`,
  };
  // No end tag can stand in it.
  const json = JSON.stringify(described).replaceAll('<', String.raw`\u003c`);
  return `<script type="application/ld+json">${json}</script>\n`;
}
