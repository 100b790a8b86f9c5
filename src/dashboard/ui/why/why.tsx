/** Every value can say who says so: in short on hover and on focus, in full when pressed. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Tip, TIP_ID } from './popover.js';
import './why.css';

/** What is asked: a path of the snapshot where there is one, and the events that set its value. */
export interface Asked {
  readonly path: string | null;
  readonly events: readonly string[];
  /** What it is about, in words. */
  readonly title: string;
}

/** Where the words about a value are shown, and what they are about. */
interface Shown {
  readonly anchor: HTMLElement;
  readonly events: readonly string[];
  readonly none: string | undefined;
}

interface WhyState {
  readonly show: (shown: Shown) => void;
  readonly hide: () => void;
  readonly open: (asked: Asked, opener: HTMLElement) => void;
}

const WhyContext = createContext<WhyState>({
  show: () => undefined,
  hide: () => undefined,
  open: () => undefined,
});

/** Long enough for the pointer to get from the value to the words about it. */
const LINGER_MS = 160;

/**
 * Shows the words about a value below this. `panel` draws the full answer, and is told how to
 * close it; focus then returns to where it was asked.
 */
export function WhyProvider({
  children,
  panel,
}: {
  readonly children: ReactNode;
  readonly panel: (asked: Asked, close: () => void) => ReactNode;
}) {
  const [tip, setTip] = useState<Shown | null>(null);
  const [opened, setOpened] = useState<{ asked: Asked; opener: HTMLElement } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const show = useCallback((shown: Shown) => {
    clearTimeout(timer.current);
    setTip(shown);
  }, []);
  const hide = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setTip(null), LINGER_MS);
  }, []);
  const stay = useCallback(() => clearTimeout(timer.current), []);
  const open = useCallback((asked: Asked, opener: HTMLElement) => {
    setTip(null);
    setOpened({ asked, opener });
  }, []);
  const close = useCallback(() => {
    setOpened(null);
    opened?.opener.focus();
  }, [opened]);

  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      // One press takes away one thing: first the words about a value, then the panel.
      if (tip) setTip(null);
      else if (opened) close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [tip, opened, close]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const state = useMemo(() => ({ show, hide, open }), [show, hide, open]);
  return (
    <WhyContext value={state}>
      {children}
      {tip && <Tip {...tip} onStay={stay} onLeave={hide} />}
      {opened && panel(opened.asked, close)}
    </WhyContext>
  );
}

interface WhyProps {
  readonly path?: string;
  readonly events: readonly { readonly id: string }[];
  readonly title: string;
  /** What is said where no event sets it. */
  readonly none?: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A value that says who says so. */
export function Why({ path, events, title, none, children, className = '' }: WhyProps) {
  const { show, hide, open } = useContext(WhyContext);
  const ids = useMemo(() => [...new Set(events.map(({ id }) => id))], [events]);
  const ask = (from: HTMLElement) => open({ path: path ?? null, events: ids, title }, from);
  // A button element would not break across lines as the words around it do.
  return (
    <span
      role="button"
      tabIndex={0}
      className={`why ${className}`}
      aria-describedby={TIP_ID}
      onMouseEnter={({ currentTarget }) => show({ anchor: currentTarget, events: ids, none })}
      onMouseLeave={hide}
      onFocus={({ currentTarget }) => show({ anchor: currentTarget, events: ids, none })}
      onBlur={hide}
      onClick={({ currentTarget }) => ask(currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        ask(event.currentTarget);
      }}
    >
      {children}
    </span>
  );
}
