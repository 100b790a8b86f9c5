import { useEffect, useId, useRef, useState } from 'react';

interface DateFieldProps {
  readonly label: string;
  /** A date or an instant; null where the view names none. */
  readonly value: string | null;
  /** What the input shows when `value` is null. */
  readonly empty: string;
  /** Called with a date, or null when the field was emptied. */
  readonly onValue: (value: string | null) => void;
}

/** A pause after which what stands in the field counts: whoever types a year passes others. */
const PAUSE_MS = 600;

const isDate = (text: string): boolean => /^[12]\d{3}-\d\d-\d\d$/.test(text);

/**
 * A date input that commits a complete date shortly after the last change, and at once on blur or
 * Enter; an invalid date is reset to the view's.
 */
export function DateField({ label, value, empty, onValue }: DateFieldProps) {
  const displayText = value?.slice(0, 10) ?? empty;
  const [text, setText] = useState(displayText);
  const [isInvalid, setIsInvalid] = useState(false);
  const problem = useId();
  const [lastDisplayText, setLastDisplayText] = useState(displayText);
  if (lastDisplayText !== displayText) {
    setLastDisplayText(displayText);
    setText(displayText);
    setIsInvalid(false);
  }
  const change = useRef(onValue);
  useEffect(() => {
    change.current = onValue;
  });
  useEffect(() => {
    if (text === displayText || !isDate(text)) return undefined;
    const timer = setTimeout(() => change.current(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, displayText]);
  const commit = (field: HTMLInputElement) => {
    // Browsers report a half-typed date as empty, with badInput set.
    const { badInput } = field.validity;
    if (text === displayText && !badInput) return;
    const complete = isDate(text);
    if (!badInput && (complete || text === '')) onValue(complete ? text : null);
    if (!badInput && complete) return;
    setIsInvalid(badInput || text !== '');
    field.value = displayText;
    setText(displayText);
  };
  return (
    <div className="date-field">
      <input
        type="date"
        aria-label={label}
        aria-invalid={isInvalid}
        aria-describedby={isInvalid ? problem : undefined}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setIsInvalid(false);
        }}
        onBlur={({ currentTarget }) => commit(currentTarget)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') commit(currentTarget);
        }}
      />
      <span id={problem} role="status">
        {isInvalid && 'Enter a date between 1000-01-01 and 2999-12-31.'}
      </span>
    </div>
  );
}
