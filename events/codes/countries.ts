/** Country codes: ISO 3166-1 alpha-2, and EU for the customs union that negotiates as one party. */
import { type Country, getAllCountries, getCountry } from 'countries-and-timezones';

/** Codes that the package's list lacks. */
const ADDED: Readonly<Record<string, { name: string; zone: string }>> = {
  BV: { name: 'Bouvet Island', zone: 'UTC' },
  EU: { name: 'European Union', zone: 'Europe/Brussels' },
};

/** The time zone of the customs authority's seat, for countries with more than one zone. */
const SEAT_ZONE: Readonly<Record<string, string>> = {
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

/** The codes accepted for parties, imposing authorities and affected countries. */
export const COUNTRY_CODES: ReadonlySet<string> = new Set([
  ...Object.keys(getAllCountries()),
  ...Object.keys(ADDED),
]);

const listEntry = (code: string): Country | undefined => getCountry(code as 'US');

/** A country's English name; the code itself when it is not on the list. */
export function countryName(code: string): string {
  if (!COUNTRY_CODES.has(code)) return code;
  return ADDED[code]?.name ?? listEntry(code)?.name ?? code;
}

/** The IANA time zone in which a country's customs authority dates its acts; UTC when unknown. */
export function countryZone(code: string): string {
  if (!COUNTRY_CODES.has(code)) return 'UTC';
  return ADDED[code]?.zone ?? SEAT_ZONE[code] ?? listEntry(code)?.timezones[0] ?? 'UTC';
}
