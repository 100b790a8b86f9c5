/** What a stream is about, by name, linked to its page. */
import { useGraphqlQuery } from '../api/client/useGraphqlQuery.js';
import { StreamNameDocument } from '../generated/graphql.js';
import { capital, countryName } from '../lib/words/labels.js';
import { streamPath } from '../lib/routes.js';
import { Link } from './link.js';

/** The measure or negotiation of a stream; nothing is asked for areas and rulebooks. */
export function useStreamName(stream: string) {
  const [kind = '', slug = ''] = stream.split('/');
  const isMeasure = kind === 'measure';
  const isNegotiation = kind === 'negotiation';
  const { data } = useGraphqlQuery(
    StreamNameDocument,
    { slug, isMeasure, isNegotiation },
    { enabled: isMeasure || isNegotiation },
  );
  return { kind, slug, data };
}

export function StreamLink({ stream }: { readonly stream: string }) {
  const { kind, slug, data } = useStreamName(stream);
  const about = data?.measure ?? data?.negotiation;
  const name =
    kind === 'rulebook'
      ? `Rules of ${countryName(slug)}`
      : kind === 'area'
        ? capital(countryName(slug))
        : (about?.title ?? (kind === 'measure' ? 'A measure' : 'A negotiation'));
  return <Link href={streamPath(stream)}>{name}</Link>;
}
