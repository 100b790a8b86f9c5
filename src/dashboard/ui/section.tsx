/** A titled section, and lists that state how many items they omit. */
import { type ReactNode, useId, useState } from 'react';

export function Section({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="topic" aria-labelledby={id}>
      <h2 id={id}>
        {title} {note !== undefined && <span className="note">{note}</span>}
      </h2>
      {children}
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
  if (items.length === 0) return <p className="soft">{none}</p>;
  const hidden = all ? 0 : Math.max(0, items.length - MAX_ITEMS);
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
        <>
          <button type="button" onClick={() => setAll(true)}>
            Show {hidden} earlier
          </button>
          <p className="print-only soft">
            {hidden} earlier {hidden === 1 ? 'one is' : 'ones are'} not printed.
          </p>
        </>
      )}
    </>
  );
}
