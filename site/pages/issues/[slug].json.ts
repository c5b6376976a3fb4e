/** The JSON twin of an issue. */
import { site } from "../../lib/knowledge.ts";
import { ownIssue } from "../../lib/own-record.ts";
import { issueRecord } from "../../lib/summaries.ts";
import { json, type APIRoute } from "../../lib/respond.ts";

export const getStaticPaths = () => site().knowledge.issues.map(({ slug }) => ({ params: { slug } }));
export const GET: APIRoute = ({ params }) => json("issue", { issue: issueRecord(ownIssue(params["slug"])) });
