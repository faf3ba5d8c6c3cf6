/** One test on many hosts. */
@NullMarked
package dev.cadastre.cli.scan;

import org.jspecify.annotations.NullMarked;
