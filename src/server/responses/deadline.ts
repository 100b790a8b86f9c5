/** The deadline of an answer. */
import { GraphQLError } from 'graphql';

/** Why work on an answer was stopped; `deadline` in milliseconds. */
export const deadlineExceeded = (deadline: number, cost: number | undefined): GraphQLError =>
  new GraphQLError(
    `This took longer than ${deadline / 1000} s and was stopped. Ask for smaller pages, fewer fields, or in several requests.`,
    { extensions: { code: 'DEADLINE_EXCEEDED', deadlineMs: deadline, cost } },
  );

/** Throws DEADLINE_EXCEEDED when called more than `deadline` milliseconds from now. */
export function deadlineCheck(deadline: number, cost: number): () => void {
  const end = performance.now() + deadline;
  return () => {
    if (performance.now() > end) throw deadlineExceeded(deadline, cost);
  };
}
