@NullMarked
package dev.cadastre.server.topology.graph;

import org.jspecify.annotations.NullMarked;
