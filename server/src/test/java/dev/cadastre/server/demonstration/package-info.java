@NullMarked
package dev.cadastre.server.demonstration;

import org.jspecify.annotations.NullMarked;
