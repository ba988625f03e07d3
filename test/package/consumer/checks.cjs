const assert = require("node:assert/strict");

/** What every runtime must find in the installed package, whichever way it was loaded. */
exports.checkEntries = ({ main, counts, io, models }) => {
  assert.equal(main.nps([10, 9, 7, 3]).value, 25);
  assert.equal(main.averageOrderValue(ORDERS, { currency: "EUR" }).exact, "21.25");
  assert.equal(main.retentionRate(ORDERS, { period: "2025-Q2" }).value, 1);

  const plain = JSON.parse(main.toJson(main.csat([5, 4, 1])));
  assert.deepEqual(structuredClone(plain), plain);

  const half = (scores) => counts.npsCounts(main.answersLedger(scores, { survey: "nps" }), {});
  const merged = counts.mergeCounts([half([10, 9]), half([7, 3])]);
  assert.equal(main.npsFromCounts(merged).value, 25);

  const summary = models.purchaseSummary(ORDERS, { observedUntil: "2025-07-01" });
  assert.equal(models.fitBgNbd(summary).customers, 1);

  // Each entry throws the one error class of the package.
  assert.throws(() => main.nps([11]), main.KpiError);
  assert.throws(() => io.readTransactions(""), main.KpiError);
  assert.throws(() => models.fitBgNbd([]), main.KpiError);
};

const ORDERS = [
  { customerId: "ann", date: "2025-01-09", amount: 30 },
  { customerId: "ann", date: "2025-04-02", amount: 12.5 },
];
