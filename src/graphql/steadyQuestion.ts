/** Questions whose answer is the same at every instant of a stretch of time in which nothing changes. */
import {
  type DocumentNode,
  type FieldNode,
  getOperationAST,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Where a question says the instant it is asked at, and nothing else. */
export type MomentPlace =
  /** The offset of a string in the document: `asOf: { at: "2026-01-01" }`. */
  | { readonly literal: number }
  /** The variable of an instant: `asOf: { at: $at }`. */
  | { readonly at: string }
  /** The variable of all clocks: `asOf: $asOf`. */
  | { readonly asOf: string };

/** What has to stay as it is for an answer to stay. */
export interface Steadily {
  /** Of a negotiation also the measures and duties between its parties. */
  readonly trade: boolean;
  /** Of a duty also the measures on other goods. */
  readonly whole: boolean;
}

/** Fields of a negotiation that tell of measures between its parties. */
const TRADE: ReadonlySet<string> = new Set(['measures', 'duties']);

/**
 * Of these types the fields that change at change points only. The others tell the instant itself, by
 * which clocks they were read, or what is counted up to it. What these fields lead to has no clock of
 * its own: of other types every field is as steady as the path to it.
 */
export const STEADY_FIELDS: Readonly<Record<string, ReadonlySet<string>>> = {
  Query: new Set(['negotiation', 'duty']),
  Negotiation: new Set([
    ...['slug', 'title', 'revision', 'parties', 'formerParties', 'phase', 'phases', 'rtaStatus'],
    ...['activity', 'pauses', 'rounds', 'roundsCompleted', 'meetings', 'tracks', 'targets'],
    ...['agreements', 'latestEvent', 'checkedThrough', ...TRADE],
  ]),
  Pause: new Set(['from', 'to', 'scope', 'track', 'reason', 'setBy', 'endedBy']),
  Measure: new Set([
    ...['slug', 'title', 'imposedBy', 'affects', 'exceptFor', 'form', 'role', 'kind', 'status'],
    ...['certainty', 'rate', 'expression', 'goods', 'collected', 'lawful', 'endedHow', 'terms'],
    ...['leastCertainty', 'pending', 'announcedRate', 'reliefs', 'setBy', 'timeZone'],
  ]),
  Duty: new Set([
    ...['imposedBy', 'on', 'timeZone', 'total', 'expression', 'amount', 'range', 'certainty'],
    ...['leastCertainty', 'scope', 'coverage', 'layers', 'pending', 'disputed'],
  ]),
};

/** Whether a field reads the measures on other goods, where the goods have a code. */
const readsWhole = (type: string, { name, arguments: given = [] }: FieldNode): boolean => {
  if (type !== 'Duty' || !['layers', 'pending'].includes(name.value)) return false;
  return !given.some(({ value }) => value.kind === Kind.BOOLEAN && value.value);
};

/** Whether a root field is asked at the instant in a place, and at no other. */
function isAskedAt(field: FieldNode, place: MomentPlace): boolean {
  const asOf = field.arguments?.find(({ name }) => name.value === 'asOf')?.value;
  if (asOf?.kind === Kind.VARIABLE) return 'asOf' in place && asOf.name.value === place.asOf;
  if (asOf?.kind !== Kind.OBJECT) return false;
  const at = asOf.fields.find(({ name }) => name.value === 'at')?.value;
  if (at?.kind === Kind.VARIABLE) return 'at' in place && at.name.value === place.at;
  return at?.kind === Kind.STRING && 'literal' in place && at.loc?.start === place.literal;
}

function isAskedOnlyAt(
  document: DocumentNode,
  { selectionSet }: OperationDefinitionNode,
  place: MomentPlace,
): boolean {
  const { selections } = selectionSet;
  const asksAt = selections.every((each) => each.kind === Kind.FIELD && isAskedAt(each, place));
  if (!asksAt || 'literal' in place) return asksAt;
  const variable = 'at' in place ? place.at : place.asOf;
  let uses = 0;
  visit(document, {
    [Kind.VARIABLE_DEFINITION]: () => false,
    [Kind.VARIABLE]: ({ name }) => {
      if (name.value === variable) uses += 1;
    },
  });
  return uses === selections.length;
}

/**
 * What an answer rests on, if it is the same at all instants between two changes of that; undefined
 * where it is not, or the question says its instant elsewhere than in `place`. The document is valid.
 * O(document).
 */
export function steadyQuestion(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  place: MomentPlace,
): Steadily | undefined {
  const operation = getOperationAST(document, operationName);
  if (!operation || !isAskedOnlyAt(document, operation, place)) return undefined;
  const found = { isSteady: true, trade: false, whole: false };
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.FIELD]: (field) => {
        const { name } = types.getParentType() ?? { name: '' };
        const steady = STEADY_FIELDS[name];
        const isNamed = field.name.value === '__typename';
        if (steady && !isNamed && !steady.has(field.name.value)) found.isSteady = false;
        found.trade ||= name === 'Negotiation' && TRADE.has(field.name.value);
        found.whole ||= readsWhole(name, field);
      },
    }),
  );
  const { isSteady, ...rests } = found;
  return isSteady ? rests : undefined;
}
