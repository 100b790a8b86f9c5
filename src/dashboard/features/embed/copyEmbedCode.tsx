/** A button that copies the HTML for embedding a negotiation's card. */
import { useState } from 'react';
import { useClocks } from '../../api/url/useClocks.js';
import { embedCode } from './embedCode.js';

interface Props {
  readonly slug: string;
  readonly title: string;
}

export function CopyEmbedCode({ slug, title }: Props) {
  const [clocks] = useClocks();
  const [shown, setShown] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const copy = () => {
    const code = embedCode({ slug, title }, clocks, location.origin);
    setShown(code);
    navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <span className="screen-only">
      <button type="button" onClick={copy}>
        Copy embed code
      </button>
      {shown !== null && (
        <>
          {' '}
          <span role="status">{copied ? 'Copied:' : 'Copy this code:'}</span> <code>{shown}</code>
        </>
      )}
    </span>
  );
}
