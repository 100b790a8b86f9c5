/** Copies text to the clipboard, and says whether the browser allowed it. */
import { useState } from 'react';

export function useCopy(): { readonly status: string; readonly copy: (text: string) => void } {
  const [status, setStatus] = useState('');
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => setStatus('Copied.'),
      () => setStatus('This browser does not allow copying. Select the text instead.'),
    );
  return { status, copy };
}
