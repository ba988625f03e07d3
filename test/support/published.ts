import { sharedJson } from "./shared.ts";

/** A worked example as someone published it. */
export interface PublishedExample {
  readonly id: string;
  readonly kpi: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: number;
  readonly tolerance: number;
  readonly source_title: string;
}

/** The published examples of one KPI; none where the shared folder is absent. */
export function publishedExamples(kpi: string): readonly PublishedExample[] {
  const all = (sharedJson("examples/published.json") ?? []) as readonly PublishedExample[];
  return all.filter((example) => example.kpi === kpi);
}
