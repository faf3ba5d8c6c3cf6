/**
 * The values of monitors over time: one port with two forms, round-robin files, which are also
 * read, and remote write to a Prometheus-compatible store.
 */
@NamedInterface("series")
@NullMarked
package dev.cadastre.server.monitoring.series;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
