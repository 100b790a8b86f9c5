/** The "Enter an event" button; on a negotiation's page the form starts with that negotiation. */
import { usePathname } from '../../api/url/useLocation.js';
import { routeOf } from '../../lib/routes.js';
import { useOpenEntryForm } from '../../ui/openEntryForm.js';

export function EntryButton() {
  const open = useOpenEntryForm();
  const route = routeOf(usePathname());
  if (!open) return null;
  const stream = route.page === 'negotiation' ? `negotiation/${route.slug}` : undefined;
  return (
    <button type="button" className="quiet" onClick={() => open({ kind: 'enter', stream })}>
      Enter an event
    </button>
  );
}
