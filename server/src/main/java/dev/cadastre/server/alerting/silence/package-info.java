/** When what is broken is not told. */
@NullMarked
package dev.cadastre.server.alerting.silence;

import org.jspecify.annotations.NullMarked;
