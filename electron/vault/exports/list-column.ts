/** One column of a list as it leaves the vault. */
export interface Column<Row> {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly text: (row: Row) => string;
}

export const column = <Row>(header: string, width: number, text: (row: Row) => string): Column<Row> => ({
  header,
  width,
  text,
});
