/** What every page knows of changes from elsewhere. */
import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useClocks } from '../url/useClocks.js';
import { useLogHead } from '../client/logHead.js';
import { isMoving, now } from '../../lib/view.js';
import { type Route, routeOf } from '../../lib/routes.js';
import { usePathname } from '../url/useLocation.js';
import { affectsNegotiation } from './affectsNegotiation.js';
import {
  EventFollower,
  type Line,
  type ConnectionState,
  type RecordedEvent,
} from './eventFollower.js';
import { isOwnWrite, writesSettled } from '../client/ownWrites.js';
import { lostWords, newsWords, waitingWords } from './liveWords.js';

/** What was recorded elsewhere while a page was looked at. */
export interface News {
  readonly path: string;
  readonly events: readonly RecordedEvent[];
  /** Whether the page shows it; a view of the past does not. */
  readonly shown: boolean;
}

export interface Live {
  /** Null where nothing is followed. */
  readonly line: ConnectionState | null;
  readonly news: News | null;
  /** Whether events from elsewhere were taken into the page within the last ten seconds. */
  readonly isFresh: boolean;
  /** The last sentence for those who listen to the page. */
  readonly announced: string;
  /** Leaves a view of the past for everything known, now. */
  readonly showNow: () => void;
  readonly dismiss: () => void;
  readonly tryNow: () => void;
}

const nothing = () => undefined;
const LiveUpdatesContext = createContext<Live>({
  line: null,
  news: null,
  isFresh: false,
  announced: '',
  showNow: nothing,
  dismiss: nothing,
  tryNow: nothing,
});

export const useLiveUpdates = (): Live => use(LiveUpdatesContext);

/** What the clock alone changes, such as a date that passes, shows after so many milliseconds. */
const CLOCK_MS = 600_000;

/** A change later than this after an event has another cause, such as a moved slider. */
const FRESH_MS = 10_000;

/** Whether a page may look different once an event is known. */
const bearsOn = (event: RecordedEvent, route: Route): boolean =>
  route.page === 'negotiation' ? affectsNegotiation(event, route.slug) : route.page === 'overview';

interface Props {
  /** How events are heard of; without it, nothing is followed. */
  readonly line?: Line | undefined;
  readonly children: ReactNode;
}

export function LiveUpdatesProvider({ line, children }: Props) {
  const { head, refresh } = useLogHead();
  const [clocks, setClocks] = useClocks();
  const path = usePathname();
  const moving = isMoving(clocks);
  const [state, setState] = useState<ConnectionState | null>(null);
  const [news, setNews] = useState<News | null>(null);
  const [isFresh, setIsFresh] = useState(false);
  const freshTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [announced, setAnnounced] = useState('');
  const following = useRef<EventFollower>(undefined);
  const newest = useRef(0);

  const hear = useEffectEvent((events: readonly RecordedEvent[]) => {
    newest.current = Number(events.at(-1)?.cursor ?? newest.current);
    const route = routeOf(path);
    const concerning = events.filter((event) => bearsOn(event, route));
    const elsewhere = concerning.filter(({ id }) => !isOwnWrite(id));
    const catchUp = moving && concerning.length > 0 && newest.current > (head?.position ?? 0);
    if (catchUp && elsewhere.length > 0) {
      setIsFresh(true);
      clearTimeout(freshTimer.current);
      freshTimer.current = setTimeout(() => setIsFresh(false), FRESH_MS);
    }
    const told = (catchUp ? refresh() : Promise.resolve()).then(() => {
      if (elsewhere.length === 0) return;
      setNews((before) => {
        const waiting = before?.path === path && !before.shown ? before.events : [];
        return { path, shown: moving, events: moving ? elsewhere : [...waiting, ...elsewhere] };
      });
      setAnnounced(moving ? newsWords(elsewhere) : waitingWords(elsewhere));
    });
    void told;
  });
  const turn = useEffectEvent((next: ConnectionState) => {
    if (next.kind === 'lost' && state?.kind !== 'lost') setAnnounced(lostWords(next));
    if (next.kind === 'open' && announced.startsWith('Not connected'))
      setAnnounced('Connected again.');
    setState(next);
  });

  const known = head !== null;
  const start = useEffectEvent(() => following.current?.start(String(head?.position ?? 0)));
  useEffect(() => {
    if (!line || !known) return;
    const followed = new EventFollower(line, {
      events: (events) => void writesSettled().then(() => hear(events)),
      state: (next) => turn(next),
    });
    following.current = followed;
    start();
    const tryNow = () => followed.tryNow();
    window.addEventListener('online', tryNow);
    document.addEventListener('visibilitychange', tryNow);
    return () => {
      window.removeEventListener('online', tryNow);
      document.removeEventListener('visibilitychange', tryNow);
      followed.stop();
    };
  }, [line, known]);

  useEffect(() => () => clearTimeout(freshTimer.current), []);

  // What was recorded while another page or a view of the past was looked at.
  const catchUp = useEffectEvent(() => {
    if (moving && newest.current > (head?.position ?? 0)) void refresh();
  });
  useEffect(() => catchUp(), [path, moving]);
  useEffect(() => {
    if (!moving || !line) return;
    const passing = setInterval(() => void refresh(), CLOCK_MS);
    return () => clearInterval(passing);
  }, [moving, line, refresh]);

  const value = useMemo<Live>(
    () => ({
      line: state,
      news: news?.path === path && news.shown === moving ? news : null,
      isFresh,
      announced,
      showNow: () => {
        setNews((before) => before && { ...before, shown: true });
        setClocks({ ...now(), to: null });
      },
      dismiss: () => setNews(null),
      tryNow: () => following.current?.tryNow(),
    }),
    [state, news, path, moving, isFresh, announced, setClocks],
  );
  return <LiveUpdatesContext value={value}>{children}</LiveUpdatesContext>;
}
