/**
 * Groups of areas that come with Parley, with their members over time, in our own words.
 *
 * A date is the first day on which an area belongs (`joined`) or no longer belongs (`left`), and
 * begins at 00:00 in the zone of the group. `note` says what the record leaves out; `sources` are
 * the official pages on which the dates can be checked. What is not here can be said in the log, in
 * the streams `area/CODE`.
 */
/** What an area that is no country is. */
export const AREA_KINDS = [
  'CUSTOMS_UNION',
  'FREE_TRADE_AREA',
  'BLOC',
  'LIST',
  'TERRITORY',
] as const;

export type AreaKind = (typeof AREA_KINDS)[number];

export interface GroupRecord {
  readonly name: string;
  readonly kind: AreaKind;
  /** The IANA zone in which its dates are read. */
  readonly zone: string;
  /** By the first day of membership: the codes of those who join, separated by spaces. */
  readonly joined: Readonly<Record<string, string>>;
  /** By the first day without: the codes of those who leave. */
  readonly left?: Readonly<Record<string, string>>;
  readonly sources: readonly string[];
  readonly note?: string;
}

export const GROUPS: Readonly<Record<string, GroupRecord>> = {
  EU: {
    name: 'European Union',
    kind: 'CUSTOMS_UNION',
    zone: 'Europe/Brussels',
    joined: {
      '1958-01-01': 'BE DE FR IT LU NL',
      '1973-01-01': 'DK GB IE',
      '1981-01-01': 'GR',
      '1986-01-01': 'ES PT',
      '1995-01-01': 'AT FI SE',
      '2004-05-01': 'CY CZ EE HU LT LV MT PL SI SK',
      '2007-01-01': 'BG RO',
      '2013-07-01': 'HR',
      '2021-01-01': 'XI',
    },
    left: { '2021-01-01': 'GB' },
    sources: [
      'https://european-union.europa.eu/principles-countries-history/eu-enlargement_en',
      'https://eur-lex.europa.eu/eli/treaty/withd_2020/sign',
      'https://eur-lex.europa.eu/eli/reg/2013/952',
    ],
    note: 'As a customs territory. The United Kingdom left the Union at the end of 31 January 2020 and its customs territory at the end of the transition, 31 December 2020, both in Brussels time; the later date counts here. Northern Ireland (XI) belongs for goods from then on, and to the customs territory of the United Kingdom too. Before 1993 this is the European Economic Community, whose customs union was complete on 1 July 1968. Territories with a code of their own that belong through a member (such as RE, GP, AX) or by agreement (MC; GG, IM and JE until the end of 2020) are left out.',
  },
  EFTA: {
    name: 'European Free Trade Association',
    kind: 'FREE_TRADE_AREA',
    zone: 'Europe/Zurich',
    joined: {
      '1960-05-03': 'AT CH DK GB NO PT SE',
      '1970-03-01': 'IS',
      '1986-01-01': 'FI',
      '1991-09-01': 'LI',
    },
    left: { '1973-01-01': 'DK GB', '1986-01-01': 'PT', '1995-01-01': 'AT FI SE' },
    sources: ['https://www.efta.int/about-efta/history'],
    note: "Finland's association from 1961 is left out, as is Liechtenstein's part through Switzerland before it became a member.",
  },
  EAEU: {
    name: 'Eurasian Economic Union',
    kind: 'CUSTOMS_UNION',
    zone: 'Europe/Moscow',
    joined: { '2015-01-01': 'BY KZ RU', '2015-01-02': 'AM', '2015-08-12': 'KG' },
    sources: ['https://eec.eaeunion.org/en/'],
    note: 'The customs union of 2010 that came before it is left out.',
  },
  MERCOSUR: {
    name: 'Mercosur',
    kind: 'CUSTOMS_UNION',
    zone: 'America/Montevideo',
    joined: { '1991-11-29': 'AR BR PY UY', '2012-08-12': 'VE', '2024-08-07': 'BO' },
    left: { '2017-08-05': 'VE' },
    sources: [
      'https://www.mercosur.int/en/about-mercosur/mercosur-countries/',
      'https://www.mercosur.int/pt-br/a-bolivia-depositou-o-instrumento-de-ratificacao-do-protocolo-de-adesao-ao-mercosul',
    ],
    note: 'Venezuela counts until it was suspended from all rights and duties of a member. Bolivia counts from 30 days after the deposit of 8 July 2024; some give the day after. The political suspension of Paraguay in 2012 and 2013 left its trade obligations as they were and is left out.',
  },
  ASEAN: {
    name: 'Association of Southeast Asian Nations',
    kind: 'BLOC',
    zone: 'Asia/Jakarta',
    joined: {
      '1967-08-08': 'ID MY PH SG TH',
      '1984-01-07': 'BN',
      '1995-07-28': 'VN',
      '1997-07-23': 'LA MM',
      '1999-04-30': 'KH',
      '2025-10-26': 'TL',
    },
    sources: ['https://asean.org/about-asean/', 'https://asean.org/member-states/'],
    note: 'Membership of the association; who applies its trade agreements from when differs.',
  },
  GCC: {
    name: 'Gulf Cooperation Council',
    kind: 'CUSTOMS_UNION',
    zone: 'Asia/Riyadh',
    joined: { '1981-05-25': 'AE BH KW OM QA SA' },
    sources: ['https://www.gcc-sg.org/en-us/AboutGCC/'],
    note: 'Membership from the charter on; the customs union began on 1 January 2003.',
  },
  SACU: {
    name: 'Southern African Customs Union',
    kind: 'CUSTOMS_UNION',
    zone: 'Africa/Johannesburg',
    joined: { '1910-06-29': 'BW LS SZ ZA', '1990-07-10': 'NA' },
    sources: ['https://www.sacu.int/'],
    note: 'From the agreement of 1910 on, which the agreements of 1969 and 2002 replaced. Namibia counts from its own accession; before that its territory was treated as a part of South Africa.',
  },
  CPTPP: {
    name: 'Comprehensive and Progressive Agreement for Trans-Pacific Partnership',
    kind: 'FREE_TRADE_AREA',
    zone: 'Pacific/Auckland',
    joined: {
      '2018-12-30': 'AU CA JP MX NZ SG',
      '2019-01-14': 'VN',
      '2021-09-19': 'PE',
      '2022-11-29': 'MY',
      '2023-02-21': 'CL',
      '2023-07-12': 'BN',
      '2024-12-15': 'GB',
    },
    sources: [
      'https://www.mfat.govt.nz/en/trade/free-trade-agreements/free-trade-agreements-in-force/cptpp',
      'https://www.gov.uk/government/collections/the-uk-and-the-comprehensive-and-progressive-agreement-for-trans-pacific-partnership-cptpp',
    ],
    note: 'By entry into force for each party; days are those of the depositary, New Zealand. The United Kingdom counts from when its accession took effect for the first parties; Australia followed on 24 December 2024, Mexico on 22 June 2026; Canada had not ratified by then.',
  },
  USMCA: {
    name: 'United States-Mexico-Canada Agreement',
    kind: 'FREE_TRADE_AREA',
    zone: 'America/New_York',
    joined: { '2020-07-01': 'CA MX US' },
    sources: [
      'https://ustr.gov/trade-agreements/free-trade-agreements/united-states-mexico-canada-agreement',
    ],
    note: 'The North American Free Trade Agreement that came before it is left out.',
  },
  ANDEAN: {
    name: 'Andean Community',
    kind: 'CUSTOMS_UNION',
    zone: 'America/Lima',
    joined: { '1969-10-16': 'BO CL CO EC PE', '1973-02-13': 'VE' },
    left: { '1976-10-30': 'CL', '2006-04-22': 'VE' },
    sources: ['https://www.comunidadandina.org/quienes-somos/'],
    note: 'From the entry into force of the Cartagena Agreement on. Venezuela counts until it denounced the agreement; its trade preferences ran on for five years.',
  },
  AFCFTA: {
    name: 'African Continental Free Trade Area',
    kind: 'FREE_TRADE_AREA',
    zone: 'Africa/Addis_Ababa',
    joined: {
      '2019-05-30': 'BF CG CI DJ EG EH ET GH GM GN KE ML MR NA NE RW SL SN SZ TD TG UG ZA ZW',
      '2019-06-27': 'ST',
      '2019-07-02': 'GQ',
      '2019-07-07': 'GA',
      '2019-10-07': 'MU',
      '2020-09-22': 'CF',
      '2020-11-04': 'AO',
      '2020-11-27': 'LS TN',
      '2020-12-01': 'CM',
      '2020-12-05': 'NG',
      '2021-01-15': 'MW',
      '2021-02-05': 'ZM',
      '2021-06-23': 'DZ',
      '2021-08-26': 'BI',
      '2021-09-15': 'SC',
      '2022-01-17': 'TZ',
      '2022-02-05': 'CV',
      '2022-02-23': 'CD',
      '2022-04-18': 'MA',
      '2022-09-27': 'GW',
      '2023-02-19': 'BW',
    },
    sources: [
      'https://au.int/en/treaties/agreement-establishing-african-continental-free-trade-area',
      'https://au.int/en/pressreleases/20190429/afcfta-agreement-secures-minimum-threshold-22-ratification-sierra-leone-and',
      'https://au.int/pt/node/41457',
      'https://www.tralac.org/resources/infographics/13795-status-of-afcfta-ratification.html',
    ],
    note: "By the day the instrument of ratification was deposited, and for those who deposited before it entered into force, by that day. The depositary's list of deposits could not be seen. The 24 of 30 May 2019 are those it announced. Of the later days, reports made at the time give those of MU, AO, NG, ZM and, to a day or two, TZ, CV, GW and BW (at the assembly of 18 and 19 February 2023); the others are as commonly told, and agree with the counts of deposits published between them (30 with AO, 32 with LS and TN, 34 with NG, 36 with ZM, 37 with DZ, 38 with BI, 41 with CV, 44 with GW, 45 with BW). Comoros, Liberia and Mozambique have deposited since, on days not known here, and are left out; of Benin, Eritrea, Libya, Madagascar, Somalia, South Sudan and Sudan no deposit is known here. EH stands for the Sahrawi Republic, which deposited as a member of the African Union. That an area belongs does not say that it trades under the agreement yet.",
  },
};
