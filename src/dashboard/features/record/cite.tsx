/** The addresses of a page, current and pinned, and how to cite it. */
import { useLogHead } from '../../api/client/logHead.js';
import { dayWords } from '../../lib/time/edtfWords.js';

/** The page as it is now, and as it is recorded up to now for good. */
export function Cite({ path, title }: { readonly path: string; readonly title: string }) {
  const { head } = useLogHead();
  const current = new URL(path, location.origin).href;
  const pinned = head?.recordedAt ? `${current}?knownAt=${head.recordedAt}` : current;
  const today = dayWords(head?.seenAt ?? new Date().toISOString());
  return (
    <div className="cite">
      <p>
        <a href={current}>Address of this page</a>, <a href={pinned}>as recorded up to now</a> (it
        never changes).
      </p>
      <p className="soft">To cite it:</p>
      <pre
        tabIndex={0}
        aria-label="Citation"
      >{`“${title}.” Parley record, as of ${today}. ${pinned}`}</pre>
    </div>
  );
}
