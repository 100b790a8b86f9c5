/** npm `edtf` ships no types; these are the ones that the oracle uses. */
declare module 'edtf' {
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
