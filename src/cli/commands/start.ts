/** Folders of notes in, the site of them on this machine out, until it is stopped. */
import { defineCommand } from "citty";
import type { CommandModule } from "../command.ts";
import { listenArguments, readListenOptions } from "../listen.ts";
import { publishSite, siteArguments } from "../publish-site.ts";
import { serveSite } from "../serve-site.ts";
import { untilStopped } from "../until-stopped.ts";

export const command = defineCommand({
  meta: { name: "start", description: "Build the site and serve it on this machine." },
  args: {
    ...listenArguments,
    ...siteArguments,
  },
  async run({ args }) {
    const where = readListenOptions(args);
    const { out, base } = await publishSite(args._, args.out, args);
    const { server, address } = await serveSite(out, base, where);
    process.stdout.write(`Serving ${address} (stop it with Ctrl+C)\n`);
    await untilStopped();
    await new Promise<void>((done) => server.close(() => done()).closeAllConnections());
    return 0;
  },
});

export const examples: CommandModule["examples"] = [
  ["fixlore start", "The notes of content/"],
  ["fixlore start docs/notes --port 8080", "Those of another folder, on a port of your choice"],
];
