import { describe, expect, test } from "vitest";
import { chooseModel } from "../../src/models/choose-model.ts";
import type { CandidateHoldout, ModelCandidate } from "../../src/models/model-choice.ts";
import type { PurchaseModel } from "../../src/models/purchase-model.ts";
import { rankModels } from "../../src/models/rank-models.ts";
import { simulatePurchases } from "../../src/models/simulate-purchases.ts";
import { simulateSummary } from "../../src/models/simulate-summary.ts";
import { summarisePurchases } from "../../src/models/summarise-purchases.ts";
import { toMarkdown, toText } from "../../src/result/to-page.ts";
import { refusalOf } from "../support/refusal-of.ts";
import { cdnowOrders } from "./cdnow-orders.ts";

const betaGeometric = { r: 0.9, alpha: 3, a: 0.8, b: 3 };

describe("rankModels", () => {
  const candidate = (
    name: string,
    bic: number,
    holdout: Partial<CandidateHoldout> | null,
    converged = true,
  ) => ({ name, bic, holdout, fit: { convergence: { converged } } }) as unknown as ModelCandidate;
  const rank = (...candidates: readonly [ModelCandidate, ...ModelCandidate[]]) => {
    const { candidates: ranked, decidedBy } = rankModels(candidates);
    return [ranked.map(({ name }) => name).join(" "), decidedBy];
  };
  const fair = (rootMeanSquare: number) => ({ rootMeanSquare, ruledOut: false });
  const out = { rootMeanSquare: 9, ruledOut: true };

  test("the lowest BIC wins where the hold-out rules nobody out", () => {
    expect(rank(candidate("a", 110, fair(1)), candidate("b", 100, fair(2)))).toEqual([
      "b a",
      "bic",
    ]);
  });

  test("a model that the hold-out rules out loses, whatever its BIC", () => {
    expect(rank(candidate("a", 90, out), candidate("b", 100, fair(2)))).toEqual(["b a", "holdout"]);
  });

  test("within 2 of the lowest BIC the smaller error in the hold-out decides", () => {
    const near = candidate("a", 101.9, fair(1));
    expect(rank(near, candidate("b", 100, fair(2)))).toEqual(["a b", "holdout-among-equal-bic"]);
    const far = candidate("a", 102.1, fair(1));
    expect(rank(far, candidate("b", 100, fair(2)))).toEqual(["b a", "bic"]);
  });

  test("without a hold-out a narrow lead in BIC is called narrow", () => {
    const two = [candidate("a", 101, null), candidate("b", 100, null)] as const;
    expect(rank(...two)).toEqual(["b a", "bic-narrowly"]);
  });

  test("a fit whose search did not end comes last", () => {
    const lost = candidate("a", 50, fair(0.1), false);
    expect(rank(lost, candidate("b", 100, fair(2)))).toEqual(["b a", "bic"]);
  });

  test("one candidate is the only one", () => {
    expect(rank(candidate("a", 50, null))).toEqual(["a", "only-candidate"]);
  });
});

