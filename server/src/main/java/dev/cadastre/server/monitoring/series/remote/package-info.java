/** Values over time to a Prometheus-compatible store, by remote write 1.0. */
@NullMarked
package dev.cadastre.server.monitoring.series.remote;

import org.jspecify.annotations.NullMarked;
