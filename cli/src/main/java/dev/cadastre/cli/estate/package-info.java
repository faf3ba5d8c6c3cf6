/** An estate file of this machine. */
@NullMarked
package dev.cadastre.cli.estate;

import org.jspecify.annotations.NullMarked;
