/** The picture of the site: of the dashboard, of lists, and of records without one of their own. */
import { count } from "../lib/count.ts";
import { openStatuses, site } from "../lib/knowledge.ts";
import { png, type APIRoute } from "../lib/respond.ts";

export const GET: APIRoute = () => {
  const { knowledge, options, drawCard } = site();
  const { issues, lessons, sessions } = knowledge;
  const open = issues.filter(({ status }) => openStatuses.has(status)).length;
  return png(
    drawCard({
      above: "What was seen, why, and what fixed it",
      title: options.title,
      about: "",
      below: [count(issues.length, "issue"), count(lessons.length, "lesson"), count(sessions.length, "note")],
      status: open === 0 ? "Nothing open" : `${count(open, "issue")} open`,
      hue: open === 0 ? "green" : "red",
    }),
  );
};
