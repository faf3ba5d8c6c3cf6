@NullMarked
package dev.cadastre.server.monitoring.series;

import org.jspecify.annotations.NullMarked;
