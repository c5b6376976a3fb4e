/** The shape of a table that anybody may query: its columns with what they mean, and how a record fills them. */
import type { SQLInputValue } from "node:sqlite";

/** Name, type and constraints as SQLite reads them, what it holds, and how it is read from a row's item. */
export type PublicColumn<Item, T> = readonly [
  name: string,
  type: string,
  about: string,
  read: (item: Item, record: T, at: number) => SQLInputValue,
];

export interface PublicTable<T> {
  name: string;
  /** One line for the documentation. */
  about: string;
  /** The column that holds the slug of the record that a row belongs to: the first. */
  owner: string;
  columns: readonly { name: string; type: string; about: string }[];
  rowsOf: (record: T) => SQLInputValue[][];
}

/** A table with one row for each item that a record has. */
export function definePublicTable<T, Item>(
  name: string,
  about: string,
  itemsOf: (record: T) => readonly Item[],
  columns: readonly PublicColumn<Item, T>[],
): PublicTable<T> {
  return {
    name,
    about,
    owner: columns[0]![0],
    columns: columns.map(([column, type, meaning]) => ({ name: column, type, about: meaning })),
    rowsOf: (record) => itemsOf(record).map((item, at) => columns.map(([, , , read]) => read(item, record, at))),
  };
}
