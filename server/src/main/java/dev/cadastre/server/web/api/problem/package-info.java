/** What goes wrong with a request, said as RFC 9457 problems. */
@NullMarked
package dev.cadastre.server.web.api.problem;

import org.jspecify.annotations.NullMarked;
