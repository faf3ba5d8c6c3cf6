/** Who is told of incidents how by REST, and what came of it. */
@NullMarked
package dev.cadastre.server.web.api.telling;

import org.jspecify.annotations.NullMarked;
