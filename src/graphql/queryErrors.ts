/** GraphQL errors of queries that cannot be answered; the message says what to write instead. */
import { GraphQLError } from 'graphql';
import { isArea, isParty, notAnArea, notAParty } from '../../events/codes/areas.js';
import { HS_CODE } from '../../events/codes/hsCodes.js';
import {
  BadTimePoint,
  BadTimeRange,
  PositionNotReached,
  EventsRefused,
  TooManyEvents,
} from '../app/errors.js';
import {
  LogNotSigned,
  NotInTree,
  ProofTooLarge,
  ViewNotPinned,
} from '../app/transparency/errors.js';
import { UnknownPath } from '../domain/history/explain.js';

/** An error with code BAD_USER_INPUT; `message` says what to write instead. */
export const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/**
 * Options of a root field that is null only with an error, so that one wrong question of a request
 * leaves the others answered. Who takes an answer with an error as none never sees it null.
 */
export const nullOnError = { nullable: true, extensions: { nullOnError: true } } as const;

function toQueryError(error: unknown): unknown {
  if (error instanceof BadTimePoint || error instanceof BadTimeRange)
    return badInput(error.message);
  if (error instanceof TooManyEvents)
    return new GraphQLError(error.message, { extensions: { code: error.code, most: error.limit } });
  if (error instanceof NotInTree) {
    const { code, message, position, size } = error;
    return new GraphQLError(message, { extensions: { code, position, size } });
  }
  if (
    error instanceof ViewNotPinned ||
    error instanceof LogNotSigned ||
    error instanceof ProofTooLarge
  )
    return new GraphQLError(error.message, { extensions: { code: error.code } });
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

/** Runs a query; errors that the caller can mend become GraphQL errors. */
export async function withQueryErrors<Answer>(run: () => Promise<Answer>): Promise<Answer> {
  try {
    return await run();
  } catch (error) {
    throw toQueryError(error);
  }
}

/** Returns the code. Throws BAD_USER_INPUT when it is not an area's. */
export function checkCountryCode(argument: string, code: string): string {
  if (isArea(code)) return code;
  throw badInput(`${argument} "${code}" ${notAnArea(code)}`);
}

/** Returns the code. Throws BAD_USER_INPUT when it is neither an area's nor another party's. */
export function checkPartyCode(argument: string, code: string): string {
  if (isParty(code)) return code;
  throw badInput(`${argument} "${code}" ${notAParty(code)}`);
}

/** Returns the code. Throws BAD_USER_INPUT when it has the wrong form. */
export function checkHsCode(argument: string, code: string): string {
  if (HS_CODE.test(code)) return code;
  throw badInput(
    `${argument} "${code}" is not an HS code of 2, 4, 6, 8 or 10 digits without dots.`,
  );
}
