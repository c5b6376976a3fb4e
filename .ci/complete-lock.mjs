/**
 * package-lock.json in, the same with an entry for each optional package that npm left out. npm drops a package for
 * another platform when the registry at hand does not hold it, and `npm ci` then refuses the lock file everywhere.
 * Run it after `npm install` where tests/lock-file.test.ts asks for it.
 */
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));

/** Words of package names, as npm calls them in `os`, `cpu` and `libc`. */
const words = {
  os: { android: "android", darwin: "darwin", freebsd: "freebsd", linux: "linux", openharmony: "openharmony" },
  cpu: { arm: "arm", arm64: "arm64", ia32: "ia32", ppc64: "ppc64", riscv64: "riscv64", s390x: "s390x", x64: "x64" },
  libc: { gnu: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" },
};
Object.assign(words.os, { win32: "win32", windows: "win32" });
Object.assign(words.cpu, { wasm32: "wasm32" });

/** Where Node would find a dependency: in the folder of the package, or in one above. */
function isLocked(from, name) {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf("/node_modules/"))) {
    if (lock.packages[`${folder}/node_modules/${name}`]) return true;
    if (!folder.includes("/node_modules/")) return `node_modules/${name}` in lock.packages;
  }
}

const added = {};
for (const [from, { optionalDependencies = {}, dev, license }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isLocked(from, name)) continue;
    const parts = name.split(/[/-]/);
    const entry = { version, optional: true, ...(dev && { dev }), ...(license && { license }) };
    for (const [key, known] of Object.entries(words)) {
      const value = parts.map((part) => known[part]).find(Boolean);
      if (value) entry[key] = [value];
    }
    if (!entry.os && !entry.cpu) throw new Error(`Cannot tell the platform of ${name}`);
    added[`node_modules/${name}`] = entry;
  }
}

const sorted = Object.entries({ ...lock.packages, ...added }).sort(([a], [b]) => a.localeCompare(b, "en"));
lock.packages = Object.fromEntries(sorted);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${Object.keys(added).length} entries added`);
