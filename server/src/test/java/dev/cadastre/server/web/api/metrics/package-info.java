@NullMarked
package dev.cadastre.server.web.api.metrics;

import org.jspecify.annotations.NullMarked;
