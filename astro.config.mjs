// The site's build, as `fixlore build` and `fixlore dev` run it: they read the notes, and override the output, the base and the origin.
import { defineConfig } from "astro/config";

export default defineConfig({
  srcDir: "./site",
  publicDir: "./site/public",
  output: "static",
  trailingSlash: "always",
  build: { format: "directory", inlineStylesheets: "never", assets: "_assets" },
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 } },
});
