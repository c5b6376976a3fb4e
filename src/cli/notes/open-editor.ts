/** A file in, the same file after its author has closed the editor out. */
import { spawn } from "node:child_process";
import { CliError } from "../cli-error.ts";

/** As git does: `$VISUAL`, else `$EDITOR`; null where neither is set. Nothing is opened that nobody chose. */
export function chosenEditor(env: NodeJS.ProcessEnv = process.env): string | null {
  return env["VISUAL"]?.trim() || env["EDITOR"]?.trim() || null;
}

/** The editor is a line of the shell, as `code --wait`. Throws a failure where it does not end well. */
export async function openEditor(editor: string, path: string): Promise<void> {
  const isWindows = process.platform === "win32";
  const child = isWindows
    ? spawn(`${editor} "${path}"`, { shell: true, stdio: "inherit" })
    : spawn("/bin/sh", ["-c", `${editor} "$@"`, editor, path], { stdio: "inherit" });
  const code = await new Promise<number | string>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => resolve(code ?? signal ?? 1));
  });
  if (code === 0) return;
  throw new CliError("failure", `The editor \`${editor}\` ended with ${code}`, [`The note is there: ${path}`]);
}
