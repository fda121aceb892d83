/** What came of reading a file: its bytes, or why there are none, in words for people. */
export type ReadResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string };

/**
 * The compiler's only door to the world. Paths use `/`; relative ones are relative to the host's working
 * directory.
 */
export interface Host {
  read(path: string): ReadResult;
  /** The names in a directory, sorted, those of directories with a `/` behind. Empty if there is none. */
  list(directory: string): readonly string[];
  /** Creates missing directories. Throws where the file cannot be written. */
  write(path: string, text: string): void;
  /** Removes a file; does nothing where there is none. */
  remove(path: string): void;
  /** The absolute form of a path, without `.` and `..`. Symbolic links are not followed. */
  absolute(path: string): string;
}
