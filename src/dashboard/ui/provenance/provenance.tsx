/** Provenance of displayed values: a popover on hover and focus, the full panel when pressed. */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import { closeOnEscape } from '../../lib/escapeKey.js';
import { closeOnBack } from '../../lib/location.js';
import { Popover, POPOVER_ID } from './popover.js';
import './provenance.css';

/** The value to explain: its path in the snapshot, if it has one, and the events that set it. */
export interface ProvenanceQuery {
  readonly path: string | null;
  readonly events: readonly string[];
  /** The name of the value, in words. */
  readonly title: string;
}

/** The element that the popover is anchored to, and its content. */
interface PopoverTarget {
  readonly anchor: HTMLElement;
  readonly events: readonly string[];
  readonly none: string | undefined;
}

interface ProvenanceState {
  readonly show: (target: PopoverTarget) => void;
  readonly hide: () => void;
  readonly open: (query: ProvenanceQuery, opener: HTMLElement) => void;
}

const ProvenanceContext = createContext<ProvenanceState>({
  show: () => undefined,
  hide: () => undefined,
  open: () => undefined,
});

/** Long enough for the pointer to move from the value to the popover. */
const LINGER_MS = 160;

/**
 * Provides popover and panel to the values below it. `panel` renders the full answer; calling its
 * `close` returns the focus to the value.
 */
export function ProvenanceProvider({
  children,
  panel,
}: {
  readonly children: ReactNode;
  readonly panel: (query: ProvenanceQuery, close: () => void) => ReactNode;
}) {
  const [popover, setPopover] = useState<PopoverTarget | null>(null);
  const [opened, setOpened] = useState<{ query: ProvenanceQuery; opener: HTMLElement } | null>(
    null,
  );
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const show = useCallback((target: PopoverTarget) => {
    clearTimeout(timer.current);
    setPopover(target);
  }, []);
  const hide = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setPopover(null), LINGER_MS);
  }, []);
  const dismiss = useCallback(() => {
    clearTimeout(timer.current);
    setPopover(null);
  }, []);
  const stay = useCallback(() => clearTimeout(timer.current), []);
  const open = useCallback((query: ProvenanceQuery, opener: HTMLElement) => {
    setPopover(null);
    setOpened({ query, opener });
  }, []);
  const close = useCallback(() => {
    setOpened(null);
    // The focus that comes back was not asked for: it shows no popover over the page.
    const { opener } = opened ?? {};
    opener?.focus();
    setPopover((current) => (current?.anchor === opener ? null : current));
  }, [opened]);

  const hasPopover = popover !== null;
  const isOpen = opened !== null;
  const closeNow = useEffectEvent(close);
  useEffect(() => (opened ? closeOnEscape(close) : undefined), [opened, close]);
  useEffect(() => (isOpen ? closeOnBack(() => closeNow()) : undefined), [isOpen]);
  useEffect(() => (hasPopover ? closeOnEscape(dismiss) : undefined), [hasPopover, dismiss]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const state = useMemo(() => ({ show, hide, open }), [show, hide, open]);
  return (
    <ProvenanceContext value={state}>
      {children}
      {/* The panel says all that the popover of the same value would. */}
      {popover && popover.anchor !== opened?.opener && (
        <Popover {...popover} onStay={stay} onLeave={hide} onGone={dismiss} />
      )}
      {opened && panel(opened.query, close)}
    </ProvenanceContext>
  );
}

interface ProvenanceProps {
  readonly path?: string;
  readonly events: readonly { readonly id: string }[];
  readonly title: string;
  /** The text where no event sets the value. */
  readonly none?: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A value whose events and sources can be shown. */
export function Provenance({
  path,
  events,
  title,
  none,
  children,
  className = '',
}: ProvenanceProps) {
  const { show, hide, open } = useContext(ProvenanceContext);
  const ids = useMemo(() => [...new Set(events.map(({ id }) => id))], [events]);
  const openPanel = (from: HTMLElement) => open({ path: path ?? null, events: ids, title }, from);
  // A button element would not break across lines as the words around it do.
  return (
    <span
      role="button"
      tabIndex={0}
      className={`provenance ${className}`}
      aria-describedby={POPOVER_ID}
      onMouseEnter={({ currentTarget }) => show({ anchor: currentTarget, events: ids, none })}
      onMouseLeave={hide}
      onFocus={({ currentTarget }) => show({ anchor: currentTarget, events: ids, none })}
      onBlur={hide}
      onClick={({ currentTarget }) => openPanel(currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        openPanel(event.currentTarget);
      }}
    >
      {children}
    </span>
  );
}
