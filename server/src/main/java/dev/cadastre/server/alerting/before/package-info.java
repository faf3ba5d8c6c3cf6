/** Finds what changed before a failure, near its cause, and what is most likely to matter. */
@NullMarked
package dev.cadastre.server.alerting.before;

import org.jspecify.annotations.NullMarked;
