import { defineConfig } from "vitest/config";

/** What is measured in a browser; no time is asserted. */
export default defineConfig({ test: { include: ["browser/**/*.profile.ts"] } });
