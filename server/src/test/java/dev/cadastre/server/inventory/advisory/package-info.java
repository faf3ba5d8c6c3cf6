@NullMarked
package dev.cadastre.server.inventory.advisory;

import org.jspecify.annotations.NullMarked;
