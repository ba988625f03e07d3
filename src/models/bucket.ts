import { firstDayOf, monthOf } from "../base/month.ts";
import { startOfWeek } from "../base/week.ts";

/** What days may be rounded to. */
export type Bucket = "day" | "week" | "month";

/** The last day of the week, from Monday, or month that a day is in; or the day itself. */
export function lastDayOfBucket(day: number, bucket: Bucket): number {
  if (bucket === "day") return day;
  if (bucket === "week") return startOfWeek(day, "monday") + 6;
  return firstDayOf(monthOf(day) + 1) - 1;
}
