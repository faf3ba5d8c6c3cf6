/** How monitors are kept: in tables, and in memory while they live. */
@NullMarked
package dev.cadastre.server.monitoring.keeping;

import org.jspecify.annotations.NullMarked;
