/** Incidents, silences and alerts by REST. */
@NullMarked
package dev.cadastre.server.web.api.incident;

import org.jspecify.annotations.NullMarked;
