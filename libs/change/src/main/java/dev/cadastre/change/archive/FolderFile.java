package dev.cadastre.change.archive;

/**
 * A file of a change.
 *
 * @param path below the change's folder, with {@code /} between its parts
 * @param executable whether its owner may run it
 * @param size of its content, in bytes
 * @param sha256 of its content, in 64 hexadecimal digits
 */
public record FolderFile(String path, boolean executable, long size, String sha256) {}
