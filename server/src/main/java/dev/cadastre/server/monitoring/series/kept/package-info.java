/** Which forms of series are in use, from the start of the server to its end. */
@NullMarked
package dev.cadastre.server.monitoring.series.kept;

import org.jspecify.annotations.NullMarked;
