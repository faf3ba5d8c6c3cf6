/** Reading requests: parameters, bodies, cursors and their limits. */
@NullMarked
package dev.cadastre.server.web.api.request;

import org.jspecify.annotations.NullMarked;
