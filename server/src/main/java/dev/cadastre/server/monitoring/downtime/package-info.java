/** When it is known that something may not work. */
@NullMarked
package dev.cadastre.server.monitoring.downtime;

import org.jspecify.annotations.NullMarked;
