package dev.cadastre.cli.change;

import dev.cadastre.change.Change;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.file.ChangeFile;

/**
 * A change in the form in which it is planned, sent and kept.
 *
 * @param folder the file with all that it names
 * @param file the path of the {@code .change} file in the folder
 * @param read the file as it was understood
 * @param change the change, with the programs that only its jar has
 */
public record GivenChange(ChangeFolder folder, String file, ChangeFile read, Change change) {}
