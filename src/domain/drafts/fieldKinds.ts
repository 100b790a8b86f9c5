/** The fields of an event that must rest on words of a text, and how they are read again. */
import { isArea } from '../../../events/codes/areas.js';
import { isInstantOrDay, tryParseEdtf } from '../../../events/time/edtf.js';
import type { Draft } from './draft.js';

export type FieldKind = 'DATE' | 'NUMBER' | 'RATE' | 'AREA' | 'QUOTE' | 'NAME';

export interface Field {
  /** `occurred`, `data.rate`, `data.affects[0]`. */
  readonly path: string;
  readonly kind: FieldKind;
  readonly value: string | number;
}

const KINDS: Readonly<Record<string, FieldKind>> = {
  occurred: 'DATE',
  dates: 'DATE',
  due: 'DATE',
  was: 'DATE',
  to: 'DATE',
  from: 'DATE',
  until: 'DATE',
  through: 'DATE',
  effectiveFrom: 'DATE',
  legalEffectFrom: 'DATE',
  revertsAt: 'DATE',
  expectedResume: 'DATE',
  rate: 'RATE',
  percent: 'RATE',
  proposedRate: 'RATE',
  transshipmentRate: 'RATE',
  capTotalAt: 'RATE',
  imposedBy: 'AREA',
  affects: 'AREA',
  exceptFor: 'AREA',
  parties: 'AREA',
  party: 'AREA',
  member: 'AREA',
  by: 'AREA',
  against: 'AREA',
  onBehalfOf: 'AREA',
  participants: 'AREA',
  signatories: 'AREA',
  quote: 'QUOTE',
  speaker: 'NAME',
  name: 'NAME',
  place: 'NAME',
  venue: 'NAME',
};

/** Records' own names of things, and references: no text has them. */
const OWN = new Set(['event', 'target', 'agreement', 'relief', 'replaces', 'excludedBy', 'hs']);

function kindOf(key: string, value: unknown): FieldKind | undefined {
  const kind = KINDS[key];
  if (typeof value === 'number') return kind === 'RATE' ? 'RATE' : 'NUMBER';
  if (typeof value !== 'string' || value === '*') return undefined;
  if (kind === 'DATE')
    return isInstantOrDay(value) || tryParseEdtf(value) !== null ? kind : undefined;
  // Whoever is not in the code lists is given by name.
  if (kind === 'AREA' && !isArea(value)) return value.startsWith('x-') ? undefined : 'NAME';
  return kind === 'RATE' ? undefined : kind;
}

function* fieldsIn(value: unknown, path: string, key: string): Generator<Field> {
  if (OWN.has(key)) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* fieldsIn(item, `${path}[${index}]`, key);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value))
      yield* fieldsIn(item, `${path}.${name}`, name);
  } else {
    const kind = kindOf(key, value);
    if (kind) yield { path, kind, value: value as string | number };
  }
}

/** Every field of a draft that must rest on the text. O(size of the draft). */
export const fieldsToCheck = ({ occurred, data }: Draft): readonly Field[] => [
  ...fieldsIn(occurred, 'occurred', 'occurred'),
  ...fieldsIn(data, 'data', ''),
];
