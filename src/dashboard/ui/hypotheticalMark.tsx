/** The mark that every drawing of a supposition bears, also where it is taken away as a file. */
export const HYPOTHETICAL = 'Hypothetical: not the record';

export const HypotheticalMark = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <text className="what-if-mark" x={x} y={y}>
    {HYPOTHETICAL}
  </text>
);
