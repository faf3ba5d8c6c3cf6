/** Understands real and hostile output, and launches real programs that behave badly. */
@NullMarked
package dev.cadastre.plugin;

import org.jspecify.annotations.NullMarked;
