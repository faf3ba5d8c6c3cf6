@NullMarked
package dev.cadastre.server.inventory.support;

import org.jspecify.annotations.NullMarked;
