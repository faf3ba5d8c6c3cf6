/** What Prometheus scrapes: the server's own figures, and what its monitors measured last. */
@NullMarked
package dev.cadastre.server.web.api.metrics;

import org.jspecify.annotations.NullMarked;
