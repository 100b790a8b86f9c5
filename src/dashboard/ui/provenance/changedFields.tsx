/** The fields that a correction replaced, each as it was and as it is. */
import { capital } from '../../lib/words/labels.js';
import type { Change } from './changes.js';

export const ChangedFields = ({ changes }: { readonly changes: readonly Change[] }) =>
  changes.map(({ field, before, after }) => (
    <p key={field}>
      <span className="soft">{capital(field)}:</span>{' '}
      {before === null ? <span className="soft">not told before;</span> : <s>{before}</s>}{' '}
      {after ?? <span className="soft">no longer told</span>}
    </p>
  ));
