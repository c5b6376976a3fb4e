/** What can be completed in, a script for fish out: as `fixlore.fish` in its folder of completions. */
import type { DescribedCommand, DescribedOption } from "./describe-commands.ts";
import { qualifierValues } from "./describe-commands.ts";

const quote = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;

function renderOption(command: string, { name, short, about, takes, values }: DescribedOption): string {
  const value = {
    flag: "",
    choice: ` -x -a ${quote(values.join(" "))}`,
    folder: " -x -a '(__fish_complete_directories)'",
    file: " -r -F",
    text: " -x",
  }[takes];
  const shortOption = short === null ? "" : ` -s ${short.slice(1)}`;
  return `complete -c fixlore -n '__fish_seen_subcommand_from ${command}' -l ${name.slice(2)}${shortOption}${value} -d ${quote(about)}`;
}

export function renderFish(commands: readonly DescribedCommand[]): string {
  const lines = [
    "# fish completion of fixlore",
    ...commands.map(
      ({ name, about }) => `complete -c fixlore -n __fish_use_subcommand -f -a ${name} -d ${quote(about)}`,
    ),
    "complete -c fixlore -n __fish_use_subcommand -l version -s v -d 'Show the version'",
  ];
  for (const { name, options, hasQuery, choices } of commands) {
    const seen = `complete -c fixlore -n '__fish_seen_subcommand_from ${name}' -f`;
    if (choices.length > 0) lines.push(`${seen} -a ${quote(choices.join(" "))}`);
    if (hasQuery)
      for (const { prefix, about, values } of qualifierValues)
        lines.push(
          `${seen} -a ${quote((values.length > 0 ? values.map((value) => prefix + value) : [prefix]).join(" "))} -d ${quote(about)}`,
        );
    lines.push(...options.map((option) => renderOption(name, option)));
  }
  return `${lines.join("\n")}\n`;
}
