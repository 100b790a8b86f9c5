/** `/measures/<slug>`: what a measure is, on whom, its terms and reliefs through time, its events. */
import { EventCacheProvider } from '../../api/cache/eventCache.js';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { useLogHead } from '../../api/client/logHead.js';
import { useClocks } from '../../api/url/useClocks.js';
import { type MeasurePageQuery, MeasurePageDocument } from '../../generated/graphql.js';
import {
  capital,
  countryName,
  fromCode,
  MEASURE_STATUS,
  slugWords,
} from '../../lib/words/labels.js';
import { dutyPath, eventPath, measurePath, negotiationPath, partyPath } from '../../lib/routes.js';
import { dateWords } from '../../lib/time/edtfWords.js';
import { asOfFor } from '../../lib/view.js';
import { heldWords } from '../../lib/words/dutyWords.js';
import { viewWords } from '../../lib/words/viewWords.js';
import { Link } from '../../ui/link.js';
import { Section } from '../../ui/sections/section.js';
import { Cite } from './cite.js';
import { EventList } from './eventList.js';
import { Goods } from './goods.js';
import { statusSentence } from './measureWords.js';
import { RecordPage } from './recordPage.js';

type Measure = NonNullable<MeasurePageQuery['measure']>;

/** How a duty stands to the ordinary one. */
const ROLE: Readonly<Record<Measure['role'], string>> = {
  ADDITIONAL: 'on top of the ordinary duty',
  MFN: 'the ordinary duty',
  PREFERENCE: 'a preference, lower than the ordinary duty',
  IN_LIEU_OF_MFN: 'in place of the ordinary duty',
};

/** Shown where no one has said who would impose it. */
const UNKNOWN = 'ZZ';

export default function MeasurePage({ slug }: { readonly slug: string }) {
  const { head } = useLogHead();
  const [clocks] = useClocks();
  const asOf = head && asOfFor(clocks, head);
  const { data, error, isFetching, refetch } = useGraphqlQuery(
    MeasurePageDocument,
    { slug, asOf },
    { enabled: asOf !== null },
  );
  const measure = data?.measure;
  const view = viewWords(clocks);
  return (
    <EventCacheProvider>
      <RecordPage
        title={measure?.title ?? null}
        crumbs={
          <>
            <Link href="/chronicle?kind=measures">Measures on record</Link>
            {view !== null && ` › ${view}`}
          </>
        }
        error={error}
        refetch={refetch}
        found={data ? measure !== null : isFetching || !head ? undefined : false}
        missing="No measure has this address in this view."
      >
        {measure && <Body measure={measure} />}
      </RecordPage>
    </EventCacheProvider>
  );
}

function Areas({ codes }: { readonly codes: readonly string[] }) {
  return codes.map((code, i) => (
    <span key={code}>
      {i > 0 && ', '}
      {code === '*' ? 'all countries' : <Link href={partyPath(code)}>{countryName(code)}</Link>}
    </span>
  ));
}

