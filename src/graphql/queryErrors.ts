/** Questions that cannot be answered as asked: GraphQL errors that say what to write instead. */
import { GraphQLError } from 'graphql';
import { isArea, notAnArea } from '../../events/codes/areas.js';
import { HS_CODE } from '../../events/codes/hsCodes.js';
import {
  BadTimePoint,
  BadTimeRange,
  PositionNotReached,
  EventsRefused,
  TooManyEvents,
} from '../app/errors.js';
import { UnknownPath } from '../domain/history/explain.js';

/** A question that must be put differently; `message` says how. */
export const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

function toQueryError(error: unknown): unknown {
  if (error instanceof BadTimePoint || error instanceof BadTimeRange)
    return badInput(error.message);
  if (error instanceof TooManyEvents)
    return new GraphQLError(error.message, { extensions: { code: error.code, most: error.limit } });
  if (error instanceof PositionNotReached) {
    const { code, message, position, reached } = error;
    return new GraphQLError(message, { extensions: { code, minPosition: position, reached } });
  }
  if (error instanceof EventsRefused) {
    const { problems } = error;
    const message = problems.map(({ path, message: what }) => `${path} ${what}`).join('; ');
    return new GraphQLError(`This cannot be assumed: ${message}.`, {
      extensions: { code: 'BAD_USER_INPUT', problems },
    });
  }
  if (error instanceof UnknownPath) {
    const { code, path, nearest } = error;
    return new GraphQLError(error.message, { extensions: { code, path, nearest } });
  }
  return error;
}

/** Asks the door; what was asked wrongly becomes an error the caller may read. */
export async function withQueryErrors<Answer>(run: () => Promise<Answer>): Promise<Answer> {
  try {
    return await run();
  } catch (error) {
    throw toQueryError(error);
  }
}

/** The same for what is worked out at once. */
export function withQueryErrorsSync<Answer>(run: () => Answer): Answer {
  try {
    return run();
  } catch (error) {
    throw toQueryError(error);
  }
}

/** The code; refused when it is no area. */
export function countryCode(argument: string, code: string): string {
  if (isArea(code)) return code;
  throw badInput(`${argument} "${code}" ${notAnArea(code)}`);
}

/** The code; refused when it has the wrong form. */
export function hsCode(argument: string, code: string): string {
  if (HS_CODE.test(code)) return code;
  throw badInput(
    `${argument} "${code}" is not an HS code of 2, 4, 6, 8 or 10 digits without dots.`,
  );
}
