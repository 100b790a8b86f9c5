/** What a label beside the line cannot say: the hatching, and the line of the other view. */
import { memo } from 'react';

export const Legend = memo(function Legend({ disputed }: { readonly disputed: boolean }) {
  return (
    <p className="chart-legend">
      {disputed && (
        <>
          <svg viewBox="0 0 24 14" width="24" height="14" aria-hidden="true">
            <path className="chart-hatch" d="M3 13L9 1M9 13L15 1M15 13L21 1" />
          </svg>
          disputed
        </>
      )}
    </p>
  );
});
