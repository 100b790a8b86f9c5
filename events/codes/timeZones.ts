/** IANA time zone names, by the zone data of the runtime. */

/** By the name in lower case. */
const validity = new Map<string, boolean>();
const CACHE_ENTRIES = 1000;

/** Longer than any name. */
const MAX_LENGTH = 100;

/** Whether `name` is an IANA time zone. Offsets such as `+05:30` are not. O(1) once cached. */
export function isTimeZone(name: string): boolean {
  if (name.length > MAX_LENGTH) return false;
  const key = name.toLowerCase();
  const cached = validity.get(key);
  if (cached !== undefined) return cached;
  let valid = /^[A-Za-z]/.test(name);
  try {
    if (valid) new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    valid = false;
  }
  if (validity.size < CACHE_ENTRIES) validity.set(key, valid);
  return valid;
}
