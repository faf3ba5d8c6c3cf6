/** Forgets what was over long ago. */
@NullMarked
package dev.cadastre.server.alerting.retention;

import org.jspecify.annotations.NullMarked;
