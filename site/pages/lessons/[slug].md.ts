/** The Markdown twin of a lesson. */
import { site } from "../../lib/knowledge.ts";
import { ownLesson } from "../../lib/own-record.ts";
import { lessonMarkdown } from "../../lib/record-markdown.ts";
import { text, type APIRoute } from "../../lib/respond.ts";

export const getStaticPaths = () => site().knowledge.lessons.map(({ slug }) => ({ params: { slug } }));
export const GET: APIRoute = ({ params }) => text(lessonMarkdown(ownLesson(params["slug"])), "text/markdown");
