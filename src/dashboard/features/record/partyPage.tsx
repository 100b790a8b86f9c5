/** `/parties/<code>`: what a party is called, where it negotiates, which measures it imposes and bears. */
import { EventCacheProvider } from '../../api/cache/eventCache.js';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { useLogHead } from '../../api/client/logHead.js';
import { useClocks } from '../../api/url/useClocks.js';
import {
  type AsOf,
  type MeasureFilter,
  PartyMeasuresDocument,
  PartyPageDocument,
  type PartyPageQuery,
} from '../../generated/graphql.js';
import {
  capital,
  countryName,
  ENDED_HOW,
  MEASURE_STATUS,
  PARTY_KIND,
  partyName,
} from '../../lib/words/labels.js';
import { eventPath, measurePath, negotiationPath, partyPath } from '../../lib/routes.js';
import { statusWords } from '../../lib/words/status.js';
import { sinceWords } from '../../lib/time/edtfWords.js';
import { asOfFor } from '../../lib/view.js';
import { ErrorNotice, Loading } from '../../ui/loading/notice.js';
import { heldWords } from '../../lib/words/dutyWords.js';
import { Link } from '../../ui/link.js';
import { Section } from '../../ui/sections/section.js';
import { Cite } from './cite.js';
import { EventList } from './eventList.js';
import { Pages } from './pages.js';
import { RecordPage } from './recordPage.js';

type Found = PartyPageQuery;

const AREA = /^[A-Z0-9]{2,12}$/;

/** What a party is called, as the record and the lists of countries have it; null for nothing known. */
function nameIn({ area, negotiations }: Found, code: string): string | null {
  const known = countryName(code);
  if (known !== code) return capital(known);
  const defined = area.nodes.findLast(({ type }) => type === 'AreaDefined');
  const { name } = (defined?.data ?? {}) as { name?: string };
  const parties = negotiations.edges.flatMap(({ node }) => node.parties);
  return name ?? parties.findLast((party) => party.code === code)?.name ?? null;
}

export default function PartyPage({ code }: { readonly code: string }) {
  const { head } = useLogHead();
  const [clocks] = useClocks();
  const asOf = head && asOfFor(clocks, head);
  const isParty = AREA.test(code) || /^x-[a-z0-9-]+$/.test(code);
  const { data, error, isFetching, refetch } = useGraphqlQuery(
    PartyPageDocument,
    { code, asOf, area: `area/${code}` },
    { enabled: asOf !== null && isParty },
  );
  const name = data ? nameIn(data, code) : null;
  return (
    <EventCacheProvider>
      <RecordPage
        title={name}
        crumbs={<Link href="/">All negotiations</Link>}
        error={error}
        refetch={refetch}
        found={!isParty ? false : data ? name !== null : isFetching || !head ? undefined : false}
        missing="No party has this address. Countries have two capital letters, such as IN for India."
      >
        {data && asOf && name !== null && <Body data={data} code={code} name={name} asOf={asOf} />}
      </RecordPage>
    </EventCacheProvider>
  );
}

interface BodyProps {
  readonly data: Found;
  readonly code: string;
  readonly name: string;
  readonly asOf: AsOf;
}

