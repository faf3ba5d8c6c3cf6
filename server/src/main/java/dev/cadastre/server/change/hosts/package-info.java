/** The way to hosts. */
@NullMarked
package dev.cadastre.server.change.hosts;

import org.jspecify.annotations.NullMarked;
