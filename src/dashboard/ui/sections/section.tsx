/** A titled section, folded in narrow windows, and lists that state how many items they omit. */
import { type ReactNode, useId, useState } from 'react';
import { useSectionEntry } from './sectionBar.js';
import { useNarrow } from '../useNarrow.js';
import { usePrinting } from '../usePrinting.js';

export function Section({
  title,
  note,
  summary,
  children,
}: {
  readonly title: string;
  readonly note?: ReactNode;
  /** What stands for the section where it is folded, in one line. */
  readonly summary?: ReactNode;
  readonly children: ReactNode;
}) {
  const heading = useId();
  const content = useId();
  const id = title.toLowerCase().replaceAll(/\W+/g, '-');
  const [open, setOpen] = useState(false);
  const isFoldable = useNarrow();
  const isFolded = isFoldable && !open;
  const ref = useSectionEntry(id, title, () => setOpen(true));
  const count = note !== undefined && <span className="note">{note}</span>;
  return (
    <section className="topic" id={id} ref={ref} aria-labelledby={heading}>
      <h2 id={heading}>
        {isFoldable ? (
          <button
            type="button"
            className="section-toggle"
            aria-expanded={open}
            aria-controls={content}
            onClick={() => setOpen(!open)}
          >
            {title} {count}
          </button>
        ) : (
          <>
            {title} {count}
          </>
        )}
      </h2>
      {isFolded && summary !== undefined && <p className="section-summary soft">{summary}</p>}
      <div id={content} className={isFolded ? 'folded' : undefined}>
        {children}
      </div>
    </section>
  );
}

const MAX_ITEMS = 12;

/** The latest items of a list, and a button for the rest. */
export function Latest<T>({
  items,
  none,
  children,
}: {
  readonly items: readonly T[];
  /** The text for an empty list. */
  readonly none: string;
  readonly children: (item: T, index: number) => ReactNode;
}) {
  const [all, setAll] = useState(false);
  const isPrinting = usePrinting();
  if (items.length === 0) return <p className="soft">{none}</p>;
  const hidden = all || isPrinting ? 0 : Math.max(0, items.length - MAX_ITEMS);
  return (
    <>
      <ul className="items">
        {items
          .map((item, i) => ({ item, i }))
          .slice(hidden)
          .reverse()
          .map(({ item, i }) => children(item, i))}
      </ul>
      {hidden > 0 && (
        <button type="button" onClick={() => setAll(true)}>
          Show {hidden} earlier
        </button>
      )}
    </>
  );
}
