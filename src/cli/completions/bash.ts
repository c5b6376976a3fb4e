/** What can be completed in, a script for bash out: `source <(fixlore completions bash)`. */
import type { DescribedCommand, DescribedOption } from "./describe-commands.ts";
import { qualifierValues } from "./describe-commands.ts";

const words = (all: readonly string[]): string => `'${all.join(" ")}'`;
const names = ({ name, short }: DescribedOption): string[] => (short === null ? [name] : [name, short]);

/** Without the bash-completion package: only what bash itself has. A colon ends a word there, so values stand alone. */
export function renderBash(commands: readonly DescribedCommand[]): string {
  const valueCases = commands.flatMap(({ name, options }) =>
    options.flatMap((option) => {
      const cases = names(option)
        .map((one) => `"${name} ${one}"`)
        .join(" | ");
      if (option.takes === "choice")
        return [`    ${cases}) mapfile -t COMPREPLY < <(compgen -W ${words(option.values)} -- "$cur"); return ;;`];
      if (option.takes === "folder") return [`    ${cases}) _fixlore_files -d; return ;;`];
      if (option.takes === "file") return [`    ${cases}) _fixlore_files -f; return ;;`];
      return option.takes === "text" ? [`    ${cases}) return ;;`] : [];
    }),
  );
  const wordCases = commands.map(({ name, options, hasQuery, choices }) => {
    const flags = options.flatMap(names);
    const operands = hasQuery ? qualifierValues.map(({ prefix }) => prefix) : choices;
    return `    ${name}) options=${words(flags)}; operands=${words(operands)}; query=${hasQuery ? 1 : ""} ;;`;
  });
  const qualifierCases = qualifierValues
    .filter(({ values }) => values.length > 0)
    .map(
      ({ prefix, values }) =>
        `      ${prefix.slice(0, -1)}) mapfile -t COMPREPLY < <(compgen -W ${words(values)} -- "$cur"); return ;;`,
    );
  return `# bash completion of fixlore
_fixlore_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$cur")
}
_fixlore() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  local options= operands= query=
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W ${words([...commands.map(({ name }) => name), "help", "--help", "--version"])} -- "$cur")
    return
  fi
  case "$command $prev" in
${valueCases.join("\n")}
  esac
  case "$command" in
    help) ((COMP_CWORD == 2)) && mapfile -t COMPREPLY < <(compgen -W ${words(commands.map(({ name }) => name))} -- "$cur"); return ;;
${wordCases.join("\n")}
  esac
  if [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$cur")
    return
  fi
  if [[ $query ]]; then
    local name=
    if [[ $cur == : ]]; then name=$prev cur=
    elif [[ $prev == : ]]; then name="\${COMP_WORDS[COMP_CWORD-2]}"
    elif [[ $cur == *:* ]]; then name="\${cur%%:*}" cur="\${cur#*:}"
    fi
    case "$name" in
${qualifierCases.join("\n")}
    esac
    [[ $name ]] && return
    compopt -o nospace 2>/dev/null
  fi
  if [[ $operands ]]; then mapfile -t COMPREPLY < <(compgen -W "$operands" -- "$cur")
  else _fixlore_files -f
  fi
}
complete -F _fixlore fixlore
`;
}
