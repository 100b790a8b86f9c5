import { useEffect, useState } from 'react';

interface FieldProps {
  readonly label: string;
  /** A date or an instant; null where the view names none. */
  readonly value: string | null;
  /** What is shown where it names none. */
  readonly empty: string;
  /** A date, or null when the field was emptied. */
  readonly onValue: (value: string | null) => void;
}

/** A date as a field, taken over when it is whole. */
export function Field({ label, value, empty, onValue }: FieldProps) {
  const shown = value?.slice(0, 10) ?? empty;
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const take = (to: string) => {
    if (to === shown) return;
    if (to === '') onValue(null);
    else if (/^[12]\d{3}-\d\d-\d\d$/.test(to)) onValue(to);
  };
  return (
    <div className="dock-field">
      <input
        type="date"
        aria-label={label}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={() => take(text)}
        onKeyDown={({ key }) => {
          if (key === 'Enter') take(text);
        }}
      />
    </div>
  );
}
