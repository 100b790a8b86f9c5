/**
 * Units of quantity: the codes of UN/ECE Recommendation 20 (Codes for Units of Measure Used in
 * International Trade) in which tariffs express duties and quotas, each with its usual symbol.
 */
interface Unit {
  /** As a tariff writes it after a slash: `7 INR/kg`. */
  readonly symbol: string;
  readonly name: string;
}

const unit = (symbol: string, name: string): Unit => ({ symbol, name });

/** Every unit, by its code. */
export const UNITS: Readonly<Record<string, Unit>> = {
  MGM: unit('mg', 'milligram'),
  GRM: unit('g', 'gram'),
  KGM: unit('kg', 'kilogram'),
  DTN: unit('dt', 'decitonne (100 kg)'),
  TNE: unit('t', 'tonne'),
  KTN: unit('kt', 'kilotonne'),
  CTM: unit('carat', 'metric carat'),
  LBR: unit('lb', 'pound'),
  ONZ: unit('oz', 'ounce'),
  APZ: unit('oz t', 'troy ounce'),
  STN: unit('short ton', 'short ton (2,000 lb)'),
  LTN: unit('long ton', 'long ton (2,240 lb)'),
  CWA: unit('cwt (US)', 'hundredweight (100 lb)'),
  CWI: unit('cwt (UK)', 'hundredweight (112 lb)'),
  KSD: unit('kg 90 % sdt', 'kilogram of substance 90 % dry'),
  KNI: unit('kg N', 'kilogram of nitrogen'),
  KPO: unit('kg K2O', 'kilogram of potassium oxide'),
  KPH: unit('kg KOH', 'kilogram of potassium hydroxide'),
  KPP: unit('kg P2O5', 'kilogram of phosphorus pentoxide'),
  KSH: unit('kg NaOH', 'kilogram of sodium hydroxide'),
  KHY: unit('kg H2O2', 'kilogram of hydrogen peroxide'),
  KMA: unit('kg met.am.', 'kilogram of methylamine'),
  KCC: unit('kg C5H14ClNO', 'kilogram of choline chloride'),
  KUR: unit('kg U', 'kilogram of uranium'),
  KNS: unit('kg named substance', 'kilogram of named substance'),
  MLT: unit('ml', 'millilitre'),
  LTR: unit('l', 'litre'),
  HLT: unit('hl', 'hectolitre'),
  LPA: unit('l alc.', 'litre of pure alcohol'),
  HPA: unit('hl alc.', 'hectolitre of pure alcohol'),
  PGL: unit('pf. gal', 'proof gallon'),
  GLL: unit('gal (US)', 'US gallon'),
  GLI: unit('gal (UK)', 'imperial gallon'),
  BLL: unit('bbl', 'barrel (42 US gallons)'),
  BUA: unit('bu (US)', 'US bushel'),
  MTQ: unit('m³', 'cubic metre'),
  DMQ: unit('dm³', 'cubic decimetre'),
  CMQ: unit('cm³', 'cubic centimetre'),
  FTQ: unit('ft³', 'cubic foot'),
  MBF: unit('1,000 board ft', 'thousand board feet'),
  MMT: unit('mm', 'millimetre'),
  CMT: unit('cm', 'centimetre'),
  MTR: unit('m', 'metre'),
  KMT: unit('km', 'kilometre'),
  INH: unit('in', 'inch'),
  FOT: unit('ft', 'foot'),
  YRD: unit('yd', 'yard'),
  CMK: unit('cm²', 'square centimetre'),
  MTK: unit('m²', 'square metre'),
  FTK: unit('ft²', 'square foot'),
  YDK: unit('yd²', 'square yard'),
  KWH: unit('kWh', 'kilowatt hour'),
  MWH: unit('MWh', 'megawatt hour'),
  GWH: unit('GWh', 'gigawatt hour'),
  GV: unit('GJ', 'gigajoule'),
  D30: unit('TJ', 'terajoule'),
  BTU: unit('BTU', 'British thermal unit'),
  KWT: unit('kW', 'kilowatt'),
  NAR: unit('item', 'number of articles'),
  H87: unit('piece', 'piece'),
  HEA: unit('head', 'head'),
  NCL: unit('cell', 'number of cells'),
  SET: unit('set', 'set'),
  KT: unit('kit', 'kit'),
  PR: unit('pair', 'pair'),
  TPR: unit('ten pairs', 'ten pairs'),
  DPR: unit('dozen pairs', 'dozen pairs'),
  DZN: unit('dozen', 'dozen'),
  GRO: unit('gross', 'gross (144)'),
  GGR: unit('great gross', 'great gross (1,728)'),
  CEN: unit('hundred', 'hundred'),
  MIL: unit('thousand', 'thousand'),
  MIO: unit('million', 'million'),
  NMP: unit('pack', 'number of packs'),
  GRT: unit('gross register ton', 'gross register ton'),
  NTT: unit('net register ton', 'net register ton'),
  CCT: unit('t capacity', 'carrying capacity in metric tons'),
  SEC: unit('s', 'second'),
  MIN: unit('minute', 'minute'),
  HUR: unit('hour', 'hour'),
  DAY: unit('day', 'day'),
  WEE: unit('week', 'week'),
  MON: unit('month', 'month'),
  ANN: unit('year', 'year'),
};

