/** Codes set apart by blanks, under a number that they share. */
export type CodesByNumber = readonly (readonly [number: number, codes: string])[];

/**
 * The currencies in use, by their decimals: ISO 4217, list one, as published by its maintenance
 * agency on 2026-01-01. Left out are the 13 codes without a minor unit (metals, units of account,
 * `XXX`, `XTS`), in which nobody keeps a till.
 */
export const CURRENCIES_IN_USE: CodesByNumber = [
  [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
  [
    2,
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN " +
      "BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD " +
      "FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW " +
      "KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR " +
      "MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG " +
      "SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD " +
      "USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG",
  ],
  [3, "BHD IQD JOD KWD LYD OMR TND"],
  [4, "CLF UYW"],
];

/**
 * Former currencies, by the year in which they were last legal tender anywhere, from 1999 on: Unicode
 * CLDR 48.2.
 */
export const FORMER_CURRENCIES: CodesByNumber = [
  [1999, "BGL"],
  [2000, "AON AOR BYB ECS TJR"],
  [2001, "ADP"],
  [2002, "AFA ATS BEF DEM ESP FIM FRF GRD IEP ITL LUF MCF NLG PTE TPE YUM"],
  [2003, "SRG"],
  [2004, "MGF"],
  [2005, "TRL"],
  [2006, "AZM CSD MZM ROL"],
  [2007, "GHC SDD SIT"],
  [2008, "CYP MTL VEB ZWD"],
  [2009, "SKK TMM ZWR"],
  [2010, "EEK"],
  [2013, "LVL ZMK"],
  [2014, "LTL"],
  [2017, "BYR STD"],
  [2018, "MRO VEF"],
  [2021, "CUC"],
  [2023, "HRK SLL"],
  [2024, "ZWL"],
  [2025, "ANG"],
  [2026, "BGN"],
];
