@NullMarked
package dev.cadastre.server.topology.keeping;

import org.jspecify.annotations.NullMarked;
