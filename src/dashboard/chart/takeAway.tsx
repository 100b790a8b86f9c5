/** Buttons to take a chart away as a file. */
import type { RefObject } from 'react';
import type { Picture } from '../negotiation/pictures.js';
import { useAssuming } from '../whatif/assuming.js';
import { csvOf } from './csv.js';
import type { Step } from './steps.js';

interface TakeAwayProps {
  readonly drawing: RefObject<SVGSVGElement | null>;
  readonly duty: Picture['duties'][number];
  readonly steps: readonly Step[];
  readonly at: number;
}

/**
 * The steps as rows; a step that begins after the view was not in force yet. What is only supposed
 * says so in every row: rows are copied without their file's name.
 */
export function rowsOf(
  { imposedBy, on, schedule }: Picture['duties'][number],
  at: number,
  supposes = false,
): readonly (readonly (string | number)[])[] {
  return [
    ['imposed_by', 'on', 'from', 'until', 'percentage_points', 'status'],
    ...schedule.map(({ from, until, total }) => [
      imposedBy,
      on,
      from,
      until ?? '',
      total,
      `${supposes ? 'hypothetical, ' : ''}${Date.parse(from) > at ? 'later' : 'in force'}`,
    ]),
  ];
}

export function TakeAway({ drawing, duty, at }: TakeAwayProps) {
  const supposes = useAssuming() !== null;
  const name = `${supposes ? 'hypothetical-' : ''}duty-${duty.imposedBy}-on-${duty.on}`;
  const take = async (kind: 'svg' | 'png' | 'csv') => {
    const { savePng, saveSvg, saveText } = await import('./download.js');
    if (kind === 'csv')
      saveText(`${name}.csv`, 'text/csv;charset=utf-8', csvOf(rowsOf(duty, at, supposes)));
    else if (drawing.current && kind === 'svg') saveSvg(name, drawing.current);
    else if (drawing.current) await savePng(name, drawing.current);
  };
  return (
    <p className="chart-take screen-only">
      Take it away as{' '}
      {(['svg', 'png', 'csv'] as const).map((kind) => (
        <button key={kind} type="button" className="quiet" onClick={() => void take(kind)}>
          {kind.toUpperCase()}
        </button>
      ))}
    </p>
  );
}
