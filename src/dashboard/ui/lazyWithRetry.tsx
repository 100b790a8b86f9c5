/** Parts of a page whose code is loaded when they are first shown, and asked for again where it did not come. */
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
import { Trouble } from './notice.js';
import './lazyWithRetry.css';

interface Module<P> {
  readonly default: ComponentType<P>;
}

/** The server answers, though not with the code: it may be a later one, whose parts have other names. */
type Lost = 'unreachable' | 'changed';

interface PartOptions {
  /** Shown while the code is on its way. */
  readonly meanwhile?: ReactNode;
  /** What it is called where it cannot be shown. */
  readonly name?: 'page' | 'part';
}

/**
 * A component that loads its own code when it is first shown. Where that fails it says so in its
 * place, or over the page when it can be closed by `onClose`, and nothing else of the page is lost;
 * unlike `lazy` it can be tried again.
 */
export function part<P extends object>(
  load: () => Promise<Module<P>>,
  { meanwhile = null, name = 'part' }: PartOptions = {},
): ComponentType<P> {
  let loaded: ComponentType<P> | undefined;
  return function Part(props: P) {
    const [Shown, setShown] = useState(() => loaded);
    const [lost, setLost] = useState<Lost | null>(null);
    const [trying, setTrying] = useState(false);
    const left = useRef(false);
    const attempt = useCallback(async () => {
      setTrying(true);
      try {
        await missingStyles();
        loaded = (await load()).default;
        if (!left.current) setShown(() => loaded);
      } catch {
        const why = await whyLost();
        if (!left.current) setLost(why);
      }
      if (!left.current) setTrying(false);
    }, []);
    useLayoutEffect(() => {
      left.current = false;
      if (!loaded) void attempt();
      return () => {
        left.current = true;
      };
    }, [attempt]);
    if (Shown) return <Shown {...props} />;
    if (lost === null) return meanwhile;
    const onClose = 'onClose' in props ? (props.onClose as () => void) : undefined;
    return (
      <NotLoaded
        name={name}
        lost={lost}
        trying={trying}
        onRetry={() => void attempt()}
        onClose={onClose}
      />
    );
  };
}

interface NotLoadedProps {
  readonly name: string;
  readonly lost: Lost;
  readonly trying: boolean;
  readonly onRetry: () => void;
  readonly onClose: (() => void) | undefined;
}

function NotLoaded({ name, lost, trying, onRetry, onClose }: NotLoadedProps) {
  const title = `This ${name} could not be loaded`;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const { current } = box;
    current?.focus();
    return () => {
      // Whoever asked for it with the keyboard goes on from there.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const notice = (
    <>
      <Trouble title={title} onRetry={onRetry}>
        {trying ? 'Trying again …' : WORDS[lost]}
      </Trouble>
      {lost === 'changed' && (
        <button type="button" onClick={() => location.reload()}>
          Reload the page
        </button>
      )}
    </>
  );
  if (!onClose) return notice;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // It takes away this and nothing else.
    event.preventDefault();
    onClose();
  };
  return (
    <div
      ref={box}
      className="part-lost"
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

const WORDS = {
  unreachable: 'The server could not be reached. Nothing that you see or have typed is lost.',
  changed:
    'The server may have been renewed since this page was opened. What you have typed in a form is kept when the page is reloaded.',
} as const;

/** Some browsers keep that a script did not come: then, too, only a reload helps. */
async function whyLost(): Promise<Lost> {
  try {
    const { ok } = await fetch('/', { method: 'HEAD', cache: 'no-store' });
    return ok ? 'changed' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

/** Style sheets that did not come: an import that is tried again goes on without them. */
async function missingStyles(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('head link[data-lost]')];
  await Promise.all(
    links.map(
      (link) =>
        new Promise<unknown>((resolve, reject) => {
          const again = link.cloneNode() as HTMLLinkElement;
          again.onload = () => {
            delete again.dataset['lost'];
            resolve(again);
          };
          again.onerror = reject;
          link.replaceWith(again);
        }),
    ),
  );
}

// An error of a link does not bubble.
addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet')
      target.dataset['lost'] = '';
  },
  true,
);
