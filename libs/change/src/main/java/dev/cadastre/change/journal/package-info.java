/**
 * The journal of a run in a folder: a file to which entries are added, a line each, which can be
 * read whenever its writer was killed. The format is specified in {@code docs/formats/journal.md}.
 */
@NullMarked
package dev.cadastre.change.journal;

import org.jspecify.annotations.NullMarked;
