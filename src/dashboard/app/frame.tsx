/** The frame of every page: header, navigation and live updates. */
import { type ReactNode, useState } from 'react';
import { usePathname } from '../api/url/useLocation.js';
import { EditorLinks } from '../features/entry/editorLinks.js';
import { LiveMark, LiveStrip } from '../features/live/strip.js';
import { InvalidDates } from '../features/timeTravel/invalidDates.js';
import { Link } from '../ui/link.js';
import { lazyWithRetry } from '../ui/loading/lazyWithRetry.js';
import { Loading } from '../ui/loading/notice.js';
import { applyTheme, nextTheme, themeOf } from './theme.js';
import './frame.css';

const ShareMenu = lazyWithRetry(() => import('../features/share/shareMenu.js'), {
  fallback: <Loading />,
  name: 'part',
});

const THEME_WORDS = { system: 'system', light: 'light', dark: 'dark' } as const;

export function Frame({ children }: { readonly children: ReactNode }) {
  const [theme, setTheme] = useState(themeOf);
  const path = usePathname();
  // The menu of a phone is open on the page that it was opened on: choosing another page closes it.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const [sharedOn, setSharedOn] = useState<string | null>(null);
  const open = openOn === path;
  const close = () => setOpenOn(null);
  const change = () => {
    const next = nextTheme(theme);
    applyTheme(next);
    setTheme(next);
  };
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className="frame-top">
        <Link className="frame-name" href="/">
          Parley
        </Link>
        <p className="frame-motto">Where things stand, since when, and who says so</p>
        <LiveMark />
        <button
          type="button"
          className="frame-share screen-only"
          aria-expanded={sharedOn === path}
          onClick={() => setSharedOn(sharedOn === path ? null : path)}
        >
          Share
        </button>
        <button
          type="button"
          className="frame-menu screen-only"
          aria-expanded={open}
          aria-controls="site"
          onClick={() => setOpenOn(open ? null : path)}
        >
          Menu
        </button>
        <nav id="site" aria-label="Site" data-open={open}>
          <Link href="/" onClick={close}>
            All negotiations
          </Link>
          <Link href="/duty" onClick={close}>
            Duty on a good
          </Link>
          <Link href="/chronicle" onClick={close}>
            Chronicle
          </Link>
          <Link href="/glossary" onClick={close}>
            Glossary
          </Link>
          <a href="/graphql" target="_blank" rel="noopener">
            For developers
            <span className="visually-hidden">: GraphQL, in a new tab</span>
          </a>
          <button type="button" className="quiet" onClick={change}>
            Colours: {THEME_WORDS[theme]}
          </button>
          <EditorLinks onChoose={close} />
        </nav>
      </header>
      {sharedOn === path && <ShareMenu onClose={() => setSharedOn(null)} />}
      <LiveStrip />
      <main id="content" tabIndex={-1}>
        <InvalidDates />
        {children}
      </main>
    </>
  );
}
