/** Who is told what of an incident, and when; computes only. */
@NullMarked
package dev.cadastre.server.alerting.telling;

import org.jspecify.annotations.NullMarked;
