/** What happens, as server-sent events. */
@NullMarked
package dev.cadastre.server.web.api.events;

import org.jspecify.annotations.NullMarked;
