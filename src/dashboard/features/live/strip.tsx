/** The strip at the top of the window: new events and the connection state. */
import { useEffect, useState } from 'react';
import type { ConnectionState } from '../../api/live/eventFollower.js';
import { useLiveUpdates } from '../../api/live/liveUpdates.js';
import { lostWords, newsWords, retryWords, waitingWords } from '../../api/live/liveWords.js';
import './strip.css';

export function LiveStrip() {
  const { connection, news, announced, showNow, dismiss, tryNow } = useLiveUpdates();
  return (
    <>
      <p className="visually-hidden" aria-live="polite" role="status">
        {announced}
      </p>
      {(connection?.kind === 'lost' || news) && (
        <aside className="live-strip screen-only" aria-label="Changes from elsewhere">
          {connection?.kind === 'lost' && (
            <p className="live-lost">
              {lostWords(connection)} <Retry retryAt={connection.retryAt} />{' '}
              <button type="button" className="quiet" onClick={tryNow}>
                Try now
              </button>
            </p>
          )}
          {news && (
            <p key={news.events.at(-1)?.id} className="highlight">
              {news.isInView ? newsWords(news.events) : waitingWords(news.events)}{' '}
              <button type="button" className="quiet" onClick={news.isInView ? dismiss : showNow}>
                {news.isInView ? 'Dismiss' : 'Show now'}
              </button>
            </p>
          )}
        </aside>
      )}
    </>
  );
}

function Retry({ retryAt }: { readonly retryAt: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(ticking);
  }, []);
  return <span>{retryWords(retryAt, now)}</span>;
}

const CONNECTION_WORDS: Readonly<Record<ConnectionState['kind'], string>> = {
  connecting: 'Connecting',
  open: 'Live',
  lost: 'Not connected',
};

/** The connection state in a word or two; on a phone a dot. It has its place before there is a connection. */
export function LiveMark() {
  const { connection } = useLiveUpdates();
  return (
    <span className="live-mark screen-only" data-connection={connection?.kind ?? 'none'}>
      <span className="live-words">{connection && CONNECTION_WORDS[connection.kind]}</span>
    </span>
  );
}
