/** Sharing the page that is shown: by what the device offers, or by copying its address. */
import { useEffect, useRef } from 'react';
import { useLogHead } from '../../api/client/logHead.js';
import { usePathname, useSearch } from '../../api/url/useLocation.js';
import { closeOnEscape } from '../../lib/escapeKey.js';
import { useCopy } from '../../ui/citation/useCopy.js';
import { pinnedAddress } from './shareAddresses.js';
import './shareMenu.css';

export default function ShareMenu({ onClose }: { readonly onClose: () => void }) {
  const { head } = useLogHead();
  const path = usePathname();
  const search = useSearch();
  const { status, copy } = useCopy();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => closeOnEscape(onClose), [onClose]);
  const address = location.origin + path + search;
  const pinned = pinnedAddress(address, head);
  return (
    <section className="share-menu screen-only" aria-labelledby="share-title">
      <h2 id="share-title" ref={heading} tabIndex={-1}>
        Share this page
      </h2>
      <p className="share-buttons">
        {'share' in navigator && (
          <button
            type="button"
            className="primary"
            onClick={() =>
              // Rejects where the reader changes their mind.
              void navigator.share({ title: document.title, url: address }).catch(() => undefined)
            }
          >
            Send to …
          </button>
        )}
        <button type="button" onClick={() => copy(address)}>
          Copy link
        </button>
        {pinned !== null && (
          <button type="button" onClick={() => copy(pinned)}>
            Copy link to the page as it is now
          </button>
        )}
        <button type="button" className="quiet" onClick={onClose}>
          Close
        </button>
      </p>
      {pinned !== null && (
        <p className="soft">
          The first goes on with the record; what the second shows never changes.
        </p>
      )}
      <p role="status">{status}</p>
    </section>
  );
}
