/** The Markdown twin of an issue. */
import { site } from "../../lib/knowledge.ts";
import { ownIssue } from "../../lib/own-record.ts";
import { issueMarkdown } from "../../lib/record-markdown.ts";
import { text, type APIRoute } from "../../lib/respond.ts";

export const getStaticPaths = () => site().knowledge.issues.map(({ slug }) => ({ params: { slug } }));
export const GET: APIRoute = ({ params }) => text(issueMarkdown(ownIssue(params["slug"])), "text/markdown");
