#!/usr/bin/env node
// Plain JavaScript on purpose: an older Node must be able to read this file to say that it is too old.
import module from "node:module";

const major = Number(process.versions.node.split(".")[0]);
if (major < 24) {
  console.error(`fixlore needs Node 24 or newer, this is Node ${process.versions.node}.`);
  console.error("In a clone, run it as `npx fixlore`: npm puts the pinned Node first.");
  process.exitCode = 2;
} else {
  // Types are stripped once, not at each start: most of the time of a short command.
  module.enableCompileCache?.();
  // Node strips no types below node_modules: there the package has the same modules as JavaScript, made when it is packed.
  const isInstalled = import.meta.url.includes("/node_modules/");
  await import(isInstalled ? "../../lib/cli/main.js" : "./main.ts");
}