function Body({ measure }: { readonly measure: Measure }) {
  const { slug, title, imposedBy, affects, exceptFor, form, role, kind, timeZone } = measure;
  const { negotiations, setBy, goods, lawful, status } = measure;
  const [clocks] = useClocks();
  const [on] = affects.filter((code) => code !== '*');
  const isDuty = form.endsWith('_DUTY') && form !== 'EXPORT_DUTY';
  return (
    <>
      <h1>{title}</h1>
      <p className="sentence">
        <Link href={eventPath(setBy.id)}>{statusSentence(measure)}</Link>
        {!lawful && status === 'IN_FORCE' && ' Its legal basis is no longer valid.'}
      </p>
      <dl className="facts">
        <dt>What it is</dt>
        <dd>
          {capital(fromCode(form))}
          {isDuty && `, ${ROLE[role]}`}
          {kind !== null && <span className="soft"> (stated purpose: {fromCode(kind)})</span>}
        </dd>
        <dt>Imposed by</dt>
        <dd>
          {imposedBy === UNKNOWN ? (
            'Not on record'
          ) : (
            <Link href={partyPath(imposedBy)}>{capital(countryName(imposedBy))}</Link>
          )}
        </dd>
        <dt>On goods of</dt>
        <dd>
          {affects.length === 0 ? 'Not on record' : <Areas codes={affects} />}
          {exceptFor.length > 0 && (
            <>
              , except <Areas codes={exceptFor} />
            </>
          )}
        </dd>
        <dt>Goods</dt>
        <dd>
          <Goods goods={goods} />
        </dd>
        <dt>Negotiations</dt>
        <dd>
          {negotiations.nodes.length === 0 && 'It is between the parties of none on record.'}
          <ul>
            {negotiations.nodes.map((each) => (
              <li key={each.slug}>
                <Link href={negotiationPath(each.slug)}>{each.title}</Link>
              </li>
            ))}
          </ul>
          {negotiations.totalCount > negotiations.nodes.length &&
            `and ${negotiations.totalCount - negotiations.nodes.length} more`}
        </dd>
      </dl>
      {isDuty && imposedBy !== UNKNOWN && on !== undefined && (
        <p>
          <Link href={dutyPath(imposedBy, on, clocks)}>
            The whole duty of {countryName(imposedBy)} on one good of {countryName(on)}
          </Link>
        </p>
      )}
      <Terms measure={measure} />
      <Reliefs measure={measure} zone={timeZone} />
      <Section title="What happened">
        <p>
          <Link href={`/chronicle?about=${encodeURIComponent(`measure/${slug}`)}&order=recorded`}>
            As recorded, for auditors
          </Link>
        </p>
        <EventList filter={{ streams: [`measure/${slug}`] }} />
      </Section>
      <Cite path={measurePath(slug)} title={title} />
    </>
  );
}

function Terms({ measure }: { readonly measure: Measure }) {
  const { terms, timeZone, form } = measure;
  return (
    <Section title="Terms through time">
      {terms.length === 0 ? (
        <p className="soft">No legal act has set terms.</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label="Table of terms">
          <table>
            <thead>
              <tr>
                <th scope="col">From</th>
                <th scope="col">Until</th>
                <th scope="col">How much</th>
                <th scope="col">Status</th>
                <th scope="col">Set by</th>
              </tr>
            </thead>
            <tbody>
              {terms.map(({ from, until, expression, leastCertainty, status, setBy }) => (
                <tr key={`${from} ${status}`}>
                  <td>{dateWords(from, 'window', timeZone)}</td>
                  <td>
                    {until === null ? 'no end on record' : dateWords(until, 'window', timeZone)}
                  </td>
                  <td>
                    {heldWords(
                      expression ?? (form.endsWith('_DUTY') ? 'by its schedule of goods' : '–'),
                      leastCertainty,
                    )}
                  </td>
                  <td>{MEASURE_STATUS[status]}</td>
                  <td>
                    <Link href={eventPath(setBy.id)}>
                      the event
                      <span className="visually-hidden"> of the term from {dateWords(from)}</span>
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function Reliefs({
  measure: { reliefs },
  zone,
}: {
  readonly measure: Measure;
  readonly zone: string;
}) {
  if (reliefs.length === 0) return null;
  return (
    <Section title="Reliefs" note={reliefs.length}>
      <ul>
        {reliefs.map(({ slug, expression, from, until, quota, setBy }) => (
          <li key={`${slug ?? ''} ${from}`}>
            <Link href={eventPath(setBy.id)}>
              {slug === null ? 'An exemption' : `Relief “${slugWords(slug)}”`}
            </Link>
            : {expression}, from {dateWords(from, 'window', zone)}
            {until === null ? '' : ` until ${dateWords(until, 'window', zone)}`}
            {quota && `, within a quota that is ${fromCode(quota.status)}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
