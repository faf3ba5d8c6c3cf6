package dev.cadastre.parcel.folder;

/**
 * A file of a parcel.
 *
 * @param path from the parcel's folder, with {@code /} between its parts
 * @param executable whether its owner may run it
 * @param size of its content, in bytes
 * @param digest of its content: {@code sha256:} and 64 hexadecimal digits
 */
public record ParcelFile(String path, boolean executable, long size, String digest) {}
