/**
 * The scalars. Those that carry a grammar take any string: Parley checks it, so that an append
 * returns every problem at once, each with its path, and a query the first.
 */
import { GraphQLError, Kind, valueFromASTUntyped } from 'graphql';
import { isInstant } from '../../../events/time/edtf.js';
import { builder } from '../builder.js';

type Grammar = 'TimePoint' | 'EDTF' | 'EffectiveTime' | 'CountryCode' | 'HSCode' | 'URL';

const grammars: Record<Grammar, string> = {
  TimePoint:
    'ISO 8601 date or date-time with offset. A date means the close of that day in the zone of what is asked about.',
  EDTF: 'An uncertain or partial date: EDTF level 1 (ISO 8601-2:2019), verbatim, such as 2025-03, 2025-08-04/2025-08-08 or 2025-08-15~.',
  EffectiveTime:
    "When something takes effect: a date-time with offset (2025-08-27T00:01:00-04:00), or a date, which means 00:00 in the measure's zone.",
  CountryCode:
    'An area: an ISO 3166-1 alpha-2 code in capitals, EU, XI, XK or a group such as MERCOSUR. A party may also be x- and a slug, such as x-sag-aftra.',
  HSCode: 'Harmonized System code of 2, 4, 6, 8 or 10 digits, without dots.',
  URL: 'An http or https address.',
};

function textOf(scalar: Grammar, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new GraphQLError(`${scalar} must be a string: ${grammars[scalar]}`);
}

for (const scalar of Object.keys(grammars) as Grammar[])
  builder.scalarType(scalar, {
    description: grammars[scalar],
    serialize: (value) => value,
    parseValue: (value) => textOf(scalar, value),
    parseLiteral: (node) => textOf(scalar, node.kind === Kind.STRING ? node.value : undefined),
  });

function instantOf(value: unknown): number {
  if (typeof value === 'string' && isInstant(value)) return Date.parse(value);
  throw new GraphQLError(
    `DateTime ${JSON.stringify(value)} is not a date-time with offset, such as 2025-08-27T00:01:00-04:00.`,
  );
}

builder.scalarType('DateTime', {
  description: 'ISO 8601 date-time with offset; answers are in UTC with milliseconds.',
  serialize: (instant) => new Date(instant).toISOString(),
  parseValue: instantOf,
  parseLiteral: (node) => instantOf(node.kind === Kind.STRING ? node.value : undefined),
});

builder.scalarType('JSON', {
  description: 'Any JSON value.',
  serialize: (value) => value,
  parseValue: (value) => value,
  // Literals come as objects without a prototype; what is recorded must be plain JSON.
  parseLiteral: (node, variables) =>
    JSON.parse(JSON.stringify(valueFromASTUntyped(node, variables) ?? null)) as unknown,
});
