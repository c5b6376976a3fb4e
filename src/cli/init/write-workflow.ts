/** The choices of `fixlore init` in, a workflow out that publishes the notes to GitHub Pages. */
import type { InitChoices, InitFile } from "./init-files.ts";

export function writeWorkflow({ folder, below, version }: InitChoices): InitFile {
  const inFolder =
    below === ""
      ? ""
      : `\n    defaults:\n      run:\n        working-directory: ${JSON.stringify(below.replace(/\/$/, ""))}`;
  return {
    path: ".github/workflows/fixlore.yml",
    from: "root",
    purpose: "publishes the site on every push to the main branch",
    text: `# Publishes the notes to GitHub Pages. In the settings of the repository, choose "GitHub Actions" as the source of Pages.
name: fixlore

on:
  push:
    branches: [main, master]
    paths: [${JSON.stringify(`${below}${folder}/**`)}, ${JSON.stringify(`${below}fixlore.config.*`)}, ".github/workflows/fixlore.yml"]
  workflow_dispatch:

permissions:
  contents: read
  pages: write
  id-token: write

# One deployment at a time; one that has begun is not cut off.
concurrency:
  group: pages
  cancel-in-progress: false

jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 20${inFolder}
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: 24
      - uses: actions/configure-pages@v5
        id: pages
      # Pages of a project live below its name: the action says where.
      - run: npx --yes fixlore@${version} build --out dist --base "\${BASE:-/}" --site "$ORIGIN"
        env:
          BASE: \${{ steps.pages.outputs.base_path }}
          ORIGIN: \${{ steps.pages.outputs.origin }}
      - uses: actions/upload-pages-artifact@v4
        with:
          path: ${JSON.stringify(`${below}dist`)}

  deploy:
    needs: build
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: \${{ steps.deploy.outputs.page_url }}
    steps:
      - uses: actions/deploy-pages@v4
        id: deploy
`,
  };
}
