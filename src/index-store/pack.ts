/** A value in, compressed JSON out, and back. */
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";

const options = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

export function pack(value: unknown): Uint8Array {
  return zstdCompressSync(JSON.stringify(value), options);
}

/** Throws for what `pack` did not make. */
export function unpack<T>(data: unknown): T {
  return JSON.parse(zstdDecompressSync(data as Uint8Array).toString()) as T;
}
