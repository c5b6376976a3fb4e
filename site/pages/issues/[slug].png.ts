/** The picture of an issue, for those who get its address in a chat. */
import { drawIssueCard, pictured } from "../../lib/cards.ts";
import { ownIssue } from "../../lib/own-record.ts";
import { png, type APIRoute } from "../../lib/respond.ts";

export const getStaticPaths = () => [...pictured()].map(({ slug }) => ({ params: { slug } }));
export const GET: APIRoute = ({ params }) => png(drawIssueCard(ownIssue(params["slug"])));
