/** `/chronicle` and `/negotiation/<slug>/chronicle`: everything that happened, or was recorded. */
import { EventCacheProvider } from '../../api/cache/eventCache.js';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { useLogHead } from '../../api/client/logHead.js';
import { useSearch } from '../../api/url/useLocation.js';
import {
  type EventFilter,
  StreamNameDocument,
  type StreamNameQuery,
} from '../../generated/graphql.js';
import { chroniclePath, negotiationPath } from '../../lib/routes.js';
import { Link } from '../../ui/link.js';
import { EventList } from './eventList.js';
import { Filters, filterOf, searchWith, textsOf } from './filters.js';
import { RecordPage } from './recordPage.js';

export default function ChroniclePage({ slug }: { readonly slug: string | null }) {
  const search = useSearch();
  const texts = textsOf(search);
  const { head } = useLogHead();
  const { data, error, isFetching, refetch } = useGraphqlQuery(
    StreamNameDocument,
    { slug: slug ?? '', isMeasure: false, isNegotiation: true },
    { enabled: slug !== null },
  );
  const title = slug === null ? 'Everything on record' : (data?.negotiation?.title ?? null);
  const path = chroniclePath(slug);
  const recorded = texts.order === 'recorded';
  const negotiationFound = data ? data.negotiation != null : isFetching ? undefined : false;
  const filter = filterOf(texts);
  return (
    <EventCacheProvider>
      <RecordPage
        title={title === null ? null : `${title}: what happened`}
        crumbs={
          slug === null ? (
            <Link href="/">All negotiations</Link>
          ) : (
            <>
              <Link href={negotiationPath(slug)}>{title ?? 'The negotiation'}</Link>
              {' › '}
              <Link href="/chronicle">Everything on record</Link>
            </>
          )
        }
        error={error}
        refetch={refetch}
        found={!head ? undefined : slug === null ? true : negotiationFound}
        missing="No negotiation has this address."
      >
        <h1>{slug === null ? 'Everything on record' : `What happened: ${title ?? ''}`}</h1>
        <ul className="view-choice" aria-label="Order">
          <li>
            <Link
              href={path + searchWith(search, { order: '' })}
              aria-current={recorded ? undefined : 'true'}
            >
              As it happened, newest first
            </Link>
          </li>
          <li>
            <Link
              href={path + searchWith(search, { order: 'recorded' })}
              aria-current={recorded ? 'true' : undefined}
            >
              As it was recorded, for auditors
            </Link>
          </li>
        </ul>
        <Filters search={search} />
        {slug !== null && (
          <p className="soft">
            The talks, what was agreed, and every measure between the parties: duties announced,
            changed, ruled on and lifted.
          </p>
        )}
        <EventList
          filter={data?.negotiation ? { ...historyOf(data.negotiation), ...filter } : filter}
          recorded={recorded}
        />
      </RecordPage>
    </EventCacheProvider>
  );
}

/** The history of a negotiation: its own events, and those of the measures between its parties. */
const historyOf = ({
  slug,
  measures,
}: NonNullable<StreamNameQuery['negotiation']>): EventFilter => ({
  streams: [`negotiation/${slug}`, ...measures.map((each) => `measure/${each.slug}`)],
});
