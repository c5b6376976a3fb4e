/** Folders of notes in, the whole site as files out. */
import { defineCommand } from "citty";
import type { CommandModule } from "../command.ts";
import { publishSite, siteArguments } from "../publish-site.ts";

export const command = defineCommand({
  meta: {
    name: "build",
    description: "Build the site: every issue, lesson, note and file a page, with search, feeds and data.",
  },
  args: siteArguments,
  async run({ args }) {
    const { diagnostics } = await publishSite(args._, args.out, args);
    return diagnostics.some(({ severity }) => severity === "error") ? 1 : 0;
  },
});

export const examples: CommandModule["examples"] = [
  ["fixlore build", "The notes of content/ to dist/"],
  ["fixlore build notes docs/handoff --out public --base /kb", "Two folders, for a site below /kb"],
  ["fixlore build --site https://notes.example --title 'Our casebook'", "With full addresses in feeds and sitemap"],
];
