/** Monitors by REST: what is checked, what is thought of it, and results that are told. */
@NullMarked
package dev.cadastre.server.web.api.monitor;

import org.jspecify.annotations.NullMarked;
