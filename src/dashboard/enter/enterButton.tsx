/** "Enter an event", wherever one is: the negotiation that is looked at is the one first meant. */
import { usePathname } from '../routing/location.js';
import { routeOf } from '../routing/routes.js';
import { useEntering } from './entering.js';

export function EnterButton() {
  const open = useEntering();
  const route = routeOf(usePathname());
  if (!open) return null;
  const stream = route.page === 'negotiation' ? `negotiation/${route.slug}` : undefined;
  return (
    <button type="button" className="quiet" onClick={() => open({ kind: 'enter', stream })}>
      Enter an event
    </button>
  );
}
