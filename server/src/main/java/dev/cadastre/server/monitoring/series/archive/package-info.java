/** Which archives a monitor's values are kept in, and how answers are made of them. Pure. */
@NullMarked
package dev.cadastre.server.monitoring.series.archive;

import org.jspecify.annotations.NullMarked;
