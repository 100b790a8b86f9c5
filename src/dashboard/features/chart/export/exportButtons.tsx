/** Buttons that download a chart as SVG, PNG or CSV. */
import { type RefObject, useState } from 'react';
import { useLogHead } from '../../../api/client/logHead.js';
import type { TimelineEvent } from '../../../api/cache/timelineEvents.js';
import { useAssumptions } from '../../../api/url/assumptions.js';
import type { Clock } from '../../../lib/view.js';
import type { Charted } from '../model/rows.js';

interface ExportButtonsProps extends Charted {
  readonly drawing: RefObject<SVGSVGElement | null>;
  readonly events: readonly TimelineEvent[];
  readonly clocks: Clock;
}

export function ExportButtons({ drawing, clocks, ...charted }: ExportButtonsProps) {
  const hypothetical = useAssumptions() !== null;
  const { head } = useLogHead();
  const { imposedBy, on } = charted.duty;
  const name = `${hypothetical ? 'hypothetical-' : ''}duty-${imposedBy}-on-${on}`;
  const [failed, setFailed] = useState(false);
  const download = async (kind: 'svg' | 'png' | 'csv') => {
    const { saveCsv, savePng, saveSvg, viewOf } = await import('./download.js');
    if (kind === 'csv') saveCsv(name, charted, hypothetical);
    if (kind === 'csv' || !drawing.current) return;
    const view = viewOf(clocks, charted.at, head);
    if (kind === 'svg') saveSvg(name, drawing.current, view);
    else await savePng(name, drawing.current, view);
  };
  return (
    <p className="chart-export screen-only">
      Download{' '}
      {(['svg', 'png', 'csv'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className="quiet"
          onClick={() =>
            void download(kind).then(
              () => setFailed(false),
              () => setFailed(true),
            )
          }
        >
          {kind.toUpperCase()}
        </button>
      ))}
      <span role="status">
        {failed && ' The file could not be created. Try again when the server is reachable.'}
      </span>
    </p>
  );
}
