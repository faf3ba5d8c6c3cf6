/** The API described as OpenAPI 3.1, derived from controllers and wire records. */
@NullMarked
package dev.cadastre.server.web.api.description;

import org.jspecify.annotations.NullMarked;
