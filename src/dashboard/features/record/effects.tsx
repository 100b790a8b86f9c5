/** What an event changed in the negotiation that it bears on, as known now. */
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { useLogHead } from '../../api/client/logHead.js';
import { EventEffectsDocument } from '../../generated/graphql.js';
import { namesOf } from '../../lib/words/names.js';
import { pathWords, valueWords } from '../../lib/words/paths.js';
import { negotiationPath } from '../../lib/routes.js';
import { DAY_MS } from '../../lib/time/calendarDays.js';
import { boundsOf, dateWords } from '../../lib/time/edtfWords.js';
import { asOfFor, now } from '../../lib/view.js';
import { Link } from '../../ui/link.js';
import { Section } from '../../ui/sections/section.js';
import { useStreamName } from '../../ui/streamLink.js';

interface EffectsProps {
  readonly id: string;
  readonly stream: string;
  /** Its date as it counts. */
  readonly occurred: string;
  readonly zone: string;
}

/** Beyond this many changes the page of the negotiation is the better place. */
const MOST_SHOWN = 20;

export default function Effects({ id, stream, occurred, zone }: EffectsProps) {
  const { head } = useLogHead();
  const { data: named } = useStreamName(stream);
  const negotiation = named?.negotiation ?? named?.measure?.negotiations.nodes[0];
  const bounds = boundsOf(occurred);
  const { data, isFetching } = useGraphqlQuery(
    EventEffectsDocument,
    {
      slug: negotiation?.slug ?? '',
      asOf: head && asOfFor(now(), head),
      from: bounds && new Date(bounds.from - DAY_MS).toISOString(),
      to: '2100-01-01',
    },
    { enabled: negotiation !== undefined && head !== null },
  );
  const found = data?.negotiation ?? null;
  const names = namesOf(found && { ...found, agreements: found.agreements });
  const changes = (found?.timeline ?? []).flatMap(({ at, changes: all }) =>
    all
      .filter(({ causedBy }) => causedBy.some((event) => event.id === id))
      .map((change) => ({ at, ...change })),
  );
  const shown = changes.filter(({ path }) => !isBookkeeping(path));
  return (
    <Section title="What it changed" note={shown.length === 0 ? undefined : shown.length}>
      {isFetching && !found && <p role="status">Looking for what follows from it …</p>}
      {!isFetching && shown.length === 0 && (
        <p className="soft">
          {negotiation
            ? 'Nothing in the state of the negotiation follows from it.'
            : 'It bears on no negotiation on record.'}
        </p>
      )}
      {shown.length > 0 && (
        <ul>
          {shown.slice(0, MOST_SHOWN).map(({ at, path, before, after }) => (
            <li key={`${at} ${path}`}>
              {pathWords(path, names)}:{' '}
              {before === null ? '' : <s>{valueWords(path, before, names)}</s>}{' '}
              {after === null ? 'no more' : valueWords(path, after, names)}{' '}
              <span className="soft">from {dateWords(at, 'window', zone)}</span>
            </li>
          ))}
        </ul>
      )}
      {shown.length > MOST_SHOWN && <p className="soft">and {shown.length - MOST_SHOWN} more</p>}
      {negotiation && (
        <p>
          <Link href={negotiationPath(negotiation.slug)}>{negotiation.title}</Link>
        </p>
      )}
    </Section>
  );
}

/** What repeats the event itself, or says only how sure the record is. */
const isBookkeeping = (path: string): boolean =>
  /\.(?:certainty|occurred|act|applies|reason|terms\..*)$|^(?:meetings|statements|tracks)\.[^.]+$/.test(
    path,
  ) || path.includes('.terms.');
