/** Decides which failures there are, and which incident each belongs to. Computes only. */
@NullMarked
package dev.cadastre.server.alerting.incident;

import org.jspecify.annotations.NullMarked;
