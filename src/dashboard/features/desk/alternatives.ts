/** Other claims that may change the answer: each is asked of the server, none is guessed. */
import type { Goods } from '../../generated/graphql.js';
import { capital } from '../../lib/words/labels.js';
import { type Question, unitSymbol } from './question.js';
import { type Layer, moneyWords } from './words.js';

/** The question with another claim. */
export interface Alternative {
  /** The claim, in words that begin a sentence. */
  readonly words: string;
  readonly question: Question;
}

type Relief = NonNullable<Layer['measure']>['reliefs'][number];

/** A claim made or not made: the key of the goods that holds it, and what it is called. */
const LISTS = [
  ['quotas', 'a place in the quota'],
  ['origin', 'a claim of origin'],
  ['endUse', 'the end use'],
] as const;

/** Each question is a request. */
export const MAX_ALTERNATIVES = 20;

/** What the goods must claim for a relief, beside what they claim already; null where that is nothing. */
function claimsFor(relief: Relief, goods: Goods): Goods | null {
  const grant = 'goods' in relief.setBy ? relief.setBy : null;
  const scope = grant?.goods;
  const further: Goods = {};
  const [use, producer] = [scope?.endUse?.[0], scope?.producers?.[0]];
  const origin = scope?.origin?.[0];
  if (relief.quota && relief.slug !== null && !goods.quotas?.includes(relief.slug))
    further.quotas = [...(goods.quotas ?? []), relief.slug];
  if (origin !== undefined && !scope?.origin?.some((each) => goods.origin?.includes(each)))
    further.origin = [...(goods.origin ?? []), origin];
  if (use !== undefined && !scope?.endUse?.some((each) => goods.endUse?.includes(each)))
    further.endUse = [...(goods.endUse ?? []), use];
  if (producer !== undefined && goods.producer == null) further.producer = producer;
  if (grant?.valueAtMost && !goods.customsValue) further.customsValue = { ...grant.valueAtMost };
  return Object.keys(further).length > 0 ? further : null;
}

const QUOTA_STATUS = { OPEN: 'open', EXHAUSTED: 'full', SUSPENDED: 'suspended' } as const;

function claimWords(claims: Goods, { quota }: Relief): string {
  const parts = [
    ...(claims.quotas && quota
      ? [
          `a place in the quota “${claims.quotas.at(-1)}” (${quota.volume.toLocaleString('en')} ${unitSymbol(quota.unit)}, ${QUOTA_STATUS[quota.status]})`,
        ]
      : []),
    ...(claims.origin ? [`a claim of origin ${claims.origin.at(-1)}`] : []),
    ...(claims.endUse ? [`the end use ${claims.endUse.at(-1)}`] : []),
    ...(claims.producer != null ? [`${claims.producer} as producer`] : []),
    ...(claims.customsValue
      ? [`a customs value of at most ${moneyWords(claims.customsValue)}`]
      : []),
  ];
  return `With ${parts.join(' and ')}`;
}

/**
 * The question with each claim that a relief of its measures asks for, without each claim that it
 * makes, and with the goods found to be transshipped. At most {@link MAX_ALTERNATIVES}.
 */
export function alternativesTo(
  question: Question,
  layers: readonly Layer[],
): readonly Alternative[] {
  const goods = question.goods ?? {};
  const asking = (words: string, change: Goods): Alternative => ({
    words,
    question: { ...question, goods: { ...goods, ...change } },
  });
  const missing = layers.flatMap(({ measure }) =>
    (measure?.reliefs ?? []).flatMap((relief) => {
      const claims = claimsFor(relief, goods);
      return claims ? [asking(claimWords(claims, relief), claims)] : [];
    }),
  );
  const made = LISTS.flatMap(([key, name]) =>
    (goods[key] ?? []).map((claim) => {
      const others = (goods[key] ?? []).filter((each) => each !== claim);
      const words =
        key === 'quotas'
          ? `If the quota “${claim}” is full, or without a place in it`
          : capital(`without ${name} ${claim}`);
      return asking(words, { [key]: others });
    }),
  );
  const transshipped =
    goods.transshipped === true
      ? asking('If they were not transshipped', { transshipped: false })
      : asking('If customs finds them transshipped to evade a duty', { transshipped: true });
  const all = [...made, ...missing, transshipped];
  return [...new Map(all.map((each) => [JSON.stringify(each.question), each])).values()].slice(
    0,
    MAX_ALTERNATIVES,
  );
}
