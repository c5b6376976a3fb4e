/** Nothing in, a promise out that is kept when somebody stops the command: Ctrl+C, or a word of the system. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
