/** What the lines and marks of the chart mean. */
import { memo } from 'react';

interface LegendProps {
  readonly disputed: boolean;
  readonly announced: boolean;
  readonly later: boolean;
}

export const Legend = memo(function Legend({ disputed, announced, later }: LegendProps) {
  return (
    <ul className="chart-legend">
      <Item name="chart-solid" words="in force" shape={<path d="M1 7H23" />} />
      {later && <Item name="chart-scheduled" words="scheduled" shape={<path d="M1 7H23" />} />}
      {later && <Item name="chart-later" words="what came later" shape={<path d="M1 7H23" />} />}
      {disputed && (
        <Item
          name="chart-hatch"
          words="disputed"
          shape={<path d="M3 13L9 1M9 13L15 1M15 13L21 1" />}
        />
      )}
      {announced && (
        <Item
          name="chart-announced"
          words="announced, no legal act"
          shape={<path d="M12 1l6 6l-6 6l-6-6Z" />}
        />
      )}
    </ul>
  );
});

function Item({
  name,
  words,
  shape,
}: {
  readonly name: string;
  readonly words: string;
  readonly shape: React.ReactNode;
}) {
  return (
    <li>
      <svg viewBox="0 0 24 14" width="24" height="14" aria-hidden="true">
        <g className={name}>{shape}</g>
      </svg>
      {words}
    </li>
  );
}
