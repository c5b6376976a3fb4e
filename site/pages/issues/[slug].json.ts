/** The JSON twin of an issue. */
import { site, type Issue } from "../../lib/knowledge.ts";
import { issueRecord } from "../../lib/summaries.ts";
import { json, type APIRoute } from "../../lib/respond.ts";

export const getStaticPaths = () =>
  site().knowledge.issues.map((issue) => ({ params: { slug: issue.slug }, props: { issue } }));
export const GET: APIRoute = ({ props }) => json("issue", { issue: issueRecord(props["issue"] as Issue) });
