import { useId, useState } from 'react';

interface FieldProps {
  readonly label: string;
  /** A date or an instant; null where the view names none. */
  readonly value: string | null;
  /** What is shown where it names none. */
  readonly empty: string;
  /** A date, or null when the field was emptied. */
  readonly onValue: (value: string | null) => void;
}

/** A date as a field, taken over when it is whole. One that is not taken gives way to the view's. */
export function Field({ label, value, empty, onValue }: FieldProps) {
  const shown = value?.slice(0, 10) ?? empty;
  const [text, setText] = useState(shown);
  const [refused, setRefused] = useState(false);
  const problem = useId();
  const [lastShown, setLastShown] = useState(shown);
  if (lastShown !== shown) {
    setLastShown(shown);
    setText(shown);
    setRefused(false);
  }
  const take = (field: HTMLInputElement) => {
    // A date that was begun and left is none to the browser, as if the field were empty.
    const { badInput } = field.validity;
    if (text === shown && !badInput) return;
    const isDate = /^[12]\d{3}-\d\d-\d\d$/.test(text);
    if (!badInput && (isDate || text === '')) onValue(isDate ? text : null);
    if (!badInput && isDate) return;
    setRefused(badInput || text !== '');
    field.value = shown;
    setText(shown);
  };
  return (
    <div className="dock-field">
      <input
        type="date"
        aria-label={label}
        aria-invalid={refused}
        aria-describedby={refused ? problem : undefined}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setRefused(false);
        }}
        onBlur={({ currentTarget }) => take(currentTarget)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') take(currentTarget);
        }}
      />
      <span id={problem} role="status">
        {refused && 'Not taken: no date from 1000 to 2999.'}
      </span>
    </div>
  );
}
