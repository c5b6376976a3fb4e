/** One statement of SQL and a database in, its columns and rows out; a statement that writes is refused. */
import { constants, type DatabaseSync, type SQLOutputValue } from "node:sqlite";
import type { Cell } from "./format-rows.ts";
import { addSqlFunctions } from "./sql-functions.ts";

export interface SqlResult {
  columns: string[];
  rows: Cell[][];
}

/** What is wrong with a statement, in the words of SQLite or ours. */
export interface SqlProblem {
  problem: string;
}

const reading = new Set([
  constants.SQLITE_SELECT,
  constants.SQLITE_READ,
  constants.SQLITE_FUNCTION,
  constants.SQLITE_RECURSIVE,
]);
/** Those that only tell, and the one that full-text search asks for by itself. */
const tellingPragmas = new Set(["table_info", "table_xinfo", "table_list", "index_list", "index_info", "data_version"]);

/** SQLITE_AUTH and SQLITE_READONLY. */
const refusals = [23, 8];

/** Never throws for what a statement may be, only for a database that is damaged. */
export function runSql(database: DatabaseSync, sql: string): SqlResult | SqlProblem {
  addSqlFunctions(database);
  database.exec("PRAGMA query_only = ON");
  database.setAuthorizer((action, name) =>
    reading.has(action) || (action === constants.SQLITE_PRAGMA && tellingPragmas.has(name ?? ""))
      ? constants.SQLITE_OK
      : constants.SQLITE_DENY,
  );
  try {
    const statement = database.prepare(sql);
    // SQLite reads the first statement and leaves the rest unread: half an answer would be given in silence.
    if (!isBlank(sql.slice(sql.indexOf(statement.sourceSQL) + statement.sourceSQL.length)))
      return { problem: "Unexpected second statement, expected one" };
    const columns = statement.columns().map(({ name }) => name);
    if (columns.length === 0) return { problem: "Unexpected statement that gives no rows, expected a SELECT" };
    statement.setReadBigInts(true);
    statement.setReturnArrays(true);
    const rows: Cell[][] = [];
    for (const row of statement.iterate() as Iterable<unknown>) rows.push((row as SQLOutputValue[]).map(toCell));
    return { columns, rows };
  } catch (error) {
    const { errcode, message } = error as { errcode?: number; message: string };
    // The corrupt, the unreadable and no database at all are not the statement's fault.
    if (errcode === undefined || [10, 11, 26].includes(errcode & 0xff)) throw error;
    return {
      problem: refusals.includes(errcode & 0xff) ? "Unexpected statement that writes, expected a SELECT" : message,
    };
  } finally {
    database.setAuthorizer(null);
    database.exec("PRAGMA query_only = OFF");
  }
}

/** White space, semicolons and comments are no statement. */
function isBlank(rest: string): boolean {
  return rest.replace(/--[^\n]*(?:\n|$)|\/\*[\s\S]*?(?:\*\/|$)|[\s;]/g, "") === "";
}

function toCell(value: SQLOutputValue): Cell {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value;
}
