/** The Markdown twin of an issue. */
import { site, type Issue } from "../../lib/knowledge.ts";
import { issueMarkdown } from "../../lib/record-markdown.ts";
import { text, type APIRoute } from "../../lib/respond.ts";

export const getStaticPaths = () =>
  site().knowledge.issues.map((issue) => ({ params: { slug: issue.slug }, props: { issue } }));
export const GET: APIRoute = ({ props }) => text(issueMarkdown(props["issue"] as Issue), "text/markdown");
