import { describe, expect, test } from "vitest";
import { fitBgNbd } from "../../src/models/bg-nbd.ts";
import { bootstrapFits, boundsOfFits } from "../../src/models/bootstrap-fits.ts";
import { deltaInterval } from "../../src/models/delta-interval.ts";
import { expectedPurchases } from "../../src/models/expected-purchases.ts";
import { fitGammaGamma } from "../../src/models/gamma-gamma.ts";
import { fitMbgCnbdK } from "../../src/models/mbg-cnbd-k.ts";
import { modelFromJson, modelToJson } from "../../src/models/model-json.ts";
import { NEW_CUSTOMER } from "../../src/models/new-customer.ts";
import { parameterIntervals } from "../../src/models/parameter-intervals.ts";
import { fitParetoNbd } from "../../src/models/pareto-nbd.ts";
import { probabilityAlive } from "../../src/models/probability-alive.ts";
import { profileDepth, profileInterval } from "../../src/models/profile-interval.ts";
import { fitSbg } from "../../src/models/sbg.ts";
import { simulateSummary } from "../../src/models/simulate-summary.ts";

const data = simulateSummary(
  { kind: "bg-nbd", parameters: { r: 0.6, alpha: 8, a: 0.9, b: 2.5 } },
  new Float64Array(1500).fill(40),
  { seed: 11, spend: { kind: "gamma-gamma", parameters: { p: 4, q: 3, v: 20 } } },
);
const fit = fitBgNbd(data);
const customer = { repeatPurchases: 3, lastPurchaseAge: 30, age: 40 };

describe("profileInterval", () => {
  test.each(["r", "alpha", "a", "b"] as const)(
    "at its bounds for %s the log-likelihood is 1.92 below its maximum",
    (name) => {
      const [lower, upper] = profileInterval(fit, data, name);
      expect(lower).toBeLessThan(fit.parameters[name]);
      expect(upper).toBeGreaterThan(fit.parameters[name]);
      for (const bound of [lower, upper]) {
        // A prior this narrow holds the parameter where it is.
        const held = fitBgNbd(data, { prior: { [name]: { median: bound, sigma: 1e-6 } } });
        expect(fit.logLikelihood - held.logLikelihood).toBeCloseTo(1.9207, 2);
      }
    },
  );

  test("ends where the data speak against the parameter by 1.96 standard errors", () => {
    const bounds = profileInterval(fit, data, "alpha");
    for (const bound of bounds) {
      expect(profileDepth(fit, data, "alpha", bound)).toBeCloseTo(1.959964, 5);
    }
    expect(profileDepth(fit, data, "alpha", fit.parameters.alpha)).toBeLessThan(1e-3);
    expect(() => profileDepth(fit, data, "alpha", 0)).toThrow("`value` must be a number above 0");
  });

  test("narrows with less confidence", () => {
    const [lower, upper] = profileInterval(fit, data, "r", 0.5);
    const [lowest, highest] = profileInterval(fit, data, "r", 0.99);
    expect(lowest).toBeLessThan(lower);
    expect(highest).toBeGreaterThan(upper);
  });

  test("is open where the data give no bound", () => {
    const nobodyLeft = { size: 100, active: [100, 100, 100] };
    const stayed = fitSbg([nobodyLeft]);
    const [lower, upper] = profileInterval(stayed, [nobodyLeft], "alpha");
    expect(lower).toBe(0);
    expect(upper).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("parameterIntervals and deltaInterval", () => {
  test("are centred on the estimate in logs, and close to the profile", () => {
    const bounds = parameterIntervals(fit);
    const [lower = 0, upper = 0] = bounds.r ?? [];
    expect(Math.sqrt(lower * upper)).toBeCloseTo(fit.parameters.r, 12);
    const [profileLower, profileUpper] = profileInterval(fit, data, "r");
    expect(lower / profileLower).toBeCloseTo(1, 1);
    expect(upper / profileUpper).toBeCloseTo(1, 1);
  });

  test("a parameter asked about by the delta method has its own standard error", () => {
    const wald = parameterIntervals(fit).a ?? [0, 0];
    const delta = deltaInterval(fit, (model) => model.parameters.a) ?? [0, 0];
    expect(delta[0]).toBeCloseTo(wald[0], 8);
    expect(delta[1]).toBeCloseTo(wald[1], 8);
  });

  test("a probability stays between 0 and 1", () => {
    const ask = (model: typeof fit) => probabilityAlive(model, customer);
    const [lower = 0, upper = 0] = deltaInterval(fit, ask, { scale: "logit" }) ?? [];
    expect(lower).toBeGreaterThan(0);
    expect(lower).toBeLessThan(ask(fit));
    expect(upper).toBeGreaterThan(ask(fit));
    expect(upper).toBeLessThan(1);
  });

  test("nothing is made up for parameters that cannot be told", () => {
    const stayed = fitSbg([{ size: 100, active: [100, 100, 100] }]);
    expect(parameterIntervals(stayed)).toEqual({ alpha: null, beta: null });
    expect(deltaInterval(stayed, (model) => model.parameters.alpha)).toBeNull();
  });
});

describe("bootstrapFits", () => {
  const fits = bootstrapFits(fit, data, { seed: 5, replicates: 60 });
  const ask = (model: typeof fit) => expectedPurchases(model, NEW_CUSTOMER, 40);

  test("is the same for the same seed", () => {
    expect(bootstrapFits(fit, data, { seed: 5, replicates: 2 })).toEqual(fits.slice(0, 2));
  });

  test("spreads as far as the delta method says", () => {
    const [lower, upper] = boundsOfFits(fits, ask, 0.9);
    const [deltaLower = 0, deltaUpper = 0] = deltaInterval(fit, ask, { confidence: 0.9 }) ?? [];
    expect(lower).toBeLessThan(ask(fit));
    expect(upper).toBeGreaterThan(ask(fit));
    const ratio = Math.log(upper / lower) / Math.log(deltaUpper / deltaLower);
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.4);
  });
});

describe("modelToJson and modelFromJson", () => {
  test.each([
    ["BG/NBD", fit],
    ["Pareto/NBD", fitParetoNbd(data)],
    ["MBG/CNBD-k", fitMbgCnbdK(data, { k: 2 })],
    ["gamma-gamma", fitGammaGamma(data)],
    ["sBG at a boundary", fitSbg([{ size: 100, active: [100, 100, 100] }])],
  ] as const)("%s comes back as it was, from less than two kilobytes", (_, model) => {
    const text = modelToJson(model);
    expect(text.length).toBeLessThan(2000);
    expect(modelFromJson(text)).toEqual(model);
  });

  test.each([
    ["no JSON", "{", "text"],
    ["another format", '{"format":"x"}', "format"],
    ["a later version", '{"format":"loyalty-kpis/model","version":2}', "version"],
    ["an unknown kind", '{"format":"loyalty-kpis/model","version":1,"kind":"toString"}', "kind"],
    [
      "a parameter of 0",
      '{"format":"loyalty-kpis/model","version":1,"kind":"sbg","parameters":{"alpha":0,"beta":1}}',
      "parameters.alpha",
    ],
    [
      "an order that is not whole",
      '{"format":"loyalty-kpis/model","version":1,"kind":"mbg-cnbd-k","k":1.5,"parameters":{"r":1,"alpha":1,"a":1,"b":1}}',
      "k",
    ],
  ])("%s is refused, naming the member", (_, text, field) => {
    expect(() => modelFromJson(text)).toThrow(
      expect.objectContaining({
        code: "invalid-data",
        issues: [expect.objectContaining({ field, code: "json-format" })],
      }),
    );
  });
});
