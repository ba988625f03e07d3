import { KpiError } from "../base/errors.ts";
import type { ReadRows, Reject } from "../io/read-result.ts";
import { writeRejects } from "../io/write-rejects.ts";
import { counted, plural } from "../result/plural.ts";
import { note } from "./progress.ts";
import { writeTo } from "./write-to.ts";

/** A row that was left out, and the file it stands in. */
interface FileReject {
  readonly file: string;
  readonly reject: Reject;
}

/** What `--tolerant` leaves out: said on standard error, and written to the file of `--rejects`. */
export interface RejectedRows {
  readonly add: (file: string, read: ReadRows<unknown>) => void;
  readonly write: (out: string | undefined) => void;
}

export function newRejectedRows(): RejectedRows {
  const all: FileReject[] = [];
  return {
    add(file, { rejects, summary: { rows, accepted, rejected, byCode } }) {
      if (rejected === 0) return;
      const why = byCode.map(({ code, field, count }) => {
        return `${count} × ${code}${field === null ? "" : ` in ${field}`}`;
      });
      const said = `${rejected} of ${counted(String(rows), "row")} cannot be read and ${plural(rejected, "is", "are")} left out: ${why.join(", ")}`;
      if (accepted === 0) throw new KpiError("invalid-data", `${said}.`);
      note(`${file}: ${said}`);
      for (const reject of rejects) all.push({ file, reject });
    },
    write(out) {
      if (out === undefined) return;
      const rows = all.map(({ file, reject }): Reject => {
        return { ...reject, value: { file, ...(reject.value as object) } }; // cells by their columns
      });
      writeTo(out, writeRejects(rows), "--rejects");
    },
  };
}
