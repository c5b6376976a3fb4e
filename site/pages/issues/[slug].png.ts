/** The picture of an issue, for those who get its address in a chat. */
import { drawIssueCard, pictured } from "../../lib/cards.ts";
import type { Issue } from "../../lib/knowledge.ts";
import { png, type APIRoute } from "../../lib/respond.ts";

export const getStaticPaths = () =>
  [...pictured()].map((issue) => ({ params: { slug: issue.slug }, props: { issue } }));
export const GET: APIRoute = ({ props }) => png(drawIssueCard(props["issue"] as Issue));
