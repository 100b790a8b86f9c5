/** A file from which anyone can check an answer offline, where heads of the log are signed. */
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import { CheckpointDocument } from '../../generated/graphql.js';

interface ProofLinkProps {
  /** Path of the answer under /api. */
  readonly path: string;
  /** The query string that pins it. */
  readonly search: string;
  readonly children: string;
}

export function ProofLink({ path, search, children }: ProofLinkProps) {
  const { data } = useGraphqlQuery(CheckpointDocument, {});
  if (data?.log.checkpoint == null) return null;
  return (
    <a
      href={`${path}${search}&proof`}
      title="A file that shows offline, with the public key of this log, that this answer follows from it: parley verify --proof"
    >
      {children}
    </a>
  );
}
