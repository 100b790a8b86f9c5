/** The label on every hypothetical chart, included in downloaded files. */
export const HYPOTHETICAL = 'Hypothetical: not the record';

export const HypotheticalMark = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <text className="what-if-mark" x={x} y={y}>
    {HYPOTHETICAL}
  </text>
);
