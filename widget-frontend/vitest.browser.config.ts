import { defineConfig } from "vitest/config";

/** The browser tests start servers and kernels: one at a time, with time for a slow machine. */
export default defineConfig({
  test: {
    include: ["browser/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
