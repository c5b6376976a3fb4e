/** What can be completed in, a script for PowerShell out: to be called from `$PROFILE`. */
import type { DescribedCommand } from "./describe-commands.ts";
import { qualifierValues } from "./describe-commands.ts";

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const list = (rows: readonly (readonly [text: string, about: string])[]): string =>
  rows.length === 0
    ? "@()"
    : `@(${rows.map(([text, about]) => `@(${quote(text)}, ${quote(about || text)})`).join(", ")},$null)`;

/** Each entry is a text and what it is for; \`,$null\` keeps a list of one a list. */
export function renderPwsh(commands: readonly DescribedCommand[]): string {
  const table = commands.map(({ name, options, hasQuery, choices }) => {
    const operands = hasQuery
      ? qualifierValues.flatMap(({ prefix, about, values }) =>
          [prefix, ...values.map((value) => prefix + value)].map((text) => [text, about] as const),
        )
      : choices.map((choice) => [choice, choice] as const);
    const values = options
      .filter((option) => option.values.length > 0)
      .map((option) => `${quote(option.name)} = ${list(option.values.map((value) => [value, value]))}`);
    return `    ${quote(name)} = @{
      Words = ${list([...options.map((option) => [option.name, option.about] as const), ...operands])}
      Values = @{ ${values.join("; ")} }
    }`;
  });
  return `# PowerShell completion of fixlore
Register-ArgumentCompleter -Native -CommandName fixlore -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = ${list(commands.map(({ name, about }) => [name, about]))}
  $known = @{
${table.join("\n")}
  }
  $words = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
  $before = if ($wordToComplete) { $words[0..($words.Count - 2)] } else { $words }
  $before = @($before)
  $candidates = if ($before.Count -le 1) { $commands }
    elseif (-not $known.ContainsKey($before[1])) { @() }
    elseif ($known[$before[1]].Values.ContainsKey($before[-1])) { $known[$before[1]].Values[$before[-1]] }
    else { $known[$before[1]].Words }
  $candidates | Where-Object { $_ -and $_[0].StartsWith($wordToComplete) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
  }
}
`;
}
