/** An address that leads nowhere in, its words in the search field out: they are most of what is known of the page. */
const field = document.querySelector<HTMLInputElement>("#ask");
const last = decodeAddress(location.pathname).split("/").filter(Boolean).at(-1) ?? "";
if (field && field.value === "" && last !== "404.html") {
  const name = last.replace(/\.(?:html|md|json|png)$/, "");
  // "ds-12" is an identifier; in "pool-runs-dry-4f06a1" the end only tells it from others of its name.
  field.value = /^[a-z]+(?:-[a-z]+)*-\d+$/.test(name)
    ? name.toUpperCase()
    : name.replace(/-[0-9a-f]{6}$/, "").replaceAll("-", " ");
}

function decodeAddress(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