/** The codes accepted. */
export const UNIT_CODES: readonly string[] = Object.keys(UNITS);

export const isUnit = (code: string): boolean => Object.hasOwn(UNITS, code);

const unitOf = (code: string): Unit | undefined => (isUnit(code) ? UNITS[code] : undefined);

/** The usual symbol of a unit, such as `kg` for KGM; the code itself when it is unknown. */
export const unitSymbol = (code: string): string => unitOf(code)?.symbol ?? code;

/** The English name of a unit; the code itself when it is unknown. */
export const unitName = (code: string): string => unitOf(code)?.name ?? code;

/** Symbols that are words, and take a plural. */
const COUNTED = new Set(['carat', 'cell', 'item', 'kit', 'pack', 'pair', 'piece', 'roll', 'set']);

/** A quantity for people: `50,000 items`, `1.5 t`. */
export function quantityText(value: number, code: string): string {
  const symbol = unitSymbol(code);
  const number = value.toLocaleString('en', { maximumFractionDigits: 15 });
  return `${number} ${COUNTED.has(symbol) && value !== 1 ? `${symbol}s` : symbol}`;
}

/** The code that was probably meant: by its symbol or name, in any case; undefined when none is near. */
function likelyUnit(text: string): string | undefined {
  const lowerCased = text.trim().toLowerCase();
  return UNIT_CODES.find((code) =>
    [code, unitSymbol(code), unitName(code), `${unitName(code)}s`].some(
      (each) => each.toLowerCase() === lowerCased,
    ),
  );
}

/** Why a text is no unit, as a sentence without its subject; with the code meant, where one is near. */
export function notAUnit(text: string): string {
  const code = likelyUnit(text);
  return `is not a unit of UN/ECE Recommendation 20 that tariffs use, such as KGM, LTR, NAR or TNE${code === undefined ? '' : `; did you mean ${code}?`}`;
}

/** Further ways in which tariffs write units. */
const ALIASES: Readonly<Record<string, string>> = {
  kgs: 'KGM',
  kilo: 'KGM',
  ton: 'TNE',
  'metric ton': 'TNE',
  liter: 'LTR',
  'cubic meter': 'MTQ',
  'square meter': 'MTK',
  meter: 'MTR',
  m3: 'MTQ',
  m2: 'MTK',
  cm3: 'CMQ',
  cm2: 'CMK',
  dm3: 'DMQ',
  'p/st': 'NAR',
  article: 'NAR',
  unit: 'NAR',
  each: 'NAR',
  'no.': 'NAR',
  'pr.': 'PR',
  'doz.': 'DZN',
  'doz. pr.': 'DPR',
  'gr.': 'GRO',
  barrel: 'BLL',
};

let spellings: readonly (readonly [spelling: string, code: string])[] | undefined;

/** Every way to write a unit, longest first; the plural of a word beside it. Built when first needed. */
const allSpellings = () =>
  (spellings ??= [
    ...UNIT_CODES.flatMap((code) => [
      [code, code] as const,
      [unitSymbol(code), code] as const,
      [unitName(code), code] as const,
    ]),
    ...Object.entries(ALIASES),
  ]
    .flatMap(([spelling, code]) =>
      /[a-z]{3}$/.test(spelling)
        ? [[spelling, code] as const, [`${spelling}s`, code] as const]
        : [[spelling, code] as const],
    )
    .sort(([a], [b]) => b.length - a.length));

/**
 * The unit that a text begins with, by its symbol, name or code, and how many characters say it;
 * the longest that fits. Undefined when it begins with none. O(units).
 */
export function findUnit(
  text: string,
): { readonly code: string; readonly length: number } | undefined {
  const found = allSpellings().find(
    ([spelling]) =>
      text.startsWith(spelling) && !/^[\p{L}\p{N}]/u.test(text.slice(spelling.length)),
  );
  return found && { code: found[1], length: found[0].length };
}
