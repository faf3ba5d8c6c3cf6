@NullMarked
package dev.cadastre.server.inventory;

import org.jspecify.annotations.NullMarked;
