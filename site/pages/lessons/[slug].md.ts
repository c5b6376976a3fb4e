/** The Markdown twin of a lesson. */
import { site, type Lesson } from "../../lib/knowledge.ts";
import { lessonMarkdown } from "../../lib/record-markdown.ts";
import { text, type APIRoute } from "../../lib/respond.ts";

export const getStaticPaths = () =>
  site().knowledge.lessons.map((lesson) => ({ params: { slug: lesson.slug }, props: { lesson } }));
export const GET: APIRoute = ({ props }) => text(lessonMarkdown(props["lesson"] as Lesson), "text/markdown");
