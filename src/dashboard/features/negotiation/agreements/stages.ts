/** The stages of a treaty's life at which its parties stand, furthest first. */
import type { Snapshot } from '../../../api/cache/snapshotCache.js';

export type AgreementParty = Snapshot['agreements'][number]['byParty'][number];

/** Colours that stages share: bound, under way, given up, nothing yet. */
export type Tone = 'good' | 'accent' | 'warn' | 'bad' | 'line';

export interface Stage {
  /** What its parties are, such as "ratified, not bound". */
  readonly words: string;
  readonly tone: Tone;
  readonly parties: readonly AgreementParty[];
}

const RATIFICATION_WORDS: Readonly<Record<AgreementParty['ratification'], string>> = {
  COMPLETED: 'ratified',
  ADVANCED: 'ratifying',
  NONE: 'no step to ratify on record',
  WITHDRAWN: 'ratification taken back',
  REJECTED: 'consent refused',
};

const RATIFICATION_TONE: Readonly<Record<AgreementParty['ratification'], Tone>> = {
  COMPLETED: 'accent',
  ADVANCED: 'warn',
  NONE: 'line',
  WITHDRAWN: 'bad',
  REJECTED: 'bad',
};

const RATIFICATIONS = Object.keys(RATIFICATION_WORDS) as AgreementParty['ratification'][];

type Rule = Omit<Stage, 'parties'> & { readonly fits: (party: AgreementParty) => boolean };

/** The first that fits is a party's stage. */
const RULES: readonly Rule[] = [
  { words: 'bound', tone: 'good', fits: ({ bound }) => bound === 'DEFINITIVELY' },
  ...RATIFICATIONS.map((ratification): Rule => ({
    words: `bound provisionally, ${RATIFICATION_WORDS[ratification]}`,
    tone: ratification === 'COMPLETED' ? 'good' : 'accent',
    fits: (party) => party.bound === 'PROVISIONALLY' && party.ratification === ratification,
  })),
  { words: 'suspended', tone: 'warn', fits: ({ bound }) => bound === 'SUSPENDED' },
  { words: 'withdrawn', tone: 'bad', fits: ({ bound }) => bound === 'WITHDRAWN' },
  ...RATIFICATIONS.filter((each) => each !== 'NONE').map((ratification): Rule => ({
    words: `${RATIFICATION_WORDS[ratification]}, not bound`,
    tone: RATIFICATION_TONE[ratification],
    fits: (party) => party.ratification === ratification,
  })),
  {
    words: 'signed, no step to ratify on record',
    tone: 'line',
    fits: ({ signed }) => signed !== null,
  },
  { words: 'no signature on record', tone: 'line', fits: () => true },
];

/** The parties by stage, in their order within each; stages without parties are left out. */
export function stagesOf(parties: readonly AgreementParty[]): readonly Stage[] {
  const byRule = new Map<Rule, AgreementParty[]>();
  for (const party of parties) {
    const rule = RULES.find(({ fits }) => fits(party));
    if (rule) byRule.set(rule, [...(byRule.get(rule) ?? []), party]);
  }
  return RULES.flatMap((rule) => {
    const members = byRule.get(rule);
    return members ? [{ words: rule.words, tone: rule.tone, parties: members }] : [];
  });
}
