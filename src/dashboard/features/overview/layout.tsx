/** How the negotiations are laid out: as cards, as a table or on a map. In the URL, so that it can be linked. */
import { useSearch } from '../../api/url/useLocation.js';
import { setSearchParam } from './search.js';

const LAYOUT = 'as';
const LAYOUTS = { cards: 'Cards', table: 'Table', map: 'Map' } as const;

type Layout = keyof typeof LAYOUTS;

export function useLayout(): Layout {
  const named = new URLSearchParams(useSearch()).get(LAYOUT) ?? '';
  return Object.hasOwn(LAYOUTS, named) ? (named as Layout) : 'cards';
}

export function LayoutButtons({ layout }: { readonly layout: Layout }) {
  return (
    <div className="kinds screen-only" role="group" aria-label="Show negotiations as">
      {Object.entries(LAYOUTS).map(([each, words]) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === layout}
          onClick={() => setSearchParam(LAYOUT, each === 'cards' ? '' : each)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
