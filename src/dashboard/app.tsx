/** The whole dashboard: a page for each path. */
import { useEffect } from 'react';
import { HeadProvider } from './clock/head.js';
import { EnteringProvider } from './enter/entering.js';
import type { Line } from './live/follow.js';
import { LiveProvider } from './live/live.js';
import { Boundary } from './page/boundary.js';
import { Frame } from './page/frame.js';
import { Loading, NothingHere } from './page/notice.js';
import { part } from './page/part.js';
import { usePathname } from './routing/location.js';
import { type Route, routeOf } from './routing/routes.js';

const PAGE = { meanwhile: <Loading />, name: 'page' } as const;
const OverviewPage = part(() => import('./overview/overviewPage.js'), PAGE);
const NegotiationPage = part(() => import('./negotiation/negotiationPage.js'), PAGE);

interface AppProps {
  /** How events from elsewhere are heard of; without it, none are. */
  readonly line?: Line | undefined;
}

export function App({ line }: AppProps) {
  const path = usePathname();
  const route = routeOf(path);
  // Who reads with a screen reader hears that another page is shown.
  useEffect(() => {
    if (route.page === 'overview') document.title = 'Parley';
  }, [route.page]);
  return (
    <HeadProvider>
      <LiveProvider line={line}>
        <EnteringProvider>
          <Frame>
            <Boundary key={path}>
              <Page route={route} path={path} />
            </Boundary>
          </Frame>
        </EnteringProvider>
      </LiveProvider>
    </HeadProvider>
  );
}

function Page({ route, path }: { readonly route: Route; readonly path: string }) {
  switch (route.page) {
    case 'overview':
      return <OverviewPage />;
    case 'negotiation':
      return <NegotiationPage key={route.slug} slug={route.slug} />;
    // The card has an entry of its own, embed/main.ts.
    case 'embed':
    case 'unknown':
      return <NothingHere path={path} />;
  }
}
