/**
 * The {@code .change} file: a change as data, for applications in any language. {@link
 * dev.cadastre.change.file.ChangeFile} reads it, or says all that is wrong with it, and where.
 * Which operations there are is told to it as {@link dev.cadastre.change.file.OperationCatalogue}.
 */
@NullMarked
package dev.cadastre.change.file;

import org.jspecify.annotations.NullMarked;
