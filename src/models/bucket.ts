import { firstDayOf, monthOf } from "../base/month.ts";
import { startOfWeek } from "../base/week.ts";

/** What days may be rounded to. */
export type Bucket = "day" | "week" | "month";

/** The first day of the week, from Monday, or month that a day is in; or the day itself. */
export function firstDayOfBucket(day: number, bucket: Bucket): number {
  if (bucket === "day") return day;
  return bucket === "week" ? startOfWeek(day, "monday") : firstDayOf(monthOf(day));
}
