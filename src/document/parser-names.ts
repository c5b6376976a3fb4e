/** The parsers by name: `satteri` is native and some forty times faster, `remark` is the reference. */
export const parserNames = ["satteri", "remark"] as const;
export type ParserName = (typeof parserNames)[number];
