/** Runs the probe on real hosts and trees, and its parsers on real and hostile text. */
@NullMarked
package dev.cadastre.probe;

import org.jspecify.annotations.NullMarked;
