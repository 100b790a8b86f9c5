/** The addresses of a page, current and pinned, and how to cite it. */
import { useLogHead } from '../../api/client/logHead.js';
import { instantWords } from '../../lib/time/edtfWords.js';
import { Citations } from '../../ui/citation/citations.js';

/** The page as it is now, and as it is recorded up to now for good. */
export function Cite({ path, title }: { readonly path: string; readonly title: string }) {
  const { head } = useLogHead();
  const current = new URL(path, location.origin).href;
  const recordedAt = head?.recordedAt ?? null;
  if (recordedAt === null) return <a href={current}>Address of this page</a>;
  const pinned = `${current}?knownAt=${recordedAt}`;
  const cited = {
    title,
    view: `As recorded by ${instantWords(recordedAt)}`,
    date: recordedAt.slice(0, 10),
    address: pinned,
  };
  return (
    <div className="cite">
      <p>
        <a href={current}>Address of this page</a>, <a href={pinned}>as recorded up to now</a> (it
        never changes).
      </p>
      <p className="soft">To cite it:</p>
      <Citations cited={cited} />
    </div>
  );
}
