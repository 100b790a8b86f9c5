/** The key of a chart, above its drawing. */
import { memo } from 'react';
import { KEY_MARK, keyMarkSvg } from './export/keySvg.js';
import { PAGE_PAINT } from './export/paint.js';
import { Markup } from './markup.js';
import type { KeyEntry } from './model/key.js';

export const Legend = memo(function Legend({ entries }: { readonly entries: readonly KeyEntry[] }) {
  const { width, height } = KEY_MARK;
  return (
    <ul className="chart-legend" aria-label="Key">
      {entries
        .filter(({ mark }) => mark !== 'later')
        .map(({ mark, words, isDrawn }) => (
          <li key={mark} data-drawn={isDrawn}>
            <svg
              viewBox={`0 0 ${width} ${height}`}
              width={width}
              height={height}
              aria-hidden="true"
            >
              <Markup svg={keyMarkSvg(mark, PAGE_PAINT)} />
            </svg>
            {words}
          </li>
        ))}
    </ul>
  );
});
