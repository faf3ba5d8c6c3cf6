@NullMarked
package dev.cadastre.server.monitoring.series.file;

import org.jspecify.annotations.NullMarked;
