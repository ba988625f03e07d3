import type { ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = {
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/support/quiet.ts", "test/support/seed.ts"],
    // No test leaves anything behind, so that files may share what they import: a third of the time.
    isolate: false,
    maxWorkers: "100%",
    // A property of 1,000 runs on a busy machine of two cores may take its time.
    testTimeout: 60_000,
    coverage: { include: ["src/**"], reporter: ["text-summary", "json-summary"] },
  },
};

export default config;
