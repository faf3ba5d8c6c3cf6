@NullMarked
package dev.cadastre.server.monitoring.series.remote;

import org.jspecify.annotations.NullMarked;
