/** IANA time zone names, by the zone data of the runtime. */

const validity = new Map<string, boolean>();
const CACHE_ENTRIES = 1000;

/** Whether `name` is an IANA time zone. Offsets such as `+05:30` are not. O(1) once cached. */
export function isTimeZone(name: string): boolean {
  const cached = validity.get(name);
  if (cached !== undefined) return cached;
  let valid = /^[A-Za-z]/.test(name);
  try {
    if (valid) new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    valid = false;
  }
  if (validity.size < CACHE_ENTRIES) validity.set(name, valid);
  return valid;
}
