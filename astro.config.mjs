// The site's build. `fixlore build` overrides the output, the base and the origin; `astro dev` reads content/ itself.
import { fileURLToPath } from "node:url";
import { defineConfig } from "astro/config";

/** Where no command has read the notes, as in `astro dev`, read them here and again whenever one changes. */
const readNotes = {
  name: "fixlore:read-notes",
  hooks: {
    "astro:config:done": async ({ config }) => {
      if (globalThis[Symbol.for("fixlore.site")]) return;
      const { prepareSite } = await import("./src/prepare-site.ts");
      const base = `/${config.base}/`.replaceAll(/\/+/g, "/");
      const options = { title: "Fixlore", base, origin: config.site ?? null, repository: null, repositoryRoot: null };
      await prepareSite(["content"], options);
    },
    "astro:server:setup": ({ server }) => {
      const folder = fileURLToPath(new URL("./content/", import.meta.url));
      server.watcher.add(folder);
      server.watcher.on("all", async (_event, path) => {
        if (!path.startsWith(folder)) return;
        const { prepareSite } = await import("./src/prepare-site.ts");
        const { options } = globalThis[Symbol.for("fixlore.site")];
        await prepareSite(["content"], options);
        server.ws.send({ type: "full-reload" });
      });
    },
  },
};

export default defineConfig({
  srcDir: "./site",
  publicDir: "./site/public",
  output: "static",
  trailingSlash: "always",
  build: { format: "directory", inlineStylesheets: "never", assets: "_assets" },
  integrations: [readNotes],
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 } },
});
