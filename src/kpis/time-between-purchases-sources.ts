import type { Source } from "../result/kpi-result.ts";

export const FADER: Source = {
  citation:
    "Fader, Hardie & Lee (2005), Counting Your Customers the Easy Way, Marketing Science 24(2): purchases of one day are one transaction.",
};
export const KAPLAN_MEIER: Source = {
  citation:
    "Kaplan & Meier (1958), Nonparametric Estimation from Incomplete Observations, JASA 53(282), 457-481.",
};
