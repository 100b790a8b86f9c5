/** The bar of a page's sections: each that is on the page, in its order, one tap away. */
import {
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import './sectionBar.css';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly element: HTMLElement;
}

type Register = (entry: Entry) => () => void;

const RegisterContext = createContext<Register | null>(null);
const EntriesContext = createContext<readonly Entry[]>([]);

const byPlace = (a: Entry, b: Entry): number =>
  a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

/** Collects the sections below it for the {@link SectionBar}, which is below it, too. */
export function SectionBarProvider({ children }: { readonly children: ReactNode }) {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const register = useCallback<Register>((entry) => {
    setEntries((before) => [...before, entry].sort(byPlace));
    return () => setEntries((before) => before.filter((each) => each !== entry));
  }, []);
  return (
    <RegisterContext value={register}>
      <EntriesContext value={entries}>{children}</EntriesContext>
    </RegisterContext>
  );
}

export function SectionBar() {
  const entries = useContext(EntriesContext);
  return (
    <nav className="section-bar screen-only" aria-label="Sections of this page">
      {entries.map(({ id, title }) => (
        <a key={id} href={`#${id}`}>
          {title}
        </a>
      ))}
    </nav>
  );
}

/**
 * Puts a section into the bar. `onTarget` is called when the URL names the section, also where it was
 * loaded after the page; the section is scrolled to.
 */
export function useSectionEntry<E extends HTMLElement>(
  id: string,
  title: string,
  onTarget?: () => void,
): RefObject<E | null> {
  const element = useRef<E>(null);
  const register = useContext(RegisterContext);
  useLayoutEffect(
    () =>
      element.current && register ? register({ id, title, element: element.current }) : undefined,
    [register, id, title],
  );
  const latest = useRef(onTarget);
  useEffect(() => {
    latest.current = onTarget;
  });
  useEffect(() => {
    const follow = () => {
      if (location.hash !== `#${id}`) return;
      latest.current?.();
      // What was folded takes its place first.
      requestAnimationFrame(() => element.current?.scrollIntoView());
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [id]);
  return element;
}

/** What is no {@link Section} but has a place in the bar. */
export function SectionPlace({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const ref = useSectionEntry<HTMLDivElement>(id, title);
  return (
    <div id={id} ref={ref}>
      {children}
    </div>
  );
}
