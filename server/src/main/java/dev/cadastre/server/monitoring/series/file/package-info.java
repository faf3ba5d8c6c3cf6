/**
 * Values over time in round-robin files, by rrd4j. What is told goes to a journal at once and to
 * its file some minutes later, together with what else was told of that monitor;
 * docs/formats/series.md has the reasons and the bytes.
 */
@NullMarked
package dev.cadastre.server.monitoring.series.file;

import org.jspecify.annotations.NullMarked;
