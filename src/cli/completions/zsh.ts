/** What can be completed in, a script for zsh out: as `_fixlore` in a folder of `$fpath`, or sourced. */
import type { DescribedCommand, DescribedOption } from "./describe-commands.ts";
import { qualifierValues } from "./describe-commands.ts";

/** In single quotes, and in the brackets and colons of `_arguments` and `_describe`. */
const escape = (text: string): string => text.replaceAll("'", "'\\''").replace(/[[\]:\\]/g, "\\$&");

function renderOption({ name, short, about, takes, values }: DescribedOption): string {
  const value = {
    flag: "",
    choice: `:value:(${values.join(" ")})`,
    folder: ":folder:_files -/",
    file: ":file:_files",
    text: ":value: ",
  }[takes];
  const tail = `[${escape(about)}]${value}`;
  return short === null ? `'*${name}${tail}'` : `'(${short} ${name})'{${short},${name}}'${tail}'`;
}

export function renderZsh(commands: readonly DescribedCommand[]): string {
  const described = commands.map(({ name, about }) => `    '${escape(name)}:${escape(about)}'`).join("\n");
  const cases = commands.map(({ name, options, hasQuery, choices }) => {
    const operands = hasQuery
      ? "'*:query:_fixlore_query'"
      : choices.length > 0
        ? `'1:value:(${choices.join(" ")})'`
        : "'*:file:_files'";
    return `      ${name}) _arguments ${[...options.map(renderOption), operands].join(" \\\n        ")} ;;`;
  });
  const qualifiers = qualifierValues.map(({ prefix, about }) => `'${escape(prefix.slice(0, -1))}:${escape(about)}'`);
  const values = qualifierValues
    .filter((row) => row.values.length > 0)
    .map(({ prefix, values: all }) => `    ${prefix}*) compset -P '*:'; compadd -- ${all.join(" ")}; return ;;`);
  return `#compdef fixlore
_fixlore_query() {
  local -a qualifiers
  case "$PREFIX" in
${values.join("\n")}
  esac
  qualifiers=(
    ${qualifiers.join("\n    ")}
  )
  _describe -t qualifiers qualifier qualifiers -S: -q
}
_fixlore() {
  local -a commands
  commands=(
${described}
  )
  local state line
  _arguments -C '1: :->command' '*:: :->rest'
  case $state in
    command) _describe -t commands command commands ;;
    rest) case $line[1] in
${cases.join("\n")}
    esac ;;
  esac
}
if [ "$funcstack[1]" = "_fixlore" ]; then _fixlore "$@"; else compdef _fixlore fixlore; fi
`;
}
