/** The folder of a built site in, every link and anchor of it that leads nowhere out. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { Parser } from "htmlparser2";

export interface BrokenLink {
  page: string;
  link: string;
  reason: "no such file" | "no such anchor" | "outside of the base" | "not an address";
}

export interface LinkReport {
  pages: number;
  links: number;
  broken: BrokenLink[];
}

interface PageNames {
  ids: Set<string>;
  links: Set<string>;
}

const attributes: readonly string[] = ["href", "src", "action", "poster"];

/** Reads one page. */
function readPage(html: string): PageNames {
  const ids = new Set<string>();
  const links = new Set<string>();
  const parser = new Parser({
    onopentag(name, values) {
      if (values["id"] !== undefined) ids.add(values["id"]);
      for (const attribute of attributes) {
        const value = values[attribute];
        if (value !== undefined && name !== "base") links.add(value);
      }
    },
  });
  parser.end(html);
  return { ids, links };
}

/** Checks all pages; `base` is the path that the site was built for. Addresses of other hosts are not asked. */
export function checkLinks(folder: string, base = "/"): LinkReport {
  const prefix = `/${base}/`.replaceAll(/\/+/g, "/");
  const pages = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  const names = new Map<string, PageNames>();
  const namesOf = (page: string): PageNames => {
    const known = names.get(page) ?? readPage(readFileSync(join(folder, page), "utf8"));
    names.set(page, known);
    return known;
  };
  const found = new Map<string, string | null>();
  const fileOf = (path: string): string | null => {
    const known = found.get(path);
    if (known !== undefined) return known;
    const file = locate(folder, path);
    found.set(path, file);
    return file;
  };
  const broken: BrokenLink[] = [];
  let links = 0;
  for (const page of pages) {
    const here = new URL(
      `http://site.invalid${prefix}${page
        .replace(/(^|\/)index\.html$/, "$1")
        .split("/")
        .map(encodeURIComponent)
        .join("/")}`,
    );
    for (const link of namesOf(page).links) {
      links++;
      const reason = judge(link, here, prefix, page);
      if (reason !== null) broken.push({ page, link, reason });
    }
  }
  return { pages: pages.length, links, broken };

  function judge(link: string, here: URL, prefix: string, page: string): BrokenLink["reason"] | null {
    const url = URL.parse(link, here.href);
    if (url === null) return "not an address";
    if (url.host !== here.host) return null;
    const path = decode(url.pathname);
    if (!path.startsWith(prefix)) return "outside of the base";
    const target = url.pathname === here.pathname ? page : fileOf(path.slice(prefix.length));
    if (target === null) return "no such file";
    const anchor = decode(url.hash.slice(1));
    return anchor === "" || !target.endsWith(".html") || namesOf(target).ids.has(anchor) ? null : "no such anchor";
  }
}

function locate(folder: string, path: string): string | null {
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  const absolute = join(folder, file);
  return existsSync(absolute) && statSync(absolute).isFile() ? file : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
