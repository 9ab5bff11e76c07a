import { defineConfig } from "vitest/config";

/** What is measured in a browser, and asserts nothing about it. */
export default defineConfig({ test: { include: ["browser/**/*.profile.ts"] } });
