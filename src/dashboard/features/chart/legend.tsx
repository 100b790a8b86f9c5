/** What a label beside the line cannot say: the hatching, and marks without room for words. */
import { memo } from 'react';

interface LegendProps {
  readonly disputed: boolean;
  readonly announced: boolean;
}

export const Legend = memo(function Legend({ disputed, announced }: LegendProps) {
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
      {announced && (
        <>
          <svg viewBox="0 0 24 14" width="24" height="14" aria-hidden="true">
            <path className="chart-hatch" d="M12 1l6 6l-6 6l-6-6Z" />
          </svg>
          announced, no legal act
        </>
      )}
    </p>
  );
});
