/** The content of the chart as a table, rendered only while open. */
import { memo, useState } from 'react';
import type { TimelineEvent } from '../../lib/time/timelineEvents.js';
import { Loading } from '../../ui/loading/notice.js';
import { lazyWithRetry } from '../../ui/loading/lazyWithRetry.js';
import { countryName } from '../../lib/words/labels.js';
import type { Charted } from './model/rows.js';

const TableRows = lazyWithRetry(() => import('./tableRows.js'), {
  fallback: <Loading what="Making the table" />,
});

export const ChartTable = memo(function ChartTable(
  props: Charted & { readonly events: readonly TimelineEvent[] },
) {
  const { imposedBy, on } = props.duty;
  const [open, setOpen] = useState(false);
  return (
    <details className="chart-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        The duty of {countryName(imposedBy)} on {countryName(on)} as a table
      </summary>
      {open && <TableRows {...props} />}
    </details>
  );
});
