/** The notice for a view without a negotiation: it began later, or does not exist. */
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { StreamEndDocument } from '../../generated/graphql.js';
import { timePointWords } from '../../lib/words/viewWords.js';
import { Loading } from '../../ui/loading/notice.js';
import { Link } from '../../ui/link.js';

interface Props {
  readonly slug: string;
  /** The date of the view: a day or an instant. */
  readonly at: string;
}

export default function NothingYet({ slug, at }: Props) {
  const { data, isFetching } = useGraphqlQuery(StreamEndDocument, {
    stream: `negotiation/${slug}`,
  });
  if (isFetching) return <Loading />;
  if (data?.events.edges.length === 0)
    return (
      <p className="nothing-yet">
        There is no negotiation named <code>{slug}</code> on record.{' '}
        <Link href="/">All negotiations</Link> are on the first page.
      </p>
    );
  return (
    <p className="nothing-yet">
      This negotiation had not begun on {timePointWords(at)}, as far as this view knows. Choose a
      later date, or include what became known later.
    </p>
  );
}
