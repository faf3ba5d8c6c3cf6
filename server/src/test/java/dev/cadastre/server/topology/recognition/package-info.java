@NullMarked
package dev.cadastre.server.topology.recognition;

import org.jspecify.annotations.NullMarked;
