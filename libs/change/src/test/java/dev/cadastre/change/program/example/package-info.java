/** What docs/manual/19-changes-in-java.md shows. */
@NullMarked
package dev.cadastre.change.program.example;

import org.jspecify.annotations.NullMarked;
