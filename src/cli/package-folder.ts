/** This module in, the folder of the package that it is part of out: a clone or an installed one, they look alike. */
import { fileURLToPath } from "node:url";

/** Where package.json is, and with it `site/`, `astro.config.mjs` and the templates. */
export const packageFolder = fileURLToPath(new URL("../../", import.meta.url));
