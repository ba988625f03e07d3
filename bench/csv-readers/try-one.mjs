/** Tries one library on one case, in a process of its own: one of them never comes to an end. */
import { cases } from "./cases.mjs";
import { readers } from "./readers.mjs";

const [library, name] = process.argv.slice(2);
const read = await readers[library]();
const report = (answer) => console.log(JSON.stringify(answer));

if (name === "plain" || name === "quoted") {
  const text = rowsOfText(1_000_000, name === "quoted");
  const rss = process.memoryUsage().rss;
  const start = process.cpuUsage();
  const { rows } = read(text);
  const { user, system } = process.cpuUsage(start);
  const grown = process.memoryUsage().rss - rss;
  report({ seconds: (user + system) / 1e6, megabytes: Math.round(grown / 1e6), rows: rows.length });
} else {
  const { text, isRight } = cases[name];
  try {
    const { rows, errors = [] } = read(text);
    // A row of nothing after the last line end is left to the caller by most libraries.
    const kept = rows.filter((cells) => cells.some((cell) => cell !== "" && cell !== null));
    report({ right: isRight({ rows: kept, fault: errors[0] ?? null }) });
  } catch (error) {
    report({ right: isRight({ rows: [], fault: error }) });
  }
}

function rowsOfText(count, isQuoted) {
  const lines = ["customer_id,date,amount"];
  for (let row = 0; row < count; row += 1) {
    const two = (number) => String(number).padStart(2, "0");
    const cells = [
      `c${(row * 7919) % 100_000}`,
      `2024-${two(1 + (row % 12))}-${two(1 + (row % 28))}`,
      (((row * 37) % 10_000) / 100).toFixed(2),
    ];
    lines.push((isQuoted ? cells.map((cell) => `"${cell}"`) : cells).join(","));
  }
  return Buffer.from(`${lines.join("\n")}\n`).toString("latin1"); // flat, as a file reader makes it
}
