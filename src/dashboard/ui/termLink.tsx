/** A word as a link to what it means. */
import type { ReactNode } from 'react';
import type { EventCertainty } from '../generated/graphql.js';
import { CERTAINTY_TERMS, type Term, termPath } from '../lib/terms.js';
import { CERTAINTY } from '../lib/words/labels.js';
import { Link } from './link.js';

interface TermLinkProps {
  readonly term: Term;
  /** The words that stand for it; itself where there are none. */
  readonly children?: ReactNode;
}

export const TermLink = ({ term, children }: TermLinkProps) => (
  <Link className="term" href={termPath(term)} title="What this means">
    {children ?? term}
  </Link>
);

/** How firmly something is held. */
export const CertaintyLink = ({ certainty }: { readonly certainty: EventCertainty }) => (
  <span className={certainty === 'DISPUTED' ? 'disputed' : 'soft'}>
    <TermLink term={CERTAINTY_TERMS[certainty]}>{CERTAINTY[certainty]}</TermLink>
  </span>
);
