/** The machine names of the shipped record, of the catalogue and of the schema. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, isEnumType } from 'graphql';
import { EVENT_TYPES } from '../../events/catalogue.js';
import { COUNTRY_CODES } from '../../events/codes/countries.js';
import { GROUPS } from '../../events/codes/groups.js';
import type { MachineNames } from './prose.js';
import { shippedEvents } from './record.js';

const SCHEMA = path.join(import.meta.dirname, '../../schema/schema.graphql');

/** Fields of data that hold a slug, or several. */
const SLUG_FIELDS = new Set(['target', 'track', 'relief', 'agreement', 'replaces', 'excludedBy']);

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Every slug and code of a party that an event mentions. */
function slugsIn(value: unknown, field = ''): readonly string[] {
  if (typeof value === 'string')
    return SLUG.test(value) && (SLUG_FIELDS.has(field) || value.startsWith('x-')) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => slugsIn(each, field));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => slugsIn(each, key));
}

export function machineNames(): MachineNames {
  const events = shippedEvents();
  const schema = buildSchema(readFileSync(SCHEMA, 'utf8'));
  const enums = Object.values(schema.getTypeMap()).filter(isEnumType);
  return {
    slugs: new Set(
      events.flatMap(({ stream, data }) => [String(stream).split('/')[1] ?? '', ...slugsIn(data)]),
    ),
    constants: new Set([
      ...enums.flatMap((type) => type.getValues().map(({ name }) => name)),
      ...EVENT_TYPES,
    ]),
    areas: new Set([...COUNTRY_CODES, ...Object.keys(GROUPS)]),
  };
}
