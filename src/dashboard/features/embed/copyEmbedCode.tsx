/** A button that copies the HTML for embedding a negotiation's card, or the chart of its duty. */
import { useState } from 'react';
import { useClocks } from '../../api/url/useClocks.js';
import { chartEmbedCode, embedCode } from './embedCode.js';

interface Props {
  readonly slug: string;
  readonly title: string;
  readonly of: 'card' | 'chart';
}

export function CopyEmbedCode({ slug, title, of }: Props) {
  const [clocks] = useClocks();
  const [shown, setShown] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const copy = () => {
    const codeOf = of === 'chart' ? chartEmbedCode : embedCode;
    const code = codeOf({ slug, title }, clocks, location.origin);
    setShown(code);
    navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <span className="screen-only">
      <button type="button" onClick={copy}>
        {of === 'chart' ? 'Embed this chart' : 'Embed this page as a card'}
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
