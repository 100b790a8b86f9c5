/** What happened: one of all event types, found by a few letters, the usual ones first. */
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { idOf } from '../model/places.js';
import { type EventKind, KINDS, titled } from '../model/vocabulary.js';

/** The types that match every word looked for, those entered most of late first. */
export function found(search: string, uses: ReadonlyMap<string, number>): readonly EventKind[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = KINDS.filter(({ type, says }) => {
    const text = `${titled(type)} ${type} ${says}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const rank = ({ type }: EventKind): number => {
    // Whoever writes the name itself means that type, however rare.
    const named = words.length > 0 && titled(type).toLowerCase().startsWith(words.join(' '));
    return (named ? 1_000_000 : 0) + (uses.get(type) ?? 0);
  };
  return [...matching].sort((a, b) => rank(b) - rank(a));
}

interface TypeChoiceProps {
  readonly uses: ReadonlyMap<string, number>;
  readonly onChoose: (type: string) => void;
}

export function TypeChoice({ uses, onChoose }: TypeChoiceProps) {
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const id = useId();
  const kinds = useMemo(() => found(search, uses), [search, uses]);
  const at = Math.min(active, kinds.length - 1);
  const move = (to: number) => {
    const next = Math.max(0, Math.min(kinds.length - 1, to));
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(at + 1),
    ArrowUp: () => move(at - 1),
    Home: () => move(0),
    End: () => move(kinds.length - 1),
    Enter: () => kinds[at] && onChoose(kinds[at].type),
  };
  return (
    <div className="entry-types">
      <label htmlFor={idOf('type')}>What happened?</label>
      <input
        id={idOf('type')}
        type="text"
        role="combobox"
        autoComplete="off"
        ref={input}
        placeholder="Type a word, such as statement, pause, tariff"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-describedby={`${id}-how`}
        aria-activedescendant={kinds[at] ? `${id}-${kinds[at].type}` : undefined}
        value={search}
        onChange={({ target }) => {
          setSearch(target.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          const act = keys[event.key];
          if (!act || event.nativeEvent.isComposing) return;
          event.preventDefault();
          act();
        }}
      />
      <p className="entry-says" id={`${id}-how`}>
        Arrow keys move, Enter chooses. What was entered most of late comes first.
      </p>
      <p className="heard" role="status">
        {kinds.length === 1 ? 'One type' : `${kinds.length} types`}
      </p>
      <ul id={`${id}-list`} ref={list} role="listbox" aria-label="Types of events" tabIndex={-1}>
        {kinds.map(({ type, says }, index) => (
          <li
            key={type}
            id={`${id}-${type}`}
            role="option"
            aria-selected={index === at}
            onClick={() => onChoose(type)}
          >
            <strong>{titled(type)}</strong> <span className="soft">{says}</span>
          </li>
        ))}
      </ul>
      {kinds.length === 0 && (
        <p>
          No type has these words. Write fewer letters; a plain remark of someone is a statement.
        </p>
      )}
    </div>
  );
}
