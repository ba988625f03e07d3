const { checkEntries } = require("./checks.cjs");

checkEntries({
  main: require("loyalty-kpis"),
  counts: require("loyalty-kpis/counts"),
  io: require("loyalty-kpis/io"),
  models: require("loyalty-kpis/models"),
});
