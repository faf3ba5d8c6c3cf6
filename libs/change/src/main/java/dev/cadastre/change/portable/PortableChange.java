package dev.cadastre.change.portable;

import dev.cadastre.change.archive.ChangeFolder;

/**
 * A change that needs no program.
 *
 * @param folder all of it
 * @param file the path of its {@code .change} file in there
 */
public record PortableChange(ChangeFolder folder, String file) {}
