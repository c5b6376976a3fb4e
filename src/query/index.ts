/** The query language: one parser and one meaning for the command line and the site. No module here reads a clock or a file. */
export { evaluateQuery } from "./evaluate-query.ts";
export { explainQuery } from "./explain-query.ts";
export { formatQueryError } from "./format-query-error.ts";
export { matchPath } from "./match-glob.ts";
export { narrowQuery } from "./narrow-query.ts";
export { parseQuery } from "./parse-query.ts";
export { qualifiers } from "./qualifiers.ts";
export { rankErrorText } from "./rank-error-text.ts";
export { fieldNames, recordFields } from "./record-fields.ts";
export { searchTerms } from "./search-terms.ts";
export { sortKeys } from "./sort-keys.ts";
export { didYouMean, suggestNames } from "./suggest-names.ts";
export { recordKinds } from "./grammar.ts";
export type * from "./grammar.ts";
