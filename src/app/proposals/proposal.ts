/** What a proposal is: a draft with the words it rests on, and what became of it. */
import { z } from 'zod';
import { pathText, type Problem } from '../../../events/parse.js';
import { source } from '../../../events/envelope.js';
import type { Draft } from '../../domain/drafts/draft.js';
import type { ProposalRecord, ProposalStatus } from '../../log/core/stores/proposalStore.js';

/** Longest text that drafts may rest on, in UTF-16 units. */
export const MAX_TEXT = 200_000;
/** Most drafts proposed at a time. */
export const MAX_DRAFTS = 200;

const span = z.union([
  z.tuple([z.int().min(0), z.int().min(0)]),
  z.string().min(1).max(4_000),
  z.strictObject({
    start: z.int().min(0).optional(),
    end: z.int().min(0).optional(),
    quote: z.string().min(1).max(4_000).optional(),
  }),
]);
const path = z.string().min(1).max(200);

/** A draft as sent: the keys of the interchange format, with spans and needs. */
const draftShape = z.strictObject({
  type: z.string().max(100),
  stream: z.string().max(200).optional(),
  also: z.array(z.string().max(200)).max(50).optional(),
  occurred: z.string().max(100).optional(),
  timeZone: z.string().max(60).optional(),
  certainty: z.string().max(20).optional(),
  sources: z.array(source).max(50).optional(),
  data: z.record(z.string(), z.unknown()),
  spans: z
    .record(path, z.union([span, z.array(span).min(1).max(20)]))
    .refine((spans) => Object.keys(spans).length <= 200, 'has more than 200 paths')
    .optional(),
  needs: z.array(path).max(50).optional(),
});

/** The draft in what was sent, or what is wrong with its shape. */
export function parseDraft(input: unknown): Draft | readonly Problem[] {
  const parsed = draftShape.safeParse(input);
  if (parsed.success) return parsed.data;
  return parsed.error.issues.map((issue) => ({
    path: pathText(issue.path),
    code: issue.code === 'unrecognized_keys' ? 'UNKNOWN_KEY' : 'INVALID',
    message: issue.message,
  }));
}

export interface ProposalSpan {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** The words there; kept even where the text is not. */
  readonly quote: string;
}

/** The text a proposal rests on. */
export interface ProposalText {
  /** SHA-256 of its UTF-8, lower-case hex. */
  readonly hash: string;
  /** In UTF-16 units. */
  readonly length: number;
  /** The day of the report, from which its dates are counted. */
  readonly day?: string | undefined;
}

/** What is stored of a proposal. */
export interface ProposalBody {
  readonly proposedBy?: string | undefined;
  /** Without spans and needs. */
  readonly event: Omit<Draft, 'spans' | 'needs'>;
  readonly spans: readonly ProposalSpan[];
  readonly needs: readonly string[];
  readonly text?: ProposalText | undefined;
}

/** What is stored of a decision. */
export interface DecisionBody {
  readonly by?: string | undefined;
  readonly reason?: string | undefined;
  /** Paths that whoever accepted it changed. */
  readonly amended?: readonly string[];
  /** The event that was recorded. */
  readonly event?: string;
}

export interface Decision extends DecisionBody {
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface Proposal extends ProposalBody {
  readonly id: string;
  readonly status: ProposalStatus;
  /** Epoch milliseconds. */
  readonly proposed: number;
  readonly decision: Decision | undefined;
}

export function readProposal({ proposal, decision }: ProposalRecord): Proposal {
  return {
    ...(JSON.parse(proposal.body) as ProposalBody),
    id: proposal.id,
    proposed: proposal.proposed,
    status: decision?.status ?? 'PENDING',
    decision: decision && {
      ...(JSON.parse(decision.body) as DecisionBody),
      at: decision.decided,
    },
  };
}
