/** Runs checks, by the means of their kind. */
@NullMarked
package dev.cadastre.server.monitoring.running;

import org.jspecify.annotations.NullMarked;
