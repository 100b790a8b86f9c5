/** The choice of an event type: a filterable list, the most used types first. */
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { fieldId } from '../model/formPaths.js';
import { matchingEventTypes } from '../model/findEventTypes.js';
import { sentenceCase } from '../model/formSchema.js';
import type { Suggestion } from './formContext.js';

interface EventTypePickerProps {
  readonly typeUsage: ReadonlyMap<string, number>;
  /** The measures on record. */
  readonly measures: readonly Suggestion[];
  /** With the words by which it was found, which may say more of the event. */
  readonly onChoose: (type: string, typed: string) => void;
}

export function EventTypePicker({ typeUsage, measures, onChoose }: EventTypePickerProps) {
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const id = useId();
  const eventTypes = useMemo(
    () => matchingEventTypes(search, typeUsage, measures),
    [search, typeUsage, measures],
  );
  const current = Math.min(active, eventTypes.length - 1);
  const move = (to: number) => {
    const next = Math.max(0, Math.min(eventTypes.length - 1, to));
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(current + 1),
    ArrowUp: () => move(current - 1),
    Home: () => move(0),
    End: () => move(eventTypes.length - 1),
    Enter: () => eventTypes[current] && onChoose(eventTypes[current].type, search),
  };
  return (
    <div className="entry-types">
      <label htmlFor={fieldId('type')}>What happened?</label>
      <input
        id={fieldId('type')}
        type="text"
        role="combobox"
        autoComplete="off"
        ref={input}
        placeholder="Type a word, such as tariff, deal, deadline, delay"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-describedby={`${id}-help`}
        aria-activedescendant={
          eventTypes[current] ? `${id}-${eventTypes[current].type}` : undefined
        }
        value={search}
        onChange={({ target }) => {
          setSearch(target.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          const action = keys[event.key];
          if (!action || event.nativeEvent.isComposing) return;
          event.preventDefault();
          action();
        }}
      />
      <p className="entry-description" id={`${id}-help`}>
        A headline will do: its dates, countries and figures are filled in. Use the arrow keys to
        move and Enter to choose. What fits best comes first.
      </p>
      <p className="visually-hidden" role="status">
        {eventTypes.length === 1 ? 'One type' : `${eventTypes.length} types`}
      </p>
      <ul id={`${id}-list`} ref={list} role="listbox" aria-label="Types of events" tabIndex={-1}>
        {eventTypes.map(({ type, description }, index) => (
          <li
            key={type}
            id={`${id}-${type}`}
            role="option"
            aria-selected={index === current}
            onClick={() => onChoose(type, search)}
          >
            <strong>{sentenceCase(type)}</strong> <span className="soft">{description}</span>
          </li>
        ))}
      </ul>
      {eventTypes.length === 0 && (
        <p>
          No event type fits these words. Try another word; for a remark by someone, choose
          “Statement made”.
        </p>
      )}
    </div>
  );
}
