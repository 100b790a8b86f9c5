/** What those who work on the record use: a group of its own in the navigation. */
import { useRights } from '../../api/client/rights.js';
import { useClocks } from '../../api/url/useClocks.js';
import { usePathname } from '../../api/url/useLocation.js';
import { routeOf } from '../../lib/routes.js';
import { Link } from '../../ui/link.js';
import { useOpenEntryForm } from '../../ui/openEntryForm.js';

/** Keeps its place until it is known what the reader may do; who may do nothing is led to where a token is asked for. */
export function EditorLinks({ onChoose }: { readonly onChoose: () => void }) {
  const rights = useRights();
  const { mayWrite, mayPropose } = rights ?? { mayWrite: true, mayPropose: true };
  return (
    <span
      className={rights ? 'frame-editing' : 'frame-editing unknown'}
      role="group"
      aria-label="For editors"
    >
      {mayWrite && <EntryButton />}
      <Link href="/proposals" onClick={onChoose}>
        {mayWrite || mayPropose ? 'Proposals' : 'For editors'}
      </Link>
    </span>
  );
}

/** On a negotiation's page the form starts with it and the date shown. */
function EntryButton() {
  const open = useOpenEntryForm();
  const route = routeOf(usePathname());
  const [{ at }] = useClocks();
  if (!open) return null;
  const stream = route.page === 'negotiation' ? `negotiation/${route.slug}` : undefined;
  const occurred = at?.slice(0, 10);
  return (
    <button
      type="button"
      className="quiet"
      onClick={() => open({ kind: 'enter', stream, ...(occurred !== undefined && { occurred }) })}
    >
      Enter an event
    </button>
  );
}
