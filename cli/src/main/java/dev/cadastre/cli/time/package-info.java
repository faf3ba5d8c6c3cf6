/** Reads moments as people write them. */
@NullMarked
package dev.cadastre.cli.time;

import org.jspecify.annotations.NullMarked;
