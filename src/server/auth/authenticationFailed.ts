import { HttpError } from '../http/httpError.js';
import type { FailedAttempt } from './failedAttempts.js';

/** A bearer token is not accepted; `code` says why. */
export class AuthenticationFailed extends HttpError {
  constructor(code: FailedAttempt['reason'], message: string) {
    super(401, code, message, { 'WWW-Authenticate': 'Bearer error="invalid_token"' });
  }
}
