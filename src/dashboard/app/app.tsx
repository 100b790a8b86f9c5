/** The whole dashboard: a page for each path. */
import { useEffect } from 'react';
import { LogHeadProvider } from '../api/client/logHead.js';
import { usePathname } from '../api/url/useLocation.js';
import { EntryLauncherProvider } from '../features/entry/entryLauncher.js';
import type { OpenConnection } from '../api/live/eventFollower.js';
import { LiveUpdatesProvider } from '../api/live/liveUpdates.js';
import { ErrorBoundary } from '../ui/loading/boundary.js';
import { Frame } from './frame.js';
import { Loading, NotFound } from '../ui/loading/notice.js';
import { lazyWithRetry } from '../ui/loading/lazyWithRetry.js';
import { type Route, routeOf } from '../lib/routes.js';

const PAGE = { fallback: <Loading />, name: 'page' } as const;
const OverviewPage = lazyWithRetry(() => import('../features/overview/overviewPage.js'), PAGE);
const DutyPage = lazyWithRetry(() => import('./dutyPage.js'), PAGE);
const ProposalsPage = lazyWithRetry(() => import('./proposalsPage.js'), PAGE);
const EventPage = lazyWithRetry(() => import('../features/record/eventPage.js'), PAGE);
const MeasurePage = lazyWithRetry(() => import('../features/record/measurePage.js'), PAGE);
const PartyPage = lazyWithRetry(() => import('../features/record/partyPage.js'), PAGE);
const ChroniclePage = lazyWithRetry(() => import('../features/record/chroniclePage.js'), PAGE);
const GlossaryPage = lazyWithRetry(() => import('../features/glossary/glossary.js'), PAGE);
const NegotiationPage = lazyWithRetry(() => import('./negotiationPage.js'), PAGE);

interface AppProps {
  /** Opens the event subscription; without it, there are no live updates. */
  readonly openConnection?: OpenConnection | undefined;
}

export function App({ openConnection }: AppProps) {
  const path = usePathname();
  const route = routeOf(path);
  // Who reads with a screen reader hears that another page is shown.
  useEffect(() => {
    if (route.page === 'overview') document.title = 'Parley';
  }, [route.page]);
  return (
    <LogHeadProvider>
      <LiveUpdatesProvider openConnection={openConnection}>
        <EntryLauncherProvider>
          <Frame>
            <ErrorBoundary key={path}>
              <Page route={route} path={path} />
            </ErrorBoundary>
          </Frame>
        </EntryLauncherProvider>
      </LiveUpdatesProvider>
    </LogHeadProvider>
  );
}

function Page({ route, path }: { readonly route: Route; readonly path: string }) {
  switch (route.page) {
    case 'overview':
      return <OverviewPage />;
    case 'duty':
      return <DutyPage />;
    case 'proposals':
      return <ProposalsPage />;
    case 'negotiation':
      return <NegotiationPage key={route.slug} slug={route.slug} />;
    case 'event':
      return <EventPage key={route.id} id={route.id} />;
    case 'measure':
      return <MeasurePage key={route.slug} slug={route.slug} />;
    case 'party':
      return <PartyPage key={route.code} code={route.code} />;
    case 'chronicle':
      return <ChroniclePage slug={null} />;
    case 'chronicleOf':
      return <ChroniclePage key={route.slug} slug={route.slug} />;
    case 'glossary':
      return <GlossaryPage />;
    // The card has an entry of its own, embed/main.ts.
    case 'embed':
    case 'dutyEmbed':
    case 'unknown':
      return <NotFound path={path} />;
  }
}
