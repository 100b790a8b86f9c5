/** Components whose code is loaded when they are first rendered, and can be requested again after a failure. */
import {
  type ComponentType,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { ErrorNotice } from './notice.js';
import './lazyWithRetry.css';

interface Module<P> {
  readonly default: ComponentType<P>;
}

/** `changed`: the server answers but lacks the file, as a later version whose files have other names does. */
type LoadError = 'unreachable' | 'changed';

interface LazyOptions {
  /** Rendered while the code is loading. */
  readonly fallback?: ReactNode;
  /** What the error notice calls it. */
  readonly name?: 'page' | 'part';
}

/**
 * A component that loads its own code when it is first rendered. When loading fails it renders an
 * error notice instead, as a dialog if its props include `onClose`; the rest of the page is not
 * affected. Unlike `lazy` of React, loading can be retried.
 */
export function lazyWithRetry<P extends object>(
  load: () => Promise<Module<P>>,
  { fallback = null, name = 'part' }: LazyOptions = {},
): ComponentType<P> {
  let loaded: ComponentType<P> | undefined;
  return function LazyComponent(props: P) {
    const [Loaded, setLoaded] = useState(() => loaded);
    const [error, setError] = useState<LoadError | null>(null);
    const [retrying, setRetrying] = useState(false);
    const unmounted = useRef(false);
    const attempt = useCallback(async () => {
      setRetrying(true);
      try {
        await missingStyles();
        loaded = (await load()).default;
        if (!unmounted.current) setLoaded(() => loaded);
      } catch {
        const kind = await loadErrorKind();
        if (!unmounted.current) setError(kind);
      }
      if (!unmounted.current) setRetrying(false);
    }, []);
    useLayoutEffect(() => {
      unmounted.current = false;
      if (!loaded) void attempt();
      return () => {
        unmounted.current = true;
      };
    }, [attempt]);
    if (Loaded) return <Loaded {...props} />;
    if (error === null) return fallback;
    const onClose = 'onClose' in props ? (props.onClose as () => void) : undefined;
    return (
      <NotLoaded
        name={name}
        error={error}
        retrying={retrying}
        onRetry={() => void attempt()}
        onClose={onClose}
      />
    );
  };
}

interface NotLoadedProps {
  readonly name: string;
  readonly error: LoadError;
  readonly retrying: boolean;
  readonly onRetry: () => void;
  readonly onClose: (() => void) | undefined;
}

function NotLoaded({ name, error, retrying, onRetry, onClose }: NotLoadedProps) {
  const title = `This ${name} could not be loaded`;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const { current } = box;
    current?.focus();
    return () => {
      // Returns the keyboard focus to where it was.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const notice = (
    <>
      <ErrorNotice title={title} onRetry={onRetry}>
        {retrying ? 'Trying again …' : LOAD_ERROR_WORDS[error]}
      </ErrorNotice>
      {error === 'changed' && (
        <button type="button" onClick={() => location.reload()}>
          Reload the page
        </button>
      )}
    </>
  );
  if (!onClose) return notice;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Closes this dialog only.
    event.preventDefault();
    onClose();
  };
  return (
    <div
      ref={box}
      className="load-error"
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {notice}
      <button type="button" onClick={onClose}>
        Close
      </button>
    </div>
  );
}

const LOAD_ERROR_WORDS = {
  unreachable: 'The server could not be reached. Nothing that you see or have typed is lost.',
  changed:
    'A new version may be available. Reload the page; what you have typed in a form is kept.',
} as const;

/** Some browsers cache a failed script import, so `changed` also offers a reload then. */
async function loadErrorKind(): Promise<LoadError> {
  try {
    const { ok } = await fetch('/', { method: 'HEAD', cache: 'no-store' });
    return ok ? 'changed' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

/** Reloads style sheets that failed: a repeated import does not request them again. */
async function missingStyles(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('head link[data-failed]')];
  await Promise.all(
    links.map(
      (link) =>
        new Promise<unknown>((resolve, reject) => {
          const copy = link.cloneNode() as HTMLLinkElement;
          copy.onload = () => {
            delete copy.dataset['failed'];
            resolve(copy);
          };
          copy.onerror = reject;
          link.replaceWith(copy);
        }),
    ),
  );
}

// The error event of a link does not bubble, so it is captured.
addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet')
      target.dataset['failed'] = '';
  },
  true,
);
