/**
 * The folder of a change as one thing that has a digest: {@link
 * dev.cadastre.change.archive.ChangeFolder}, and as one stream that may come from anybody: {@link
 * dev.cadastre.change.archive.ChangeArchive}. What is in a folder, how its digest is made and what
 * is refused stands in {@code docs/formats/change-archive.md}.
 */
@NullMarked
package dev.cadastre.change.archive;

import org.jspecify.annotations.NullMarked;