describe("chooseModel", () => {
  const ages = Float64Array.from({ length: 2500 }, (_, index) => 30 + (index % 30));

  test.each<[string, PurchaseModel]>([
    ["regular", { kind: "mbg-cnbd-k", k: 3, parameters: betaGeometric }],
    ["one-time buyers as ever", { kind: "bg-nbd", parameters: { r: 1.5, alpha: 3, a: 2, b: 3 } }],
    [
      "leaving between purchases",
      { kind: "pareto-nbd", parameters: { r: 2, alpha: 4, s: 1.5, beta: 12 } },
    ],
  ])("finds the model that customers were drawn from: %s", (_, truth) => {
    const choice = chooseModel(simulateSummary(truth, ages, { seed: 4 }));
    expect(choice.chosen.kind).toBe(truth.kind);
    expect(choice.holdout).toBeNull();
  });

  test("a hold-out rules out those that are blind to regularity", () => {
    const truth: PurchaseModel = {
      kind: "mbg-cnbd-k",
      k: 4,
      parameters: { ...betaGeometric, alpha: 1.5 },
    };
    const days = { acquiredFrom: 20_000, acquiredUntil: 20_180, observedUntil: 20_540 };
    const bought = simulatePurchases(truth, { customers: 2000, seed: 5, ...days });
    const split = summarisePurchases(bought, { observedUntil: 20_540, holdoutFrom: 20_360 });
    const choice = chooseModel(split);
    expect([choice.chosen.kind, choice.decidedBy]).toEqual(["mbg-cnbd-k", "holdout"]);
    expect(choice.candidates.slice(1).every(({ holdout }) => holdout?.ruledOut)).toBe(true);
    const made = split.holdout?.purchases.reduce((sum, count) => sum + count, 0);
    expect(choice.holdout?.purchases).toBe(made);
  });

  test("says that gaps of pure chance show no regularity, and what is missing without gaps", () => {
    const data = simulateSummary({ kind: "mbg-nbd", parameters: betaGeometric }, ages, { seed: 2 });
    const { notTried, candidates } = chooseModel(data);
    expect(candidates.map(({ model }) => model).sort()).toEqual([
      "bg-nbd",
      "mbg-nbd",
      "pareto-nbd",
    ]);
    expect(notTried).toEqual([
      { model: "mbg-cnbd-k", reason: expect.stringContaining("no regularity") },
    ]);
    const [without] = chooseModel({ ...data, sumLogGaps: null }).notTried;
    expect(without?.reason).toContain("sumLogGaps");
  });

  test("keeps MBG/CNBD-k with k = 1 where MBG/NBD is not among the candidates", () => {
    const data = simulateSummary({ kind: "mbg-nbd", parameters: betaGeometric }, ages, { seed: 2 });
    const choice = chooseModel(data, { candidates: ["mbg-cnbd-k"] });
    expect([choice.candidates[0]?.name, choice.decidedBy]).toEqual([
      "MBG/CNBD-1",
      "only-candidate",
    ]);
  });

  test("counts the k that was looked for as a parameter", () => {
    const truth: PurchaseModel = { kind: "mbg-cnbd-k", k: 3, parameters: betaGeometric };
    const { candidates } = chooseModel(simulateSummary(truth, ages, { seed: 3 }));
    const [best] = candidates;
    expect(best?.name).toBe("MBG/CNBD-3");
    expect(best?.parameters).toBe(5);
    expect((best?.bic ?? 0) - (best?.fit.bic ?? 0)).toBeCloseTo(Math.log(2500), 9);
  });

  test("is plain frozen data that shows itself, reasons and all", () => {
    const data = simulateSummary({ kind: "bg-nbd", parameters: betaGeometric }, ages, { seed: 6 });
    const choice = chooseModel(data, { candidates: ["bg-nbd", "pareto-nbd"] });
    expect(Object.isFrozen(choice) && Object.isFrozen(choice.candidates[0]?.fit)).toBe(true);
    expect(structuredClone(choice)).toEqual(choice);
    expect(JSON.parse(JSON.stringify(choice))).toEqual(choice);
    const text = toText(choice);
    const flat = text.replace(/\s+/g, " ");
    for (const reason of choice.reasons) expect(flat).toContain(reason);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(toMarkdown(choice)).toContain("| BG/NBD |");
  });

  test("takes customers of whom nobody came back, and says that they tell nothing", () => {
    const rows = [{ repeatPurchases: 0, lastPurchaseAge: 0, age: 30, customers: 200 }];
    const { reasons } = chooseModel(rows);
    expect(reasons.join(" ")).toContain("Nobody bought again");
  });

  test.each([
    [{ candidates: [] }, "candidates"],
    [{ candidates: ["nbd"] }, "candidates"],
    [{ holdoutShare: 2 }, "holdoutShare"],
    [{ unit: "week" }, "unit"],
    [{ modles: 1 }, "modles"],
  ])("refuses %j", (question, option) => {
    const rows = [{ repeatPurchases: 1, lastPurchaseAge: 3, age: 30 }];
    const refused = refusalOf(() => chooseModel(rows, question as never)); // wrong on purpose
    expect([refused.code, refused.issues[0]?.option]).toEqual(["invalid-argument", option]);
  });
});

const orders = cdnowOrders();

describe.skipIf(orders.length === 0)("chooseModel on the CDNOW sample", () => {
  const question = { observedUntil: "1998-07-01", holdoutFrom: "1997-10-01" } as const;
  const choice = chooseModel(orders, question);

  test("holds out 39 weeks in which 2,357 customers bought 1,882 times", () => {
    expect(choice.holdout).toEqual({
      horizon: 39,
      customers: 2357,
      newCustomers: 0,
      purchases: 1882,
    });
  });

  test("chooses MBG/NBD: the hold-out tells none apart, and BIC speaks for it", () => {
    expect([choice.chosen.kind, choice.decidedBy]).toEqual(["mbg-nbd", "bic"]);
    expect(choice.candidates.map(({ name }) => name)).toEqual(["MBG/NBD", "Pareto/NBD", "BG/NBD"]);
    expect(choice.candidates.every(({ holdout }) => holdout?.ruledOut === false)).toBe(true);
  });

  test("fits the hold-out's models to the time before it, and hands out fits to all the time", () => {
    const expected = choice.candidates.map(({ holdout }) => holdout?.expected.toFixed(1));
    expect(expected).toEqual(["1576.7", "1665.5", "1653.4"]);
    const long = summaryOfAll();
    expect(choice.candidates.at(-1)?.fit.logLikelihood).toBeCloseTo(long, 6);
  });

  function summaryOfAll(): number {
    const { candidates } = chooseModel(orders, {
      ...{ observedUntil: "1998-07-01", holdoutShare: 0 },
    });
    return candidates.find(({ model }) => model === "bg-nbd")?.fit.logLikelihood ?? 0;
  }

  test("holds out the last third unless told otherwise", () => {
    const { holdout } = chooseModel(orders, {
      observedUntil: "1998-07-01",
      candidates: ["bg-nbd"],
    });
    expect(holdout?.horizon).toBe(26); // of 78 weeks
  });
});
