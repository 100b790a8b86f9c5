/**
 * Areas and parties: who can impose, be affected, negotiate and belong.
 *
 * An area is a country (ISO 3166-1 alpha-2), EU, XI, XK, or a group of 3 to 12 capitals and digits.
 * A party is an area, or `x-` and a slug for anyone else. Whether a code has the form is decided
 * here; whether a group is known, and to whom, is for `AreaRegister` to say.
 */
import { withArticle } from './article.js';
import { COUNTRY_CODES, countryName, countryZone } from './countries.js';
import { GROUPS } from './groups.js';

/** Codes in common use for areas that ISO 3166-1 does not assign. */
const TERRITORIES: Readonly<Record<string, { name: string; zone: string }>> = {
  XI: { name: 'Northern Ireland', zone: 'Europe/London' },
  XK: { name: 'Kosovo', zone: 'Europe/Belgrade' },
};

/** Taken for codes so often that they are no groups either, with the code that is meant. */
const MISTAKEN: Readonly<Record<string, string>> = {
  EL: 'GR',
  PRC: 'CN',
  ROK: 'KR',
  UAE: 'AE',
  UK: 'GB',
  USA: 'US',
};

const GROUP_CODE = /^[A-Z0-9]{3,12}$/;
const ACTOR_CODE = /^x-[a-z0-9]+(?:-[a-z0-9]+)*$/;
const ACTOR_LENGTH = 100;

const isTerritory = (code: string): boolean => Object.hasOwn(TERRITORIES, code);
const isShipped = (code: string): boolean => Object.hasOwn(GROUPS, code);

/** Whether `code` is a group by its form (or EU), known or not. */
export const isGroup = (code: string): boolean =>
  code === 'EU' || (GROUP_CODE.test(code) && !Object.hasOwn(MISTAKEN, code));

export const isArea = (code: string): boolean =>
  COUNTRY_CODES.has(code) || isTerritory(code) || isGroup(code);

/** Whether `code` is `x-` and a slug: a party that is no area. */
export const isActor = (code: string): boolean =>
  code.length <= ACTOR_LENGTH && ACTOR_CODE.test(code);

export const isParty = (code: string): boolean => isArea(code) || isActor(code);

/** The English name of an area that comes with Parley; the code itself of any other. */
export const areaName = (code: string): string =>
  (isShipped(code) ? GROUPS[code]?.name : undefined) ??
  (isTerritory(code) ? TERRITORIES[code]?.name : undefined) ??
  countryName(code);

/** As people say it where the name on record is longer. */
const SAID: Readonly<Record<string, string>> = { US: 'United States' };

/** The name of an area within a sentence: "the United States", "India"; `*` is all countries. */
export const areaWords = (code: string, name = areaName(code)): string =>
  code === '*' ? 'all countries' : withArticle(SAID[code] ?? name, isGroup(code));

/**
 * The IANA zone in which an area's authority dates its acts; UTC when unknown. A group said only in
 * the log has no zone of its own: UTC.
 */
export const areaZone = (code: string): string =>
  (isShipped(code) ? GROUPS[code]?.zone : undefined) ??
  (isTerritory(code) ? TERRITORIES[code]?.zone : undefined) ??
  countryZone(code);

let byName: ReadonlyMap<string, string> | undefined;

/** Every shipped area by its name in lower case; built when first needed. */
function codesByName(): ReadonlyMap<string, string> {
  const codes = [...COUNTRY_CODES, ...Object.keys(TERRITORIES), ...Object.keys(GROUPS)];
  return (byName ??= new Map(codes.map((code) => [areaName(code).toLowerCase(), code])));
}

/** The code that was probably meant by a text that is no area; undefined when none is near. */
export function likelyArea(text: string): string | undefined {
  const trimmed = text.trim();
  const capitals = trimmed.toUpperCase();
  if (Object.hasOwn(MISTAKEN, capitals)) return MISTAKEN[capitals];
  return (
    codesByName().get(trimmed.toLowerCase()) ??
    (COUNTRY_CODES.has(capitals) || isTerritory(capitals) || isShipped(capitals)
      ? capitals
      : undefined)
  );
}

const AREA_FORM =
  'an ISO 3166-1 alpha-2 code in capitals, EU, XI, XK, or a group of 3 to 12 capitals and digits such as MERCOSUR';

const suggestion = (text: string): string => {
  const code = likelyArea(text);
  return code === undefined ? '' : `; did you mean ${code}?`;
};

/** Why a text is no area, as a sentence without its subject; with the code meant, where one is near. */
export const notAnArea = (text: string): string =>
  `is not an area: ${AREA_FORM}${suggestion(text)}`;

/** The same where `*` may stand for everyone. */
export const notAffected = (text: string): string =>
  `is neither * for everyone nor an area: ${AREA_FORM}${suggestion(text)}`;

/** The same where parties that are no areas may stand. */
export const notAParty = (text: string): string =>
  `is not a party: ${AREA_FORM}; or x- and a slug, such as x-sag-aftra, for anyone else${suggestion(text)}`;
