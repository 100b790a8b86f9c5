/** Buttons to take a chart away as a file. */
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
  const supposes = useAssumptions() !== null;
  const { head } = useLogHead();
  const { imposedBy, on } = charted.duty;
  const name = `${supposes ? 'hypothetical-' : ''}duty-${imposedBy}-on-${on}`;
  const [failed, setFailed] = useState(false);
  const take = async (kind: 'svg' | 'png' | 'csv') => {
    const { saveCsv, savePng, saveSvg, viewOf } = await import('./download.js');
    if (kind === 'csv') saveCsv(name, charted, supposes);
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
            void take(kind).then(
              () => setFailed(false),
              () => setFailed(true),
            )
          }
        >
          {kind.toUpperCase()}
        </button>
      ))}
      <span role="status">
        {failed && ' The file could not be made. Try again when the server can be reached.'}
      </span>
    </p>
  );
}
