/** Lets others see, for a while, what answers by HTTP on this machine alone. */
@NullMarked
package dev.cadastre.cli.share;

import org.jspecify.annotations.NullMarked;
