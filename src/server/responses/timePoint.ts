/** A `TimePoint` as a parameter of a request. */
import { z } from 'zod';
import { isInstantOrDay } from '../../../events/time/edtf.js';

/** A date or an instant with offset; `text` describes the parameter. */
export const timePoint = (text: string) =>
  z
    .string()
    .max(40)
    .refine(
      isInstantOrDay,
      'is neither a date (2025-08-27, meaning its close) nor an instant with offset (2025-08-27T00:01:00-04:00)',
    )
    .describe(text);
