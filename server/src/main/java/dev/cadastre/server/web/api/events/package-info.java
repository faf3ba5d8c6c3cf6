/** The timeline as it grows, as server-sent events. */
@NullMarked
package dev.cadastre.server.web.api.events;

import org.jspecify.annotations.NullMarked;
