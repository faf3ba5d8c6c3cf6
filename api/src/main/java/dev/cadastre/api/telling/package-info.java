/** Who is told of incidents how, and what came of it. */
@NullMarked
package dev.cadastre.api.telling;

import org.jspecify.annotations.NullMarked;
