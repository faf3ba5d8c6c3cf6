/** How definitions are made and changed, and which monitors they make. */
@NullMarked
package dev.cadastre.server.monitoring.defining;

import org.jspecify.annotations.NullMarked;
