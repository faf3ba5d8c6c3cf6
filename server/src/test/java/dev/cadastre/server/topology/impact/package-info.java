@NullMarked
package dev.cadastre.server.topology.impact;

import org.jspecify.annotations.NullMarked;
