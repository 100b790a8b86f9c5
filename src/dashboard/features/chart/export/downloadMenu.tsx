/** One menu for what can be taken away of a chart: image, drawing, tables, citation, embed code. */
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
} from 'react';
import { useGraphqlClient } from '../../../api/client/apiProvider.js';
import { useLogHead } from '../../../api/client/logHead.js';
import { useAssumptions } from '../../../api/url/assumptions.js';
import { lazyWithRetry } from '../../../ui/loading/lazyWithRetry.js';
import {
  type DownloadableChart,
  type FileKind,
  FILES,
  IMAGE_WIDTHS,
  type ImageWidth,
} from './downloadable.js';

interface DownloadMenuProps extends DownloadableChart {
  /** What else the menu offers, such as a code for embedding. */
  readonly embed: ReactNode;
}

const CiteDialog = lazyWithRetry(() => import('./cite.js'));

export function DownloadMenu({ embed, ...charted }: DownloadMenuProps) {
  const client = useGraphqlClient();
  const hypothetical = useAssumptions() !== null;
  const { head } = useLogHead();
  const menu = useRef<HTMLDetailsElement>(null);
  const [status, setStatus] = useState('');
  const [width, setWidth] = useState<ImageWidth>(960);
  const name = useId();
  const [cites, setCites] = useState(false);
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  const download = async (kind: FileKind) => {
    close();
    setStatus('Preparing the file …');
    try {
      const { take } = await import('./take.js');
      await take(kind, { ...charted, client, head, hypothetical, width });
      setStatus('');
    } catch {
      setStatus('The file could not be created. Try again when the server is reachable.');
    }
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget && !currentTarget.contains(relatedTarget)) close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.current?.open) return;
    event.stopPropagation();
    close();
    menu.current.querySelector('summary')?.focus();
  };
  return (
    <>
      <details ref={menu} className="chart-menu" onBlur={onBlur} onKeyDown={onKeyDown}>
        <summary>Download</summary>
        <ul>
          <li>
            <fieldset>
              <legend>Images laid out for</legend>
              {IMAGE_WIDTHS.map(([pixels, words]) => (
                <label key={pixels}>
                  <input
                    type="radio"
                    name={name}
                    checked={pixels === width}
                    onChange={() => setWidth(pixels)}
                  />
                  {words}
                </label>
              ))}
            </fieldset>
          </li>
          {FILES.map(([kind, words]) => (
            <li key={kind}>
              <button type="button" className="quiet" onClick={() => void download(kind)}>
                {words}
              </button>
            </li>
          ))}
          <li>
            <button
              type="button"
              className="quiet"
              onClick={() => {
                close();
                setCites(!cites);
              }}
            >
              Cite
            </button>
          </li>
          {embed !== null && <li>{embed}</li>}
        </ul>
      </details>
      <span role="status">{status}</span>
      {cites && <CiteDialog {...charted} head={head} onClose={() => setCites(false)} />}
    </>
  );
}
