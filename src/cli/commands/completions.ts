/** The name of a shell in, the script that completes commands, options and qualifiers there out. */
import { defineCommand } from "citty";
import { didYouMean, suggestNames } from "../../query/index.ts";
import { CliError } from "../cli-error.ts";
import type { CommandModule } from "../command.ts";
import { commands } from "../commands.ts";
import { renderBash } from "../completions/bash.ts";
import { describeCommands, type DescribedCommand } from "../completions/describe-commands.ts";
import { renderFish } from "../completions/fish.ts";
import { renderPwsh } from "../completions/pwsh.ts";
import { renderZsh } from "../completions/zsh.ts";

const shells: Readonly<Record<string, (commands: readonly DescribedCommand[]) => string>> = {
  bash: renderBash,
  zsh: renderZsh,
  fish: renderFish,
  pwsh: renderPwsh,
};

export const command = defineCommand({
  meta: { name: "completions", description: "Print a script that completes commands, options and qualifiers." },
  args: {
    shell: { type: "positional", valueHint: Object.keys(shells).join("|"), description: "bash, zsh, fish or pwsh" },
  },
  async run({ args }) {
    const shell = args.shell as string;
    const render = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
    if (render === undefined) {
      const names = Object.keys(shells);
      const meant = didYouMean(suggestNames(shell, names));
      throw new CliError("usage", `Unknown shell "${shell}"${meant || `, expected ${names.join(", ")}`}`);
    }
    process.stdout.write(render(await describeCommands(commands)));
    return 0;
  },
});

export const examples: CommandModule["examples"] = [
  ["source <(fixlore completions bash)", "In ~/.bashrc"],
  ["fixlore completions zsh > ~/.zfunc/_fixlore", "With `fpath+=~/.zfunc` before compinit in ~/.zshrc"],
  ["fixlore completions fish > ~/.config/fish/completions/fixlore.fish", "For fish"],
  ["fixlore completions pwsh | Out-String | Invoke-Expression", "In $PROFILE"],
];
