/**
 * Code lists: ISO 3166-1 alpha-2 (and EU, which negotiates and levies as one), IANA time zones,
 * and the digits of the Harmonized System.
 */
import { type Country, getAllCountries, getCountry } from 'countries-and-timezones';

/** Assigned by ISO 3166-1 but absent from the list, and the one customs union that acts as a party. */
const ADDED: Readonly<Record<string, { name: string; zone: string }>> = {
  BV: { name: 'Bouvet Island', zone: 'UTC' },
  EU: { name: 'European Union', zone: 'Europe/Brussels' },
};

/** The seat of the customs authority, for countries that span more than one zone. */
const SEAT: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Lagos',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  FM: 'Pacific/Kosrae',
  GL: 'America/Nuuk',
  ID: 'Asia/Jakarta',
  KI: 'Pacific/Tarawa',
  KZ: 'Asia/Almaty',
  MH: 'Pacific/Tarawa',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Singapore',
  NZ: 'Pacific/Auckland',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PS: 'Asia/Hebron',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
  VN: 'Asia/Bangkok',
};

/** Every code a party, an imposer or an affected country may have. */
export const COUNTRY_CODES: ReadonlySet<string> = new Set([
  ...Object.keys(getAllCountries()),
  ...Object.keys(ADDED),
]);

const listed = (code: string): Country | undefined => getCountry(code as 'US');

/** The country's English name; the code itself when it is not on the list. */
export function countryName(code: string): string {
  return ADDED[code]?.name ?? listed(code)?.name ?? code;
}

/** The IANA zone in which the country's customs authority dates its acts; UTC when unknown. */
export function countryZone(code: string): string {
  return ADDED[code]?.zone ?? SEAT[code] ?? listed(code)?.timezones[0] ?? 'UTC';
}

const zones = new Map<string, boolean>();

/** Whether the runtime knows `zone` as an IANA zone. Offsets such as `+05:30` are not zones. */
export function isZone(zone: string): boolean {
  const known = zones.get(zone);
  if (known !== undefined) return known;
  let valid = /^[A-Za-z]/.test(zone);
  try {
    if (valid) new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    valid = false;
  }
  if (zones.size < 1000) zones.set(zone, valid);
  return valid;
}

/** An HS heading: 2, 4, 6 (international), 8 or 10 (national) digits, no dots. */
export const HS_CODE = /^(?:\d{2}){1,5}$/;
