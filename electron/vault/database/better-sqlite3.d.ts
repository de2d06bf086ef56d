/**
 * The part of the driver that database/driver.ts uses. The package's own declarations cannot be found through its
 * "exports", and describe far more.
 */
declare module 'better-sqlite3' {
  interface Statement {
    readonly busy: boolean;
    run(parameters: unknown): { readonly changes: number };
    get(parameters: unknown): unknown;
    all(parameters: unknown): unknown[];
    iterate(parameters: unknown): IterableIterator<unknown>;
  }
  class Database {
    static readonly SqliteError: new (
      message: string,
      code: string,
    ) => Error & { readonly code: string };
    constructor(file: string, options: { readonly timeout: number; readonly fileMustExist: boolean });
    readonly inTransaction: boolean;
    prepare(sql: string): Statement;
    exec(sql: string): this;
    pragma(source: string, options?: { readonly simple: boolean }): unknown;
    close(): this;
  }
  namespace Database {
    export { Database, Statement };
  }
  export = Database;
}
