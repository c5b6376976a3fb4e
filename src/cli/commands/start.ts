/** Folders of notes in, the site of them on this machine out, until it is stopped. */
import { defineCommand } from "citty";
import { CliError } from "../cli-error.ts";
import type { CommandModule } from "../command.ts";
import { publishSite, siteArguments } from "../publish-site.ts";
import { serveSite } from "../serve-site.ts";

const usualPort = 4321;

export const command = defineCommand({
  meta: { name: "start", description: "Build the site and serve it on this machine." },
  args: {
    folders: {
      type: "positional",
      required: false,
      valueHint: "DIR…",
      description: "Folders or notes to read (default: content)",
    },
    port: {
      type: "string",
      valueHint: "NUMBER",
      description: `Port to listen on (default: ${usualPort}, or the next that is free)`,
    },
    ...siteArguments,
  },
  async run({ args }) {
    const port = readPort(args.port);
    const { out, base } = await publishSite(args._, args.out, args);
    const { server, address } = await serveSite(out, base, port ?? usualPort, port !== null);
    process.stdout.write(`Serving ${address} (stop it with Ctrl+C)\n`);
    await new Promise<void>((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const)
        process.once(signal, () => server.close(() => resolve()).closeAllConnections());
    });
    return 0;
  },
});

function readPort(text: string | undefined): number | null {
  if (text === undefined) return null;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new CliError("usage", `Unexpected port "${text}", expected a number from 0 to 65535`);
}

export const examples: CommandModule["examples"] = [
  ["fixlore start", "The notes of content/"],
  ["fixlore start docs/notes --port 8080", "Those of another folder, on a port of your choice"],
];