function Body({ data, code, name, asOf }: BodyProps) {
  const { negotiations, area } = data;
  const [party] = negotiations.edges.flatMap(({ node }) =>
    node.parties.filter((each) => each.code === code),
  );
  const more = negotiations.totalCount - negotiations.edges.length;
  return (
    <>
      <h1>{name}</h1>
      {party && <p className="soft">{capital(PARTY_KIND[party.kind])}</p>}
      <Names data={data} code={code} />
      <Section title="Negotiations" note={negotiations.totalCount}>
        {negotiations.edges.length === 0 && (
          <p className="soft">It takes part in none on record.</p>
        )}
        <ul>
          {negotiations.edges.map(({ node, through }) => (
            <li key={node.slug}>
              <Link href={negotiationPath(node.slug)}>{node.title}</Link>:{' '}
              {statusWords(node.phase, node.activity)}
              {through && (
                <span className="soft">
                  {' '}
                  (through <Link href={partyPath(through.code)}>{partyName(through)}</Link>)
                </span>
              )}
              <Since parties={node.parties} code={code} />
            </li>
          ))}
        </ul>
        {more > 0 && <p className="soft">and {more} more</p>}
      </Section>
      {AREA.test(code) && (
        <>
          <Measures
            title="Measures it imposes"
            none="None on record."
            asOf={asOf}
            filter={{ imposedBy: code }}
          />
          <Measures
            title="Measures on its goods"
            none="None on record."
            asOf={asOf}
            filter={{ affects: code }}
          />
        </>
      )}
      {area.nodes.length > 0 && (
        <Section title="As a group" note={area.nodes.length}>
          <ul>
            {area.nodes.map(({ id, summary }) => (
              <li key={id}>
                <Link href={eventPath(id)}>{summary}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Newest events">
        <EventList filter={{ party: code }} recorded={false} />
      </Section>
      <Cite path={partyPath(code)} title={name} />
    </>
  );
}

/** Under which names the negotiations know it, where they differ. */
function Names({ data, code }: Pick<BodyProps, 'data' | 'code'>) {
  const named = new Map(
    data.negotiations.edges.flatMap(({ node }) =>
      node.parties
        .filter((each) => each.code === code)
        .map(({ name, setBy }) => [name, setBy.id] as const),
    ),
  );
  if (named.size < 2) return null;
  return (
    <p>
      On record as{' '}
      {[...named].map(([name, id], i) => (
        <span key={name}>
          {i > 0 && ', '}
          <Link href={eventPath(id)}>{name}</Link>
        </span>
      ))}
      .
    </p>
  );
}

function Since({
  parties,
  code,
}: {
  readonly parties: Found['negotiations']['edges'][number]['node']['parties'];
  readonly code: string;
}) {
  const party = parties.find((each) => each.code === code);
  if (!party) return null;
  return (
    <span className="soft">
      , a party <Link href={eventPath(party.setBy.id)}>{sinceWords(party.since)}</Link>
    </span>
  );
}

interface MeasuresProps {
  readonly title: string;
  readonly none: string;
  readonly asOf: AsOf;
  readonly filter: MeasureFilter;
}

function Measures({ title, none, asOf, filter }: MeasuresProps) {
  return (
    <Section title={title}>
      <Pages of={JSON.stringify(filter)} more="More measures">
        {(after, next) => <MeasuresPage {...{ asOf, filter, after, none, next }} />}
      </Pages>
    </Section>
  );
}

interface MeasuresPageProps extends Omit<MeasuresProps, 'title'> {
  readonly after: string | null;
  readonly next: Parameters<Parameters<typeof Pages>[0]['children']>[1];
}

function MeasuresPage({ asOf, filter, after, none, next }: MeasuresPageProps) {
  const { data, error, refetch } = useGraphqlQuery(PartyMeasuresDocument, { asOf, filter, after });
  if (error)
    return (
      <ErrorNotice title="The measures could not be read" onRetry={() => void refetch()}>
        {error.message}
      </ErrorNotice>
    );
  if (!data) return <Loading what="Reading measures" />;
  const { nodes, pageInfo } = data.measures;
  if (nodes.length === 0) return <p className="soft">{none}</p>;
  return (
    <>
      <ul>
        {nodes.map(({ slug, title, imposedBy, status, certainty, endedHow, ...measure }) => (
          <li key={slug}>
            <Link href={measurePath(slug)}>{title}</Link>
            {filter.imposedBy === undefined && ` (${countryName(imposedBy)})`}:{' '}
            {certainty === 'POSSIBLE' ? 'possibly ' : ''}
            {MEASURE_STATUS[status]}
            {endedHow === null ? '' : `, ${ENDED_HOW[endedHow] ?? ''}`}
            {measure.expression !== null &&
              `, ${heldWords(measure.expression, measure.leastCertainty)}`}
          </li>
        ))}
      </ul>
      {next(pageInfo)}
    </>
  );
}
