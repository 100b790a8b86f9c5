/** The "Enter an event" button; on a negotiation's page the form starts with it and the date shown. */
import { useClocks } from '../../api/url/useClocks.js';
import { usePathname } from '../../api/url/useLocation.js';
import { routeOf } from '../../lib/routes.js';
import { useOpenEntryForm } from '../../ui/openEntryForm.js';

export function EntryButton() {
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
