@NullMarked
package dev.cadastre.server.monitoring.check;

import org.jspecify.annotations.NullMarked;
