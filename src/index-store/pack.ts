/** A value in, compressed JSON out, and back. */
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";

/** The checksum tells a damaged blob from a good one that reads otherwise. */
const options = { params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 } };

export function pack(value: unknown): Uint8Array {
  return zstdCompressSync(JSON.stringify(value), options);
}

/** Throws for what `pack` did not make. */
export function unpack<T>(data: unknown): T {
  return JSON.parse(zstdDecompressSync(data as Uint8Array).toString()) as T;
}
