/** A trace pasted into a field of one line in, the same out on the page that ranks issues by it: a field of one line would run its lines together. */
const key = "fixlore-error";

/** Leaves for the search page where what is pasted into one of the search fields has lines. */
export function followPastedError(event: ClipboardEvent): void {
  const field = event.target;
  const pasted = event.clipboardData?.getData("text/plain") ?? "";
  if (!(field instanceof HTMLInputElement) || !field.form || !pasted.trim().includes("\n")) return;
  const search = new URL(`${document.body.dataset["base"] ?? "/"}search/`, location.href);
  if (field.form.action !== search.href) return;
  try {
    sessionStorage.setItem(key, pasted);
  } catch {
    // Storage is forbidden: the field takes it as fields do.
    return;
  }
  event.preventDefault();
  search.hash = "error";
  location.assign(search);
}

/** What another page left; once, so that a reload begins anew. */
export function takePastedError(): string {
  try {
    const pasted = sessionStorage.getItem(key) ?? "";
    sessionStorage.removeItem(key);
    return pasted;
  } catch {
    return "";
  }
}
