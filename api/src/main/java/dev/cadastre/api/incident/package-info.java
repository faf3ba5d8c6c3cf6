/** Incidents on the wire: what is broken because of what, and what people do about it. */
@NullMarked
package dev.cadastre.api.incident;

import org.jspecify.annotations.NullMarked;
