/** npm `edtf` ships no types; these are what the oracle asks of it. */
declare module 'edtf' {
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
