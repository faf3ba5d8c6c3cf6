@NullMarked
package dev.cadastre.server.monitoring.series.archive;

import org.jspecify.annotations.NullMarked;
