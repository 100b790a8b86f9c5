/** Every property test runs with one seed, so that a failure here is a failure everywhere. */
export const SEED = Number(process.env['SEED'] ?? 20_251_105);
