/** Live updates: events that others record, for every page. */
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
  type OpenConnection,
  type ConnectionState,
  type RecordedEvent,
} from './eventFollower.js';
import { isOwnWrite, writesSettled } from '../client/ownWrites.js';
import { lostWords, newsWords, waitingWords } from './liveWords.js';

/** Events that others recorded while a page was open. */
export interface News {
  readonly path: string;
  readonly events: readonly RecordedEvent[];
  /** Whether the page shows it; a view of the past does not. */
  readonly isInView: boolean;
}

export interface Live {
  /** Null without a subscription. */
  readonly connection: ConnectionState | null;
  readonly news: News | null;
  /** Whether the page applied events of others within the last ten seconds. */
  readonly isFresh: boolean;
  /** The last announcement for screen readers. */
  readonly announced: string;
  /** Leaves a view of the past for everything known, now. */
  readonly showNow: () => void;
  readonly dismiss: () => void;
  readonly tryNow: () => void;
}

const nothing = () => undefined;
const LiveUpdatesContext = createContext<Live>({
  connection: null,
  news: null,
  isFresh: false,
  announced: '',
  showNow: nothing,
  dismiss: nothing,
  tryNow: nothing,
});

export const useLiveUpdates = (): Live => use(LiveUpdatesContext);

/** Interval of refreshing, for changes that come with time alone, in milliseconds. */
const CLOCK_MS = 600_000;

/** How long after an event a change of the page is attributed to it, in milliseconds. */
const FRESH_MS = 10_000;

/** Whether an event may change a page. */
const affectsPage = (event: RecordedEvent, route: Route): boolean =>
  route.page === 'negotiation' ? affectsNegotiation(event, route.slug) : route.page === 'overview';

interface Props {
  /** Opens the event subscription; without it, there are no live updates. */
  readonly openConnection?: OpenConnection | undefined;
  readonly children: ReactNode;
}

export function LiveUpdatesProvider({ openConnection, children }: Props) {
  const { head, refresh } = useLogHead();
  const [clocks, setClocks] = useClocks();
  const path = usePathname();
  const moving = isMoving(clocks);
  const [state, setState] = useState<ConnectionState | null>(null);
  const [news, setNews] = useState<News | null>(null);
  const [isFresh, setIsFresh] = useState(false);
  const freshTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [announced, setAnnounced] = useState('');
  const followerRef = useRef<EventFollower>(undefined);
  const newest = useRef(0);

  const receive = useEffectEvent((events: readonly RecordedEvent[]) => {
    newest.current = Number(events.at(-1)?.cursor ?? newest.current);
    const route = routeOf(path);
    const concerning = events.filter((event) => affectsPage(event, route));
    const elsewhere = concerning.filter(({ id }) => !isOwnWrite(id));
    const catchUp = moving && concerning.length > 0 && newest.current > (head?.position ?? 0);
    if (catchUp && elsewhere.length > 0) {
      setIsFresh(true);
      clearTimeout(freshTimer.current);
      freshTimer.current = setTimeout(() => setIsFresh(false), FRESH_MS);
    }
    void (catchUp ? refresh() : Promise.resolve()).then(() => {
      if (elsewhere.length === 0) return;
      setNews((before) => {
        const waiting = before?.path === path && !before.isInView ? before.events : [];
        return { path, isInView: moving, events: moving ? elsewhere : [...waiting, ...elsewhere] };
      });
      setAnnounced(moving ? newsWords(elsewhere) : waitingWords(elsewhere));
    });
  });
  const setConnection = useEffectEvent((next: ConnectionState) => {
    if (next.kind === 'lost' && state?.kind !== 'lost') setAnnounced(lostWords(next));
    if (next.kind === 'open' && announced.startsWith('Not connected'))
      setAnnounced('Connected again.');
    setState(next);
  });

  const isHeadKnown = head !== null;
  const start = useEffectEvent(() => followerRef.current?.start(String(head?.position ?? 0)));
  useEffect(() => {
    if (!openConnection || !isHeadKnown) return;
    const follower = new EventFollower(openConnection, {
      events: (events) => void writesSettled().then(() => receive(events)),
      state: (next) => setConnection(next),
    });
    followerRef.current = follower;
    start();
    const tryNow = () => follower.tryNow();
    window.addEventListener('online', tryNow);
    document.addEventListener('visibilitychange', tryNow);
    return () => {
      window.removeEventListener('online', tryNow);
      document.removeEventListener('visibilitychange', tryNow);
      follower.stop();
    };
  }, [openConnection, isHeadKnown]);

  useEffect(() => () => clearTimeout(freshTimer.current), []);

  // Applies what was recorded while another page or a view of the past was shown.
  const catchUp = useEffectEvent(() => {
    if (moving && newest.current > (head?.position ?? 0)) void refresh();
  });
  useEffect(() => catchUp(), [path, moving]);
  useEffect(() => {
    if (!moving || !openConnection) return;
    const passing = setInterval(() => void refresh(), CLOCK_MS);
    return () => clearInterval(passing);
  }, [moving, openConnection, refresh]);

  const value = useMemo<Live>(
    () => ({
      connection: state,
      news: news?.path === path && news.isInView === moving ? news : null,
      isFresh,
      announced,
      showNow: () => {
        setNews((before) => before && { ...before, isInView: true });
        setClocks({ ...now(), to: null });
      },
      dismiss: () => setNews(null),
      tryNow: () => followerRef.current?.tryNow(),
    }),
    [state, news, path, moving, isFresh, announced, setClocks],
  );
  return <LiveUpdatesContext value={value}>{children}</LiveUpdatesContext>;
}
