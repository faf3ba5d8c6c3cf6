/** Changes as people hand them over: a {@code .change} file, or a jar with one written in Java. */
@NullMarked
package dev.cadastre.cli.change;

import org.jspecify.annotations.NullMarked;
