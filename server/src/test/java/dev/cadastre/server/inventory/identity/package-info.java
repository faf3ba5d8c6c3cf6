@NullMarked
package dev.cadastre.server.inventory.identity;

import org.jspecify.annotations.NullMarked;
