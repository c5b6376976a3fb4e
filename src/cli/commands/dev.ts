/** Folders of notes in, the site of them on this machine out while they are written: each save is seen. */
import { defineCommand } from "citty";
import type { CommandModule } from "../command.ts";
import { listenArguments, readListenOptions } from "../listen.ts";
import { sourceArguments } from "../publish-site.ts";
import { untilStopped } from "../until-stopped.ts";

export const command = defineCommand({
  meta: {
    name: "dev",
    description: "Serve the site while you write: each save is shown at once, with what is wrong in the note.",
  },
  args: {
    ...listenArguments,
    open: { type: "boolean", description: "Open the site in the browser" },
    ...sourceArguments,
  },
  async run({ args }) {
    const where = readListenOptions(args);
    const { runDev } = await import("../dev/run-dev.ts");
    const { address, begin, close } = await runDev(args._, args, where);
    const stopped = untilStopped();
    begin();
    if (args.open === true) (await import("../dev/open-address.ts")).openAddress(address);
    await stopped;
    await close();
    return 0;
  },
});

export const examples: CommandModule["examples"] = [
  ["fixlore dev", "The notes of content/, beside your editor"],
  ["fixlore dev docs/notes --port 8080 --open", "Those of another folder, in the browser at once"],
];

export const notes: CommandModule["notes"] = [
  [
    "What it shows",
    [
      "Pages are those that `fixlore build` writes, secrets masked. A save makes anew what depends on the note; the browser",
      "follows and stays where it was. What is wrong in the note just saved is printed, and shown over the page.",
      "The search looks through the notes as they are; that of a built site knows more forms of a word.",
    ],
  ],
];
